import {expect, test} from 'vitest';
import {proveBest} from '../../source/dossier/prove-best.ts';
import {endOf} from '../../source/dossier/verify.ts';
import {inventedArticle} from '../support/article.ts';
import {aDossier} from '../support/dossier.ts';

const morning = inventedArticle(['Vera said: “Let it rain.”', 'Then she left.'], {
	id: 'source:morning',
});
const evening = inventedArticle(['Tom said: “Enough, Vera, of all this rain.”', 'Nobody spoke.'], {
	id: 'source:evening',
});
const sources = [morning.source, evening.source];
const dossier = aDossier(
	[
		morning.quoteOf('quote:rain', 'Let it rain.'),
		evening.quoteOf('quote:enough', 'Enough, Vera, of all this rain.'),
	],
	{places: [], sources},
);

const chosen = (paragraphs: readonly string[]): string | undefined =>
	endOf(proveBest(dossier, sources, paragraphs))?.source.id;

test('an edited article is the source of which it has the quotes, wherever they stand now', () => {
	expect(chosen(['Late news.', ...evening.paragraphs])).toBe('source:evening');
	expect(chosen(evening.paragraphs.map(text => text.replaceAll(/[“”]/g, '"')))).toBe(
		'source:evening',
	);
	expect(chosen(['Late news.', ...morning.paragraphs])).toBe('source:morning');
});

test('an article that has none of the quotes is taken for the first source', () => {
	expect(chosen(['Something else.', 'Altogether.'])).toBe('source:morning');
});

test('among any number of sources each quote is looked for but once, and once more in the best', () => {
	const many = Array.from({length: 300}, (_, at) => ({
		...morning.source,
		id: `source:other-${at}` as const,
	}));
	const steps = proveBest(
		{...dossier, sources: [...many, ...sources]},
		[...many, ...sources],
		['Late news.', ...evening.paragraphs],
	);
	let taken = 0;
	let step = steps.next();
	for (; step.done !== true; step = steps.next()) {
		taken++;
		expect(step.value.done).toBeLessThanOrEqual(step.value.of);
	}

	expect(step.value?.source.id).toBe('source:evening');
	expect(taken).toBeLessThan(10);
});

test('without a source there is nothing to prove', () => {
	expect(endOf(proveBest(dossier, [], morning.paragraphs))).toBeUndefined();
});
