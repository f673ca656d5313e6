import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {builtInDossier} from '../../source/dossier/built-in.ts';
import {catalogOf} from '../../source/dossier/catalog.ts';
import {matchesFilter, parseFilter} from '../../source/dossier/filter.ts';
import {recordTexts} from '../../source/dossier/record-texts.ts';
import type {Dossier} from '../../source/dossier/schema.ts';
import {searchRecords} from '../../source/dossier/search.ts';
import {searchText} from '../../source/dossier/search-text.ts';
import {anyDossier} from '../support/any-dossier.ts';
import {
	aClaim,
	aDossier,
	anActor,
	anEvent,
	aPlace,
	aQuote,
	aRelation,
	aStep,
	aTension,
	held,
} from '../support/dossier.ts';

const found = (dossier: Dossier, text: string) =>
	searchRecords(catalogOf(dossier), parseFilter(text)).map(({record, found: texts}) => [
		record.id,
		...texts.map(({field}) => field),
	]);

const HARBOUR = aDossier([
	anActor({id: 'actor:pilot', role: 'pilot', summary: 'Left the rope.'}),
	anActor({id: 'actor:rope', name: 'Rope', aliases: ['Cord']}),
	aPlace({control: [held('2020-05-01', 'contested', {note: 'A rope lay there.'})]}),
	aQuote({speaker: 'actor:rope', text: 'No rope.'}),
	anEvent({title: 'Crane', phrase: 'at the rope’s end'}),
	aRelation({from: 'actor:rope', to: 'actor:pilot'}),
	aClaim(),
	aTension({
		title: 'Cut',
		question: 'By whom?',
		accounts: [
			{text: 'A ROPE breaks.', records: ['claim:ropes']},
			{text: 'Nobody knows.', records: ['claim:ropes']},
		],
	}),
	aStep({record: 'actor:rope', text: 'The rope.'}),
]);

describe('a search', () => {
	test('finds a word in any text of any record, the likeliest kind first, titles before the rest', () => {
		expect(found(HARBOUR, 'rope')).toEqual([
			['actor:rope', 'title'],
			['actor:pilot', 'summary'],
			['place:dunmore', 'control'],
			['tension:ropes', 'account'],
			['event:crane-falls', 'phrase'],
			['quote:tide', 'title'],
			['claim:ropes', 'title'],
			['step:first', 'title'],
			['relation:tie', 'title'],
		]);
	});

	test('wants all words, wherever each of them stands, and none that is left out', () => {
		expect(found(HARBOUR, 'pilot rope')).toEqual([
			['actor:pilot', 'title', 'summary'],
			['relation:tie', 'title'],
		]);
		expect(found(HARBOUR, 'rope !cord !pilot !crane !tide')).not.toContainEqual(
			expect.arrayContaining(['actor:rope']),
		);
		expect(found(HARBOUR, 'ROPE')).toEqual([['tension:ropes', 'account']]);
	});

	test('finds everything that the filter of a list finds', () => {
		fc.assert(
			fc.property(
				anyDossier,
				fc.string({unit: fc.constantFrom(...'abe ه東'), maxLength: 3}),
				(dossier, text) => {
					const catalog = catalogOf(dossier);
					const filter = parseFilter(text);
					const hits = new Set(searchRecords(catalog, filter).map(({record}) => record.id));
					for (const record of catalog.records) {
						if (matchesFilter(filter, searchText(catalog, record))) {
							expect(hits).toContain(record.id);
						}
					}
				},
			),
		);
	});
});

test('every text that a list is filtered by is a text of its record', () => {
	const catalog = catalogOf(builtInDossier);
	for (const record of catalog.records) {
		const known = recordTexts(catalog, record).map(({text}) => text);
		expect(known).toEqual(expect.arrayContaining(searchText(catalog, record).split('\n')));
	}
});
