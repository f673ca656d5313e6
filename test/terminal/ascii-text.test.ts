import anyAscii from 'any-ascii';
import fc from 'fast-check';
import {expect, test} from 'vitest';
import {asciiTextWith} from '../../source/terminal/ascii-text.ts';
import {anyText} from '../support/any-text.ts';

const ascii = asciiTextWith(anyAscii);

test.each([
	['“It’s here” — ¶ 5', '"It\'s here" - par. 5'],
	['40×12, 30.5° N · …', '40x12, 30.5 deg N - ...'],
	['Ajdābiyā', 'Ajdabiya'],
	['plain', 'plain'],
	['\u{E123}', '?'],
])('%s is written %s', (text, written) => {
	expect(ascii(text)).toBe(written);
});

test.each([
	['طرابلس', 'trabls'],
	['محمـــد', 'mhmd'],
	['cafe\u0301', 'cafe'],
	['東\u200D京', 'DongJing'],
	['タワー', 'tawa-'],
])('the name %s is written %s, and not with question marks', (name, written) => {
	expect(ascii(name)).toBe(written);
});

test('whatever the text, nothing beyond printable ASCII is left', () => {
	fc.assert(
		fc.property(fc.oneof(anyText(), fc.string({unit: 'grapheme'})), text => {
			expect(ascii(text)).toMatch(/^[ -~]*$/);
		}),
	);
});
