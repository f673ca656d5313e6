import {describe, expect, test} from 'vitest';
import {openApp} from '../support/app.tsx';
import {aDossier, anActor, aQuote} from '../support/dossier.ts';
import {feud} from '../support/feud.ts';

const QUOTE = {record: 'quote:tide'} as const;

describe('a text that the terminal takes', () => {
	test('is said to have been sent, and nothing opens', async () => {
		const taken: string[] = [];
		using app = await openApp(feud, {
			columns: 100,
			rows: 30,
			beginning: QUOTE,
			copy(text) {
				taken.push(text);
				return true;
			},
		});
		app.press('y');
		await expect.poll(app.status).toContain('Sent to the clipboard: “The tide does not ask.”');
		expect(taken).toEqual(['“The tide does not ask.”']);
		expect(app.frame()).not.toContain('to copy by hand');
	});

	test('takes the next form with the same key again', async () => {
		const taken: string[] = [];
		using app = await openApp(feud, {
			columns: 100,
			rows: 30,
			beginning: QUOTE,
			copy(text) {
				taken.push(text);
				return true;
			},
		});
		app.press('Y', 'Y', 'Y');
		await expect.poll(app.status).toContain('CSL-JSON sent to the clipboard');
		expect(taken.map(text => text.charAt(0))).toEqual(['V', '@', expect.stringMatching(/[[{]/)]);
	});
});

describe('a text that the terminal does not take', () => {
	test('is shown by itself, with nothing beside it that would be picked up too', async () => {
		using app = await openApp(feud, {
			columns: 100,
			rows: 30,
			beginning: QUOTE,
			copy: () => false,
		});
		app.press('Y', 'Y');
		await expect.poll(app.frame).toContain('to copy by hand');
		const lines = app.lines().map(line => line.trimEnd());
		const start = lines.findIndex(line => line.startsWith('@'));
		const end = lines.indexOf('}');
		expect(start).toBeGreaterThan(0);
		expect(end).toBeGreaterThan(start);
		expect(lines.slice(start, end + 1).join('\n')).toContain('  year = {2020},');
		expect(app.frame()).not.toMatch(/[┍┑╰╯││]/);
	});

	test('is named by its form, and the next form is a key away', async () => {
		using app = await openApp(feud, {
			columns: 80,
			rows: 24,
			beginning: QUOTE,
			copy: () => false,
		});
		app.press('Y');
		await expect.poll(app.frame).toContain('Citation, to copy by hand');
		expect(app.lines().at(-1)).toContain('Y next form');
		app.press('Y');
		await expect.poll(app.frame).toContain('BibTeX, to copy by hand');
		app.press('y');
		await expect.poll(app.frame).toContain('Text, to copy by hand');
	});

	test('longer than the screen is wide goes on in the next row, whole', async () => {
		const text = 'The tide does not ask whose boat it takes '.repeat(6).trim();
		using app = await openApp(aDossier([anActor(), aQuote({speaker: 'actor:vera-moss', text})]), {
			columns: 60,
			rows: 20,
			beginning: {record: 'quote:tide'},
			copy: () => false,
		});
		app.press('y');
		await expect.poll(app.frame).toContain('to copy by hand');
		expect(app.frame().replaceAll(/\s+/g, ' ')).toContain(`“${text}”`);
	});

	test('higher than the screen scrolls', async () => {
		using app = await openApp(feud, {
			columns: 80,
			rows: 8,
			beginning: QUOTE,
			copy: () => false,
		});
		app.press('Y', 'Y');
		await expect.poll(app.frame).toContain('@');
		app.press('G');
		await expect.poll(app.frame).toMatch(/^\} *$/m);
		expect(app.frame()).not.toContain('@');
	});

	test('goes with Esc, and what was there before is there again', async () => {
		using app = await openApp(feud, {columns: 100, rows: 30, beginning: QUOTE, copy: () => false});
		const before = app.frame();
		app.press('y');
		await expect.poll(app.frame).toContain('to copy by hand');
		app.press('esc');
		await expect.poll(app.frame).toBe(before);
	});

	test('is written in ASCII where nothing else can be', async () => {
		using app = await openApp(feud, {
			columns: 80,
			rows: 24,
			charset: 'ascii',
			beginning: QUOTE,
			copy: () => false,
		});
		app.press('y');
		await expect.poll(app.frame).toMatch(/^"The tide does not ask\." *$/m);
	});
});
