import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {decodeUtf8} from '../../source/dossier/utf8.ts';

const encoded = (text: string): Uint8Array => new TextEncoder().encode(text);

const faultOf = (...bytes: readonly number[]) => {
	const decoded = decodeUtf8(new Uint8Array(bytes));
	return decoded.ok ? undefined : decoded.fault;
};

const isText = (bytes: Uint8Array): boolean => {
	try {
		new TextDecoder('utf-8', {fatal: true}).decode(bytes);
		return true;
	} catch {
		return false;
	}
};

describe('bytes that are UTF-8', () => {
	test('are the text that was written, with or without a byte order mark', () => {
		fc.assert(
			fc.property(fc.string({unit: 'binary'}), text => {
				fc.pre(!text.startsWith('\u{FEFF}'));
				expect(decodeUtf8(encoded(text))).toEqual({ok: true, text});
				expect(decodeUtf8(encoded(`\u{FEFF}${text}`))).toEqual({ok: true, text});
			}),
		);
	});
});

describe('bytes that are not', () => {
	test('are told of where the text in them ends', () => {
		const anyBytes = fc.array(
			fc.oneof(
				fc.constantFrom(0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0, 0xc2, 0xe0, 0xed, 0xef),
				fc.constantFrom(0xf0, 0xf4, 0xf5, 0xff, 0x41, 0x0a),
				fc.nat(255),
			),
			{maxLength: 8},
		);
		fc.assert(
			fc.property(anyBytes, numbers => {
				const fault = faultOf(...numbers);
				fc.pre(fault?.message.includes('UTF-16') !== true);
				const ends = Array.from({length: numbers.length + 1}, (_, end) => end);
				const longest = ends.findLast(end => isText(new Uint8Array(numbers.slice(0, end))));
				expect(fault === undefined).toBe(longest === numbers.length);
				if (fault !== undefined) {
					expect(fault.message).toContain(`at byte ${longest},`);
				}
			}),
			{numRuns: 5000},
		);
	});

	test('are told with line and column', () => {
		expect(faultOf(...encoded('{\r\n"é😀'), 0xff, 0x7d)).toEqual({
			pointer: '',
			message:
				'not UTF-8 text: at byte 10, counted from 0, stands 0xFF, which is no part of a character there',
			line: 2,
			column: 5,
		});
	});

	test.each([
		['longer than it needs to be', [0xc0, 0xaf]],
		['a surrogate', [0xed, 0xa0, 0x80]],
		['beyond the last character', [0xf4, 0x90, 0x80, 0x80]],
		['cut short', [0xe2, 0x82]],
		['a continuation of nothing', [0x80]],
	])('are refused where a character is %s', (_, bytes) => {
		expect(faultOf(0x5b, ...bytes)).toMatchObject({line: 1, column: 2});
	});

	test.each([[[0xff, 0xfe, 0x7b, 0x00]], [[0xfe, 0xff, 0x00, 0x7b]]])(
		'are named when they are UTF-16',
		bytes => {
			expect(faultOf(...bytes)?.message).toBe('not UTF-8 text but UTF-16: save it as UTF-8');
		},
	);
});
