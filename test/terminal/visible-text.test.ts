import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {visibleText} from '../../source/terminal/visible-text.ts';

const CONTROLS = Array.from({length: 0xa0}, (_, code) => code).filter(
	code => code < 0x20 || code >= 0x7f,
);

/** Anything that a terminal would obey, or that turns the order of a line round. */
const OBEYED = /[\p{Cc}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]/u;

describe('text from a document', () => {
	test('shows a sign in place of every control character', () => {
		for (const code of CONTROLS) {
			const shown = visibleText(`a${String.fromCodePoint(code)}b`);
			expect(shown).toMatch(/^a[␀-␡\u{FFFD}]b$/u);
		}
	});

	test.each([
		['\u001B[31mred\u001B[0m', '␛[31mred␛[0m'],
		['\u001B]52;c;aGFjaw==\u0007', '␛]52;c;aGFjaw==␇'],
		['one\r\ntwo\tthree', 'one␍␊two␉three'],
		['\u009B2J', '\u{FFFD}2J'],
		['\u007F', '␡'],
		['abc\u202Edef', 'abc\u{FFFD}def'],
		['\u2066x\u2069', '\u{FFFD}x\u{FFFD}'],
		['a\u2028b', 'a\u{FFFD}b'],
	])('%j is shown as %j', (text, shown) => {
		expect(visibleText(text)).toBe(shown);
	});

	test.each(['Ajdabiya', '“não”', 'مدينة', '東京', '👩🏽‍🚀', 'e\u0301'])(
		'%s is left alone',
		text => {
			expect(visibleText(text)).toBe(text);
		},
	);

	test('keeps its length in code points, so that positions in it stay right', () => {
		const control = fc.constantFrom(...CONTROLS.map(code => String.fromCodePoint(code)), '\u202E');
		fc.assert(
			fc.property(
				fc.string({
					unit: fc.oneof(control, fc.string({unit: 'binary', minLength: 1, maxLength: 1})),
				}),
				text => {
					const shown = visibleText(text);
					expect(shown).not.toMatch(OBEYED);
					expect(Array.from(shown)).toHaveLength(Array.from(text).length);
				},
			),
		);
	});
});
