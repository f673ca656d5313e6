import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {codePointLength, codePointSlice} from '../../source/dossier/article.ts';
import {quotedIn} from '../../source/dossier/quoted-spans.ts';

const quotedWords = (...paragraphs: readonly string[]): readonly string[] =>
	quotedIn(paragraphs).spans.map(({paragraph, start, end}) =>
		codePointSlice(paragraphs[paragraph - 1] ?? '', start, end),
	);

describe('what an article quotes', () => {
	test('is found in reading order, without its marks, in code points', () => {
		expect(quotedIn(['😀 “one” and “”', 'none', '“two”']).spans).toEqual([
			{paragraph: 1, start: 3, end: 6, goesOn: false},
			{paragraph: 1, start: 13, end: 13, goesOn: false},
			{paragraph: 3, start: 1, end: 4, goesOn: false},
		]);
	});

	test.each<[string, string, readonly string[]]>([
		['straight marks', 'Vera: "no," and "never".', ['no,', 'never']],
		['straight marks that touch other marks', '("no")—"yes"; "well…"', ['no', 'yes', 'well…']],
		['straight marks after a dash', '"I was—" she began.', ['I was—']],
		['a curly mark closed by a straight one', '“odd" marks', ['odd']],
		['a straight mark closed by a curly one', 'so "odd” too', ['odd']],
		['inches, which are no quotation', 'A 6" pipe and a 4" one, “she said.”', ['she said.']],
		['a quotation within a quotation', '“He said ‘go’ to me,” Vera said.', ['He said ‘go’ to me,']],
		[
			'double marks within double marks',
			'“He said “go” to me,” Vera said.',
			['He said “go” to me,'],
		],
		[
			'straight marks within curly ones',
			'“He said "go" to me,” she said.',
			['He said "go" to me,'],
		],
		['apostrophes within', '“We’re the sailors’ lot,” she said.', ['We’re the sailors’ lot,']],
		['single marks of British print', 'Vera said: ‘Let it rain.’ Then left.', ['Let it rain.']],
		[
			'single marks with apostrophes',
			'She: ‘the sailors’ lot isn’t ours’.',
			['the sailors’ lot isn’t ours'],
		],
		['single marks that end after an s', 'Of ‘the sailors’ she spoke.', ['the sailors']],
		['apostrophes alone, which are none', 'The sailors’ boats weren’t Vera’s.', []],
		['guillemets', 'Vera : « non », puis «oui».', [' non ', 'oui']],
		['guillemets that point inward', 'Vera: »nein« und »ja«.', ['nein', 'ja']],
		['low marks', 'Vera: „nein“ und „ja”.', ['nein', 'ja']],
		['right marks on both sides', 'Vera: ”nej” sa hon.', ['nej']],
		['corner brackets', '彼女は「雨」と『雪』と言った。', ['雨', '雪']],
	])('takes %s', (_, paragraph, words) => {
		expect(quotedWords(paragraph)).toEqual(words);
	});

	test('goes on in the next paragraph when that begins with a mark', () => {
		const {spans, unclosed} = quotedIn([
			'Vera: “Let it rain.',
			'“Let it snow.',
			'“Enough.” She left.',
		]);
		expect(spans).toEqual([
			{paragraph: 1, start: 7, end: 19, goesOn: true},
			{paragraph: 2, start: 1, end: 13, goesOn: true},
			{paragraph: 3, start: 1, end: 8, goesOn: false},
		]);
		expect(unclosed).toEqual([]);
	});

	test('begins anew after a mark that is never closed, which is told', () => {
		const {spans, unclosed} = quotedIn([
			'Vera: “oh, and “rain” it was.',
			'It “was.',
			'Nobody spoke.',
		]);
		expect(spans).toEqual([{paragraph: 1, start: 16, end: 20, goesOn: false}]);
		expect(unclosed).toEqual([
			{paragraph: 1, start: 6, end: 7},
			{paragraph: 2, start: 3, end: 4},
		]);
	});

	test('never lies outside of its paragraph or over another, whatever the marks', () => {
		const paragraph = fc.string({
			unit: fc.constantFrom(...'“”"‘’«»„「」 a.😀sé', ...'“”"'),
			maxLength: 40,
		});
		fc.assert(
			fc.property(fc.array(paragraph, {maxLength: 4}), paragraphs => {
				let last = {paragraph: 0, end: 0};
				for (const {paragraph: number, start, end} of quotedIn(paragraphs).spans) {
					expect(number > last.paragraph || start > last.end).toBe(true);
					expect(start).toBeLessThanOrEqual(end);
					expect(end).toBeLessThanOrEqual(codePointLength(paragraphs[number - 1] ?? ''));
					last = {paragraph: number, end};
				}
			}),
		);
	});

	test('is found in time among half a million marks that nothing closes', () => {
		const {spans, unclosed} = quotedIn([`${'« '.repeat(250_000)}${'x ” '.repeat(250_000)}`]);
		expect({spans: spans.length, unclosed: unclosed.length}).toEqual({spans: 0, unclosed: 250_000});
	});
});
