import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {folded, type Typography, typographyBetween} from '../../source/dossier/folded-text.ts';
import {anyText} from '../support/any-text.ts';

describe('two editions of the same words', () => {
	test.each<[Typography, string, string]>([
		['quotation marks', '“Go,” he said', '"Go," he said'],
		['quotation marks', 'he said ‘go’', 'he said “go”'],
		['quotation marks', 'we’re', "we're"],
		['spaces', 'so\u{A0}much', 'so much'],
		['spaces', 'so  much', 'so much'],
		['spaces', 'rain — snow', 'rain—snow'],
		['spaces', ' rain', 'rain'],
		['spaces', 'rain\u{A0} ', 'rain'],
		['dashes', 'rain—snow', 'rain--snow'],
		['dashes', 'sea\u{2011}wall', 'sea-wall'],
		['ellipses', 'well…', 'well...'],
		['ellipses', 'well…', 'well. . .'],
		['characters that do not show', 'har\u{AD}bour', 'harbour'],
		['characters that do not show', 'harbour\u{200B}', 'harbour'],
		['Unicode normalisation', 'Caf\u{E9}', 'Cafe\u{301}'],
		['Unicode normalisation', '한국', '한국'.normalize('NFD')],
		['Unicode normalisation', '5 \u{212B}', '5 \u{C5}'],
	])('differ in %s: %j and %j', (kind, one, other) => {
		expect(typographyBetween(one, other)).toEqual([kind]);
		expect(typographyBetween(other, one)).toEqual([kind]);
	});

	test('differ in several ways at once, each of which is named', () => {
		expect(typographyBetween('“so\u{A0}much—”', '"so much-"')).toEqual([
			'quotation marks',
			'spaces',
			'dashes',
		]);
	});

	test('do not differ when they are the same', () => {
		expect(typographyBetween('rain', 'rain')).toEqual([]);
	});

	test.each([
		['rain', 'Rain'],
		['rain', 'ran'],
		['well-known', 'well known'],
		['no', 'no.'],
		['é', 'e'],
		['5..6', '5.6'],
	])('are not %j and %j', (one, other) => {
		expect(typographyBetween(one, other)).toBeUndefined();
	});
});

describe('a folded text', () => {
	test('is the same for a text in either normal form', () => {
		fc.assert(
			fc.property(anyText(), text => {
				expect(folded(text.normalize('NFD')).text).toBe(folded(text.normalize('NFC')).text);
				expect(folded(folded(text).text).text).toBe(folded(text).text);
			}),
			{numRuns: 2000},
		);
	});

	test.each([
		['—\u{AD} ', '-'],
		[' \u{200B} ', ' '],
		['.\u{2060}..', '…'],
		['e\u{AD}\u{301}', 'é'],
	])('of %j is %j, whatever does not show in it', (text, plain) => {
		expect(folded(text).text).toBe(plain);
	});

	test('knows where in its source a stretch stands', () => {
		const source = 'a\u{AD} …  — “b...”\u{200B} e\u{301}nd';
		const {text, sourceStart, sourceEnd} = folded(source);
		expect(text).toBe('a …-"b…" énd');
		const sourceOf = (words: string): string => {
			const at = text.indexOf(words);
			return source.slice(sourceStart(at), sourceEnd(at + words.length));
		};

		expect(sourceOf('a')).toBe('a');
		expect(sourceOf('…')).toBe('…');
		expect(sourceOf('b…')).toBe('b...');
		expect(sourceOf('"b…"')).toBe('“b...”');
		expect(sourceOf('énd')).toBe('e\u{301}nd');
		expect(sourceOf(text)).toBe(source);
	});

	test('ends a stretch before what is left out behind a dash, in whatever way that is written', () => {
		for (const source of ['a— b', 'a-- b', 'a -- \u{AD} b', 'a--b']) {
			const {text, sourceStart, sourceEnd} = folded(source);
			expect(text).toBe('a-b');
			expect(source.slice(sourceStart(0), sourceEnd(2))).toBe(source.replace(/[^-—]*b$/u, ''));
			expect(source.slice(sourceStart(2), sourceEnd(3))).toBe('b');
		}
	});

	test('gives back every source that it is made of', () => {
		fc.assert(
			fc.property(anyText({minLength: 1}), anyText({minLength: 1}), (one, other) => {
				// Between two words, so that nothing of the one is put on the other.
				const source = `${one}|${other}`;
				const {text, sourceStart, sourceEnd} = folded(source);
				const at = text.indexOf('|');
				expect(source[sourceStart(at)]).toBe('|');
				// What is left out between the two belongs to neither; a space is only beside a dash.
				expect(folded(source.slice(sourceEnd(at), sourceStart(at))).text.trim()).toBe('');
				expect(folded(source.slice(0, sourceEnd(at))).text).toBe(text.slice(0, at));
			}),
		);
	});
});
