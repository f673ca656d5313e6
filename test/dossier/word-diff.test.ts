import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {type DiffPart, wordDiff} from '../../source/dossier/word-diff.ts';
import {anyText} from '../support/any-text.ts';

const written = (parts: readonly DiffPart[]): string =>
	parts
		.map(({in: of, text}) =>
			of === 'both' ? text : of === 'dossier' ? `[-${text}-]` : `{+${text}+}`,
		)
		.join('');

describe('the diff of two texts', () => {
	test.each([
		[
			'The tide does not ask.',
			'The tide asks nobody.',
			'The tide [-does not ask-]{+asks nobody+}.',
		],
		['so much sea', 'so much', 'so much[- sea-]'],
		['No, Vera.', 'No more, Vera.', 'No{+ more+}, Vera.'],
		['it isn’t so', 'it is so', 'it [-isn’t-]{+is+} so'],
		['Мы идём домой', 'Мы едем домой', 'Мы [-идём-]{+едем+} домой'],
		['港口关闭', '港口开放', '港口[-关闭-]{+开放+}'],
		['', 'words', '{+words+}'],
	])('is by whole words: %j and %j', (dossier, article, diff) => {
		expect(written(wordDiff(dossier, article))).toBe(diff);
	});

	test('has either text in it, whole', () => {
		fc.assert(
			fc.property(anyText(), anyText(), (dossier, article) => {
				const parts = wordDiff(dossier, article);
				const without = (side: DiffPart['in']): string =>
					parts
						.filter(part => part.in !== side)
						.map(({text}) => text)
						.join('');
				expect(without('article')).toBe(dossier);
				expect(without('dossier')).toBe(article);
			}),
		);
	});

	test('of a long text with a few slips near each other is small all the same', () => {
		const words = Array.from({length: 20_000}, (_, at) => `word${at}`);
		const slip = words.toSpliced(9000, 1).with(9500, 'slip');
		expect(
			wordDiff(slip.join(' '), words.join(' ')).flatMap(({in: of, text}) =>
				of === 'both' ? [] : [`${of}: ${text}`],
			),
		).toEqual(['article: word9000 ', 'dossier: slip', 'article: word9501']);
	});

	test('is both texts one after the other where they are long and have little in common', () => {
		const many = (word: string): string =>
			Array.from({length: 3000}, (_, at) => word + at).join(' ');
		expect(wordDiff(many('a'), many('b'))).toEqual([
			{in: 'dossier', text: many('a')},
			{in: 'article', text: many('b')},
		]);
	});
});
