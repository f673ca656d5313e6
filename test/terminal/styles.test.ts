import {describe, expect, test} from 'vitest';
import {narrowed, unstyled} from '../../source/terminal/styles.ts';

const COLOURLESS = {colour: 'none', charset: 'unicode'} as const;
const ASCII = {colour: 'basic', charset: 'ascii'} as const;

describe('without colour', () => {
	test.each([
		['a colour', '\u001B[31mred\u001B[39m', 'red'],
		['a bright colour', '\u001B[97;101mred\u001B[39;49m', 'red'],
		['a colour of 256', '\u001B[38;5;1mred\u001B[39m', 'red'],
		['a colour of 16 million', '\u001B[48;2;1;4;7mred\u001B[49m', 'red'],
		['reverse video', '\u001B[7mrow\u001B[27m', '\u001B[7mrow\u001B[27m'],
		['bold', '\u001B[1mrow\u001B[22m', '\u001B[1mrow\u001B[22m'],
		['a reset', 'row\u001B[0m', 'row\u001B[0m'],
		['a reset without a number', 'row\u001B[m', 'row\u001B[m'],
		['both at once', '\u001B[1;38;5;7;4mrow\u001B[0m', '\u001B[1;4mrow\u001B[0m'],
	])('%s', (_, line, shown) => {
		expect(narrowed(line, COLOURLESS)).toBe(shown);
	});
});

test('in ASCII whatever is left beyond it becomes ?, and styles stay', () => {
	expect(narrowed('\u001B[31m“東”\u001B[39m ok', ASCII)).toBe('\u001B[31m???\u001B[39m ok');
});

test('where colour and Unicode are at hand a line stays as it is', () => {
	const line = '\u001B[31m“東”\u001B[39m';
	expect(narrowed(line, {colour: 'basic', charset: 'unicode'})).toBe(line);
});

test('a line can be had without any style', () => {
	expect(unstyled('\u001B[1;38;5;7mred\u001B[0m [7m')).toBe('red [7m');
});
