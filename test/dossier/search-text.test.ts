import {expect, test} from 'vitest';
import {catalogOf} from '../../source/dossier/catalog.ts';
import {matchesFilter, parseFilter} from '../../source/dossier/filter.ts';
import type {RecordId} from '../../source/dossier/schema.ts';
import {searchText} from '../../source/dossier/search-text.ts';
import {
	aClaim,
	aDossier,
	anActor,
	anEvent,
	aQuote,
	aTension,
	aTown,
	held,
	onSide,
} from '../support/dossier.ts';

const catalog = catalogOf(
	aDossier([
		anActor({
			aliases: ['the old man'],
			role: 'pilot',
			kind: 'unnamed-source',
			sides: [onSide('opposition')],
		}),
		aTown({aliases: ['Al-Sharq'], control: [held('2020-05-01', 'contested', {basis: 'inferred'})]}),
		aQuote({
			speaker: 'actor:vera-moss',
			verb: 'growled',
			place: 'place:eastbay',
			day: '2020-05-02',
		}),
		anEvent({
			phrase: 'the night before',
			when: '198X',
			participants: ['actor:vera-moss'],
			places: ['place:eastbay'],
			kind: 'humanitarian',
		}),
		aClaim({assertedBy: 'actor:vera-moss'}),
		aTension({
			accounts: [
				{text: 'A', records: ['claim:ropes']},
				{text: 'B', records: ['quote:tide']},
			],
		}),
	]),
);

const found = (filter: string): readonly RecordId[] =>
	catalog.records
		.filter(record => matchesFilter(parseFilter(filter), searchText(catalog, record)))
		.map(({id}) => id);

test.each([
	['old man', ['actor:vera-moss']],
	['pilot', ['actor:vera-moss']],
	['unnamed opposition', ['actor:vera-moss']],
	['sharq', ['place:eastbay']],
	['contested inferred', ['place:eastbay']],
	['growled', ['quote:tide']],
	['tide 2 May', ['quote:tide']],
	['night before', ['event:crane-falls']],
	['1980s civilians', ['event:crane-falls']],
	['ropes', ['claim:ropes', 'tension:ropes']],
	['vera', ['actor:vera-moss', 'quote:tide', 'event:crane-falls', 'claim:ropes']],
	['eastbay', ['place:eastbay', 'quote:tide', 'event:crane-falls']],
])('%s finds what a reader knows by it', (filter, ids) => {
	expect(found(filter)).toEqual(ids);
});
