import {expect, test} from 'vitest';
import type {Dossier} from '../../source/dossier/schema.ts';
import {faultsAgainstArticle} from '../../source/dossier/verify.ts';
import {aDossier, anActor, anArticle, anEvent, aQuote, at} from '../support/dossier.ts';

const VERA = 'actor:vera-moss';
const PARAGRAPHS = ['😀 Vera Moss said, “Let it rain,” and left. “Or snow.”', 'Nobody spoke.'];
const LET_IT_RAIN = at(1, 19, 31);
const OR_SNOW = at(1, 44, 52);

const rain = aQuote({
	speaker: VERA,
	text: 'Let it rain, Or snow.',
	evidence: [LET_IT_RAIN, OR_SNOW],
});

const faultsOf = (dossier: Dossier, article = anArticle({paragraphs: 2})): readonly string[] =>
	faultsAgainstArticle({...dossier, sources: [article]}, article, PARAGRAPHS).map(
		({pointer, message}) => `${pointer} ${message}`,
	);

const inBounds = {evidence: [at(2)], sides: []};

test('a dossier whose quotes stand where it says, interrupted ones too, has no fault', () => {
	expect(faultsOf(aDossier([rain], {places: []}))).toEqual([]);
});

test('a quote in other words is a fault, and what the article has instead is told', () => {
	const altered = {...rain, text: 'Let it rain, or snow.'};
	expect(faultsOf(aDossier([altered], {places: []}))).toEqual([
		'/quotes/0/text these words do not stand there; the article has "Let it rain, Or snow."',
	]);
});

test('words quoted in the article that no quote covers are a fault', () => {
	const half = {...rain, text: 'Let it rain,', evidence: [LET_IT_RAIN]};
	expect(faultsOf(aDossier([half], {places: []}))).toEqual([
		'/quotes no quote covers the words quoted in paragraph 1, characters 44 to 52',
	]);
});

test('a range that leaves its paragraph is a fault wherever it stands', () => {
	const dossier = aDossier(
		[
			rain,
			anActor({...inBounds, evidence: [at(2, 0, 13), at(2, 0, 14)]}),
			anEvent({evidence: [at(7, 0, 1)]}),
		],
		{places: []},
	);
	expect(faultsOf(dossier)).toEqual([
		'/actors/0/evidence/1/end the range ends at 14, but paragraph 2 has 13 characters',
		'/events/0/evidence/0/end the range ends at 1, but paragraph 7 has 0 characters',
	]);
});

test('an article of another length is a fault', () => {
	const article = anArticle({paragraphs: 3});
	expect(faultsOf(aDossier([rain], {places: []}), article)).toEqual([
		'/sources/0/paragraphs the article has 2 paragraphs, not 3',
	]);
});

test('what stands in another article is not looked for in this one', () => {
	const elsewhere = {...rain, evidence: [{...at(8, 500, 600), source: 'source:other' as const}]};
	const dossier = aDossier([rain, {...elsewhere, id: 'quote:other'}], {places: []});
	expect(faultsOf(dossier)).toEqual([]);
});
