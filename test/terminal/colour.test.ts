import {describe, expect, test} from 'vitest';
import type {Capabilities} from '../../source/terminal/capabilities.ts';
import type {ColourDepth} from '../../source/terminal/colour.ts';
import {Screen} from '../../source/terminal/screen.ts';
import {type Colour, Screen as Emulator} from '../support/screen.ts';

const capabilities = (colour: ColourDepth): Capabilities => ({
	colour,
	charset: 'unicode',
	canvas: 'braille',
	isAddressable: true,
	canErase: true,
	canRepeat: false,
	canHold: true,
});

/** A screen of a depth, and the bytes that a line costs on it. */
const openScreen = (colour: ColourDepth) => {
	let written = '';
	const screen = new Screen(
		{
			write(bytes) {
				written += bytes;
				return true;
			},
			once: () => undefined,
		},
		capabilities(colour),
		{columns: 20, rows: 1},
	);
	screen.enter();
	return (line: string): string => {
		written = '';
		screen.paint(line);
		return written;
	};
};

/** The SGR parameters that a sequence comes out with, before the text that it stands before. */
const shownAs = (parameters: string, colour: ColourDepth): string =>
	// biome-ignore lint/suspicious/noControlCharactersInRegex: SGR sequences begin with ESC
	/(?:\u001B\[([\d;:]*)m)?x/.exec(openScreen(colour)(`\u001B[${parameters}mx`))?.[1] ?? '';

/** The colour of text that an emulator has after it. */
const foregroundOf = async (parameters: string, colour: ColourDepth): Promise<Colour> => {
	const emulator = new Emulator(20, 1);
	await emulator.feed(openScreen(colour)(`\u001B[${parameters}mx`));
	return emulator.cell(0, 0).foreground;
};

describe('a colour on a terminal with fewer', () => {
	test.each<[string, Record<ColourDepth, string>]>([
		['31', {true: '31', '256': '31', '16': '31', none: ''}],
		['97', {true: '97', '256': '97', '16': '97', none: ''}],
		['42', {true: '42', '256': '42', '16': '42', none: ''}],
		['103', {true: '103', '256': '103', '16': '103', none: ''}],
		['38;5;1', {true: '38;5;1', '256': '38;5;1', '16': '31', none: ''}],
		['38;5;12', {true: '38;5;12', '256': '38;5;12', '16': '94', none: ''}],
		['38:5:208', {true: '38;5;208', '256': '38;5;208', '16': '33', none: ''}],
		['48;5;52', {true: '48;5;52', '256': '48;5;52', '16': '40', none: ''}],
		['38;2;255;0;0', {true: '38;2;255;0;0', '256': '38;5;196', '16': '91', none: ''}],
		['38:2::0:0:255', {true: '38;2;0;0;255', '256': '38;5;21', '16': '34', none: ''}],
		['38:2:0:0:255', {true: '38;2;0;0;255', '256': '38;5;21', '16': '34', none: ''}],
		['48;2;1;2;3', {true: '48;2;1;2;3', '256': '48;5;16', '16': '40', none: ''}],
		// Dark, but to be told from black.
		['38;2;88;88;88', {true: '38;2;88;88;88', '256': '38;5;240', '16': '90', none: ''}],
		['38;5;240', {true: '38;5;240', '256': '38;5;240', '16': '90', none: ''}],
		['4;58;5;9', {true: '4;58:5:9', '256': '4;58:5:9', '16': '4', none: '4'}],
		['4;58:2::255:0:0', {true: '4;58:2::255:0:0', '256': '4;58:5:196', '16': '4', none: '4'}],
		['1;38;5;7;4', {true: '1;4;38;5;7', '256': '1;4;38;5;7', '16': '1;4;37', none: '1;4'}],
		['7;31;44', {true: '7;31;44', '256': '7;31;44', '16': '7;31;44', none: '7'}],
	])('%s', (parameters, expected) => {
		for (const depth of ['true', '256', '16', 'none'] as const) {
			expect([depth, shownAs(parameters, depth)]).toEqual([depth, expected[depth]]);
		}
	});

	test('of the 240 that no theme changes is the one that it is, in bytes as by number', async () => {
		for (let index = 16; index < 256; index++) {
			const level = (side: number): number => {
				const step = Math.floor((index - 16) / side) % 6;
				return step === 0 ? 0 : 55 + 40 * step;
			};
			const grey = 8 + 10 * (index - 232);
			const bytes = index < 232 ? [level(36), level(6), level(1)] : [grey, grey, grey];
			expect(await foregroundOf(`38;2;${bytes.join(';')}`, '256')).toBe(index);
		}
	});
});

test.each([
	['a colour without its number', '38;5'],
	['a colour of a kind that there is not', '38:7:1'],
	['a code that there is not', '75'],
	['no number at all', ':'],
])('%s is no colour', (_, parameters) => {
	expect(shownAs(parameters, 'true')).toBe('');
});

test('how a line is drawn under a text is not told, only that it is', () => {
	expect(shownAs('4:3', 'true')).toBe('4');
	expect(shownAs('4;4:0', 'true')).toBe('');
});

test('each terminal has its own depth, whatever others have', () => {
	const [rich, plain] = [openScreen('true'), openScreen('none')];
	const line = (text: string): string => `\u001B[38;2;1;2;3m${text}`;
	expect(rich(line('x'))).toContain('38;2;1;2;3');
	expect(plain(line('x'))).not.toContain('38');
	expect(rich(line('y'))).toContain('38;2;1;2;3');
});
