import type {Place} from '../../source/dossier/schema.ts';
import {
	aClaim,
	aDossier,
	anActor,
	anEvent,
	aPlace,
	aQuote,
	aRelation,
	aRoad,
	aStep,
	aTension,
	aTown,
	at,
	held,
	LAST_DAY,
	onSide,
} from './dossier.ts';

const FIRST_DAY = '2020-05-01';

const lying = (
	lat: number,
	lon: number,
	precision: 1 | 2 | 3 = 1,
): NonNullable<Place['coordinates']> => ({lat, lon, precision, source: 'source:atlas'});

const VERA = 'actor:vera-moss';
const TOM = 'actor:tom-reed';
const GUARD = 'actor:harbour-guard';
const CLERK = 'actor:a-clerk';

/** A whole feud: something for every pane, every overlay and the story, names that are hard to lay out among it. */
export const feud = aDossier([
	anActor({id: VERA, role: 'Harbour master', aliases: ['the harbour master']}),
	anActor({
		id: TOM,
		sides: [onSide('government', {until: FIRST_DAY}), onSide('opposition', {from: LAST_DAY})],
	}),
	anActor({id: GUARD, kind: 'armed-force', sides: [onSide('government')]}),
	anActor({id: CLERK, kind: 'unnamed-source', sides: [onSide('unknown')]}),
	anActor({id: 'actor:zoe', name: 'Zoë 東京 👩🏽‍🚀', sides: [onSide('opposition')], evidence: []}),
	aTown({
		id: 'place:westbay',
		coordinates: lying(52.1, -7.6),
		control: [held(FIRST_DAY, 'government')],
	}),
	aTown({
		coordinates: lying(52.2, -6.9),
		control: [
			held(FIRST_DAY, 'government'),
			held(LAST_DAY, 'contested', {basis: 'claimed', assertedBy: TOM, evidence: [at(6)]}),
		],
	}),
	aTown({
		id: 'place:cape',
		coordinates: lying(52.3, -6.4),
		control: [held(FIRST_DAY, 'opposition')],
	}),
	aPlace({coordinates: lying(53.3, -6.3)}),
	aPlace({id: 'place:shire', kind: 'region', coordinates: lying(52.6, -7.2, 3)}),
	aPlace({id: 'place:nowhere', kind: 'village'}),
	aRoad({
		towns: [
			{place: 'place:westbay', km: 0},
			{place: 'place:eastbay', km: 52},
			{place: 'place:cape', km: 96},
		],
	}),
	aQuote({speaker: VERA, place: 'place:eastbay', day: FIRST_DAY, about: ['place:cape', TOM]}),
	aQuote({
		id: 'quote:rope',
		speaker: TOM,
		via: CLERK,
		text: 'Nobody cut a rope here, and nobody will say so twice.',
		day: LAST_DAY,
		about: ['claim:ropes'],
		evidence: [at(4, 0, 53), at(6, 2, 9)],
	}),
	anEvent({
		id: 'event:charter',
		when: '1969',
		precision: 'year',
		kind: 'legal',
		participants: [VERA],
	}),
	anEvent({
		id: 'event:siege',
		when: '2020-04-02/2020-04-20',
		precision: 'interval',
		kind: 'battle',
		places: ['place:eastbay'],
		participants: [GUARD],
	}),
	anEvent({
		id: 'event:march',
		when: FIRST_DAY,
		kind: 'movement',
		places: ['place:westbay', 'place:eastbay'],
		participants: [GUARD],
		movement: {from: 'place:westbay', to: 'place:eastbay'},
		figures: [{value: 40, of: 'carts', precision: 'approximate'}],
	}),
	anEvent({participants: [VERA], places: ['place:eastbay'], assertedBy: TOM, evidence: []}),
	anEvent({id: 'event:speech', kind: 'statement', participants: [TOM, VERA], evidence: [at(8)]}),
	aRelation({from: VERA, to: TOM}),
	aClaim({assertedBy: VERA, about: ['event:crane-falls']}),
	aClaim({
		id: 'claim:worn',
		text: 'The ropes were old, and wore through by themselves.',
		assertedBy: TOM,
		polarity: 'denied',
		evidence: [at(6), at(7)],
	}),
	aTension({
		accounts: [
			{text: 'Somebody cut them.', records: ['claim:ropes', 'quote:tide']},
			{text: 'Nobody did.', records: ['claim:worn', 'quote:rope']},
		],
	}),
	aTension({
		id: 'tension:crane',
		title: 'Fallen or felled',
		question: 'Why did the crane fall?',
		accounts: [
			{text: 'By itself.', records: ['event:crane-falls']},
			{text: 'It was felled.', records: ['actor:zoe']},
			{text: 'It never fell.', records: [TOM]},
		],
	}),
	aStep({record: 'place:eastbay'}),
	aStep({
		id: 'step:second',
		text: 'Then the crane came down — 東京 saw it — and with it what was left of the truce between the harbour and the town, which nobody had believed in anyway.',
		record: 'event:crane-falls',
		day: LAST_DAY,
	}),
	aStep({id: 'step:third', text: 'And so it ended.', record: 'tension:ropes', day: LAST_DAY}),
]);
