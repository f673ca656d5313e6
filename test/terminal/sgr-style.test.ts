import {describe, expect, test} from 'vitest';
import {isSeenOnBlanks, PLAIN, styleAfter, styleChange} from '../../source/terminal/sgr-style.ts';

const withCodes = (parameters: string, before = PLAIN) => styleAfter(before, parameters, 'true');

const COLOUR = '38;2;100;100;100';

const FLAGS: readonly (readonly [name: string, on: string, off: string, isSeen: boolean])[] = [
	['bold', '1', '22', false],
	['dim', '2', '22', false],
	['italic', '3', '23', false],
	['underlined', '4', '24', true],
	['blinking', '5', '25', false],
	['in reverse video', '7', '27', true],
	['hidden', '8', '28', false],
	['struck through', '9', '29', true],
	['overlined', '53', '55', true],
];

describe('text', () => {
	test.each(FLAGS)('that is %s begins and ends to be so by its own codes', (_, on, off, isSeen) => {
		const plain = withCodes(COLOUR);
		expect(styleChange(plain, withCodes(on, plain))).toBe(`\u001B[${on}m`);
		expect(styleChange(withCodes(on, plain), plain)).toBe(`\u001B[${off}m`);
		expect(withCodes(off, withCodes(on, plain))).toEqual(plain);
		expect(isSeenOnBlanks(withCodes(on))).toBe(isSeen);
	});

	test('that is no longer dim stays bold', () => {
		expect(styleChange(withCodes(`1;2;${COLOUR}`), withCodes(`1;${COLOUR}`))).toBe('\u001B[22;1m');
		expect(withCodes('22', withCodes('1;2'))).toEqual(PLAIN);
	});

	test('that is bold is not told so again when something else ends', () => {
		expect(styleChange(withCodes(`1;4;${COLOUR}`), withCodes(`1;${COLOUR}`))).toBe('\u001B[24m');
		expect(styleChange(withCodes(`1;${COLOUR}`), withCodes(`1;4;${COLOUR}`))).toBe('\u001B[4m');
		expect(styleChange(withCodes(`1;4;${COLOUR}`), withCodes(`4;${COLOUR}`))).toBe('\u001B[22m');
	});

	test('without any style is so by no parameters at all, and with another one after them', () => {
		expect(styleChange(withCodes(`1;${COLOUR}`), PLAIN)).toBe('\u001B[m');
		expect(styleChange(withCodes(`1;4;9;${COLOUR}`), withCodes('31'))).toBe('\u001B[;31m');
	});

	test.each(['41', '48;5;3', '107'])(
		'on a background of its own (%s) is seen to its blanks',
		code => {
			expect(isSeenOnBlanks(withCodes(code))).toBe(true);
			expect(isSeenOnBlanks(withCodes('49', withCodes(code)))).toBe(false);
		},
	);
});

describe('a sequence', () => {
	test.each([
		['of a code that is none', '6'],
		['of another one', '51'],
		['of no bright colour', '98'],
		['of no bright background', '108'],
		['of a colour without all its parts', '38;2;1;2'],
		['of a colour of no kind', '38:7:1:2:3'],
		['of a colour with a part too many', '38:5:1:2'],
	])('%s changes nothing', (_, parameters) => {
		const style = withCodes('1;31;44;58:5:3');
		expect(withCodes(parameters, style)).toEqual(style);
	});

	test('without a number ends every style', () => {
		expect(withCodes('', withCodes('1;31'))).toEqual(PLAIN);
		expect(withCodes(';4', withCodes('1;31'))).toEqual(withCodes('4'));
	});

	test('goes on after a colour, whatever holds that together', () => {
		expect(withCodes('38;5;208;2')).toEqual(withCodes('2', withCodes('38;5;208')));
		expect(withCodes('38;2;1;2;3;4')).toEqual(withCodes('4', withCodes('38;2;1;2;3')));
		expect(withCodes('38:5:208;2;3;4;5')).toEqual(withCodes('2;3;4;5', withCodes('38;5;208')));
		expect(withCodes('38;7;31')).toEqual(withCodes('7;31'));
	});

	test('ends the line under a text or its colour', () => {
		expect(withCodes('4:0', withCodes('4'))).toEqual(PLAIN);
		expect(withCodes('4:3')).toEqual(withCodes('4'));
		expect(withCodes('59', withCodes('58:5:3'))).toEqual(PLAIN);
	});
});
