import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {catalogOf} from '../../source/dossier/catalog.ts';
import {coverageItems, coverageOf, evidenceOf} from '../../source/dossier/coverage.ts';
import type {Claim} from '../../source/dossier/schema.ts';
import {
	aClaim,
	aDossier,
	anActor,
	anArticle,
	anEvent,
	aPlace,
	at,
	held,
	onSide,
} from '../support/dossier.ts';

const coverage = (...given: Parameters<typeof aDossier>) =>
	coverageOf(catalogOf(aDossier(...given)));

const claimAt = (name: string, evidence: Claim['evidence']): Claim =>
	aClaim({id: `claim:${name}`, evidence});

describe('the coverage', () => {
	test('holds every paragraph of the article in order, cited or not', () => {
		const {paragraphs} = coverage([claimAt('ropes', [at(4)])]);
		expect(paragraphs.map(({paragraph}) => paragraph)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
		expect(paragraphs[3]?.records).toEqual(['claim:ropes']);
		expect(paragraphs[4]?.records).toEqual([]);
	});

	test('names who cites a paragraph once each, in the order of the file', () => {
		const {paragraphs} = coverage([
			claimAt('late', [at(4, 0, 3), at(5), at(4, 5, 9)]),
			claimAt('later', [at(4)]),
			anEvent({id: 'event:first', evidence: [at(4)]}),
		]);
		expect(paragraphs[3]?.records).toEqual(['event:first', 'claim:late', 'claim:later']);
	});

	test('counts what the sides of an actor and the days of a town rest on', () => {
		const {paragraphs} = coverage([
			anActor({
				id: 'actor:vera-moss',
				evidence: [at(1)],
				sides: [onSide('none', {evidence: [at(7)]})],
			}),
			aPlace({
				id: 'place:dunmore',
				evidence: [at(2)],
				control: [held('2020-05-01', 'unknown', {evidence: [at(8)]})],
			}),
		]);
		expect(paragraphs[6]?.records).toEqual(['actor:vera-moss']);
		expect(paragraphs[7]?.records).toEqual(['place:dunmore']);
	});

	test('knows a paragraph to be as long as the furthest character cited in it', () => {
		const {paragraphs} = coverage([claimAt('ropes', [at(4, 20, 50), at(4, 0, 9)])]);
		expect(paragraphs.map(({extent}) => extent)).toEqual([0, 10, 0, 50, 0, 0, 0, 0, 0]);
	});

	test('keeps the paragraphs of two articles apart', () => {
		const {paragraphs} = coverage([
			anArticle({paragraphs: 1}),
			anArticle({id: 'source:second', paragraphs: 2}),
			aPlace({evidence: [at(1)]}),
			claimAt('ropes', [{...at(1), source: 'source:second'}]),
		]);
		expect(paragraphs).toMatchObject([
			{source: 'source:report', paragraph: 1, records: ['place:dunmore']},
			{source: 'source:second', paragraph: 1, records: ['claim:ropes']},
			{source: 'source:second', paragraph: 2, records: []},
		]);
	});

	test('lists the records that cite nothing, also not for a part of theirs', () => {
		const {uncited} = coverage([
			anActor({id: 'actor:bare', evidence: [], sides: [onSide('none', {evidence: []})]}),
			anActor({id: 'actor:sided', evidence: [], sides: [onSide('none')]}),
			claimAt('bare', []),
			claimAt('cited', [at(4)]),
		]);
		expect(uncited).toEqual(['actor:bare', 'claim:bare']);
	});

	test('passes over evidence that stands in no paragraph of an article', () => {
		const {paragraphs, uncited} = coverage([
			claimAt('beyond', [at(99)]),
			claimAt('elsewhere', [{...at(1), source: 'source:atlas'}]),
		]);
		expect(paragraphs.flatMap(({records}) => records)).toEqual(['place:dunmore']);
		expect(uncited).toEqual([]);
	});

	test('offers the paragraphs to choose from, then the records without evidence', () => {
		const items = coverageItems(coverage([claimAt('bare', [])]));
		expect(items).toHaveLength(10);
		expect(items[0]).toMatchObject({kind: 'paragraph', paragraph: {paragraph: 1}});
		expect(items[9]).toEqual({kind: 'record', record: 'claim:bare'});
	});

	test('says of every paragraph what going through all evidence for it would say', () => {
		const evidence = fc.array(
			fc
				.record({paragraph: fc.integer({min: 1, max: 9}), start: fc.nat(50)})
				.map(({paragraph, start}) => at(paragraph, start)),
			{maxLength: 5},
		);
		fc.assert(
			fc.property(fc.array(evidence, {maxLength: 12}), lists => {
				const catalog = catalogOf(
					aDossier(lists.map((ranges, index) => claimAt(`n${index}`, ranges))),
				);
				for (const {paragraph, records, extent} of coverageOf(catalog).paragraphs) {
					const citing = catalog.records.filter(record =>
						evidenceOf(record).some(range => range.paragraph === paragraph),
					);
					expect(records).toEqual(citing.map(({id}) => id));
					expect(extent).toBe(
						Math.max(
							0,
							...citing
								.flatMap(evidenceOf)
								.filter(range => range.paragraph === paragraph)
								.map(({end}) => end),
						),
					);
				}
			}),
		);
	});

	test('is there at once for a hundred thousand records', () => {
		const catalog = catalogOf(
			aDossier(
				Array.from({length: 100_000}, (_, index) =>
					claimAt(`n${index}`, [at(1), at((index % 9) + 1), at(1, 20)]),
				),
			),
		);
		const begin = performance.now();
		const {paragraphs} = coverageOf(catalog);
		expect(performance.now() - begin).toBeLessThan(1000);
		expect(paragraphs[0]?.records).toHaveLength(100_000);
	});
});
