import {createRequire} from 'node:module';
import fc from 'fast-check';
import realWidth from 'string-width';
import {describe, expect, test, vi} from 'vitest';
import {Segmenter} from '../../scripts/lean/segmenter.ts';
import leanWidth from '../../scripts/lean/string-width.ts';
import {anyText} from '../support/any-text.ts';

const text = fc.oneof(anyText(), fc.string({unit: fc.constantFrom(...'abé— “”░')}));

describe('the segmenter of the bundle', () => {
	test.each(['grapheme', 'word'] as const)(
		'finds what Intl.Segmenter finds, by %s',
		granularity => {
			const lean = new Segmenter('en', {granularity});
			const real = new Intl.Segmenter('en', {granularity});
			fc.assert(
				fc.property(text, fc.nat(45), (any, at) => {
					const pieces = (segments: Iterable<{segment: string; index: number}>) =>
						Array.from(segments, ({segment, index}) => [segment, index]);
					expect(pieces(lean.segment(any))).toEqual(pieces(real.segment(any)));
					expect(lean.segment(any).containing(at)?.segment).toBe(
						real.segment(any).containing(at)?.segment,
					);
				}),
			);
		},
	);

	test('goes by grapheme when it is not told how', () => {
		expect(Array.from(new Segmenter().segment('e\u0301a'), ({segment}) => segment)).toEqual([
			'e\u0301',
			'a',
		]);
	});
});

test('the width of the bundle is that of string-width, styles or not', () => {
	// The bundle has a require of its own.
	vi.stubGlobal('require', createRequire(import.meta.url));
	const styled = fc
		.tuple(fc.constantFrom('', '\u001B[1m', '\u001B[38;5;1m'), text)
		.map(parts => parts.join(''));
	fc.assert(
		fc.property(styled, any => {
			expect(leanWidth(any)).toBe(realWidth(any));
			expect(leanWidth(any, {ambiguousIsNarrow: false})).toBe(
				realWidth(any, {ambiguousIsNarrow: false}),
			);
		}),
	);
	vi.unstubAllGlobals();
});
