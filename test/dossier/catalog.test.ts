import {expect, test} from 'vitest';
import {catalogOf, referrersOfKind, relatedTo} from '../../source/dossier/catalog.ts';
import {
	aClaim,
	aDossier,
	anActor,
	anEvent,
	aQuote,
	aRelation,
	aStep,
	aTension,
	aTown,
	held,
} from '../support/dossier.ts';

const VERA = 'actor:vera-moss';
const TOM = 'actor:tom-reed';

const catalog = catalogOf(
	aDossier([
		anActor({id: VERA}),
		anActor({id: TOM}),
		anActor({id: 'actor:ida-finch'}),
		aTown({control: [held('2020-05-01', 'contested', {assertedBy: 'actor:ida-finch'})]}),
		aQuote({speaker: VERA, place: 'place:eastbay', via: TOM, about: ['event:crane-falls']}),
		anEvent({participants: [TOM, TOM], places: ['place:eastbay']}),
		aRelation({from: VERA, to: TOM, assertedBy: 'author'}),
		aClaim({assertedBy: TOM, via: 'actor:ida-finch', about: ['quote:tide']}),
		aTension({
			accounts: [
				{text: 'Cut.', records: ['claim:ropes']},
				{text: 'Worn.', records: ['quote:tide']},
			],
		}),
		aStep({record: 'tension:ropes'}),
	]),
);

test.each([
	[VERA, ['quote:tide', 'relation:tie', TOM]],
	[TOM, ['quote:tide', 'event:crane-falls', 'place:eastbay', 'relation:tie', VERA, 'claim:ropes']],
	['actor:ida-finch', ['place:eastbay', 'claim:ropes']],
	['place:eastbay', ['actor:ida-finch', 'quote:tide', 'event:crane-falls', TOM]],
	['quote:tide', [VERA, 'place:eastbay', TOM, 'event:crane-falls', 'claim:ropes', 'tension:ropes']],
	['event:crane-falls', [TOM, 'place:eastbay', 'quote:tide']],
	['relation:tie', [VERA, TOM]],
	['claim:ropes', [TOM, 'actor:ida-finch', 'quote:tide', 'tension:ropes']],
	['tension:ropes', ['claim:ropes', 'quote:tide', 'step:first']],
	['step:first', ['tension:ropes']],
] as const)(
	'%s has to do with what it names, what names it, and the other ends of its ties and events',
	(id, related) => {
		expect(relatedTo(catalog, id)).toEqual(new Set(related));
	},
);

test('a record that the dossier does not hold is related to nothing', () => {
	expect(relatedTo(catalog, 'actor:nobody')).toEqual(new Set());
	expect(catalog.find('actor:nobody')).toBeUndefined();
});

test('who names a record is told once each, and by kind', () => {
	expect(catalog.referrers(TOM).map(({id}) => id)).toEqual([
		'quote:tide',
		'event:crane-falls',
		'relation:tie',
		'claim:ropes',
	]);
	expect(referrersOfKind(catalog, TOM, 'event').map(({title}) => title)).toEqual(['Crane Falls']);
});
