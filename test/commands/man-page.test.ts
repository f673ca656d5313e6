import {describe, expect, test} from 'vitest';
import {COMMAND_SPECS} from '../../source/commands/command-specs.ts';
import {manPage} from '../../source/commands/man-page.ts';
import {roffLines} from '../../source/commands/roff.ts';
import {KEYMAP} from '../../source/state/keymap.ts';

/** The page as its reader sees it, as far as its words go. */
const words = manPage()
	.replaceAll(/\\f[BIR]/g, '')
	.replaceAll('\\-', '-')
	.replaceAll('\\(ti', '~')
	.replaceAll(/\s+/g, ' ');

describe('the manual page', () => {
	test('has every command and every option', () => {
		for (const {name, options} of COMMAND_SPECS) {
			expect(words).toContain(`.SS libya-tui ${name} `);
			for (const option of options) {
				expect(words).toContain(`--${option.name} `);
			}
		}
	});

	test('has every key', () => {
		for (const {label} of KEYMAP) {
			expect(words.toLowerCase()).toContain(label.slice(0, 8).toLowerCase());
		}
	});

	test('has the sections that a reader looks for, in the order of man-pages(7)', () => {
		expect(manPage().match(/^\.SH .*$/gm)).toEqual(
			[
				'NAME',
				'SYNOPSIS',
				'DESCRIPTION',
				'OPTIONS',
				'COMMANDS',
				'KEYS',
				'EXIT STATUS',
				'ENVIRONMENT',
				'FILES',
				'EXAMPLES',
			].map(title => `.SH ${title}`),
		);
	});

	test('is ASCII', () => {
		expect(manPage()).toMatch(/^[\n -~]+$/);
	});
});

describe('a text in roff', () => {
	test.each([
		['.SH is no section', '\\&.SH is no section'],
		["'quoted'", '\\(aqquoted\\(aq'],
		['a\\b --c ~d', 'a\\eb \\-\\-c \\(tid'],
		['¶ “x”', '\\[u00B6] \\[u201C]x\\[u201D]'],
	])('%j is text', (text, roff) => {
		expect(roffLines(text)).toEqual([roff]);
	});

	test('is text on each of its lines', () => {
		const lines = roffLines(`${'word '.repeat(15)}... .PP`);
		expect(lines.length).toBe(2);
		expect(lines.some(line => line.startsWith('.'))).toBe(false);
	});
});
