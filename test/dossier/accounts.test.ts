import {describe, expect, test} from 'vitest';
import {accountHolder, tensionItems} from '../../source/dossier/accounts.ts';
import {catalogOf} from '../../source/dossier/catalog.ts';
import {
	aClaim,
	aDossier,
	anActor,
	anEvent,
	aQuote,
	aRelation,
	aTension,
} from '../support/dossier.ts';

const catalog = catalogOf(
	aDossier([
		anActor({id: 'actor:vera-moss'}),
		anActor({id: 'actor:bo-lund'}),
		aQuote({id: 'quote:tide', speaker: 'actor:vera-moss'}),
		aClaim({id: 'claim:hers', assertedBy: 'actor:vera-moss'}),
		aClaim({id: 'claim:his', assertedBy: 'actor:bo-lund'}),
		anEvent({id: 'event:crane-falls'}),
		aRelation({id: 'relation:tie', from: 'actor:vera-moss', to: 'actor:bo-lund'}),
	]),
);

describe('the accounts of a tension', () => {
	test('give their records one after the other, one that two of them name twice', () => {
		const tension = aTension({
			accounts: [
				{text: 'Cut.', records: ['claim:hers', 'quote:tide']},
				{text: 'Worn.', records: ['claim:his', 'quote:tide']},
			],
		});
		expect(tensionItems(tension)).toEqual([
			{record: 'claim:hers', account: 0},
			{record: 'quote:tide', account: 0},
			{record: 'claim:his', account: 1},
			{record: 'quote:tide', account: 1},
		]);
	});

	test('are somebody’s when all their records are', () => {
		const holder = (...records: Parameters<typeof accountHolder>[1]['records']) =>
			accountHolder(catalog, {text: 'So it was.', records});
		expect(holder('quote:tide', 'claim:hers')).toBe('actor:vera-moss');
		expect(holder('event:crane-falls', 'relation:tie')).toBe('author');
		expect(holder('claim:hers', 'claim:his')).toBeUndefined();
		expect(holder('actor:vera-moss')).toBeUndefined();
	});
});
