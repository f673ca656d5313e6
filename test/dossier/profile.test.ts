import {describe, expect, test} from 'vitest';
import {catalogOf} from '../../source/dossier/catalog.ts';
import type {Fact} from '../../source/dossier/profile/fact.ts';
import {type Profile, profileOf} from '../../source/dossier/profile.ts';
import type {Dossier, RecordId} from '../../source/dossier/schema.ts';
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
} from '../support/dossier.ts';

const VERA = 'actor:vera-moss';
const TOM = 'actor:tom-reed';

const profileIn = (dossier: Dossier, id: RecordId): Profile => {
	const catalog = catalogOf(dossier);
	const record = catalog.find(id);
	if (record === undefined) {
		throw new Error(`the test has no ${id}`);
	}

	return profileOf(catalog, record, LAST_DAY);
};

/** The facts under a heading, each as one line of text. */
const factsUnder = ({sections}: Profile, heading: string | undefined): readonly string[] =>
	sections
		.filter(section => section.heading === heading)
		.flatMap(({facts}) => facts)
		.map(({label, text, note}) =>
			[label === undefined ? '' : `${label}: `, text, note === undefined ? '' : ` (${note})`].join(
				'',
			),
		);

const linksUnder = ({sections}: Profile, heading: string): readonly (RecordId | undefined)[] =>
	sections
		.filter(section => section.heading === heading)
		.flatMap(({facts}) => facts.map(({link}) => link));

const labelled = ({sections}: Profile, label: string): Fact | undefined =>
	sections.flatMap(({facts}) => facts).find(fact => fact.label === label);

const feud = aDossier([
	anActor({
		id: VERA,
		name: 'Vera Moss',
		role: 'Harbour master',
		aliases: ['the harbour master'],
		sides: [
			onSide('government', {until: '2020-05-01'}),
			onSide('none', {from: '2020-05-02', basis: 'claimed'}),
		],
	}),
	anActor({id: TOM}),
	aTown({
		coordinates: {lat: -12.345, lon: 20, precision: 1, source: 'source:atlas', locator: 'no. 7'},
		control: [
			held('2020-05-01', 'opposition', {basis: 'claimed', assertedBy: TOM}),
			held('2020-05-02', 'contested', {note: 'by night only', evidence: [at(4)]}),
		],
	}),
	aTown({id: 'place:westbay'}),
	aPlace({id: 'place:pier'}),
	aRoad({
		towns: [
			{place: 'place:eastbay', km: 0},
			{place: 'place:westbay', km: 12.4},
		],
	}),
	aQuote({
		id: 'quote:tide',
		speaker: VERA,
		verb: 'conceded',
		verbClass: 'concessive',
		day: '2020-05-02',
		place: 'place:eastbay',
		channel: 'telephone',
		via: TOM,
		about: ['event:crane-falls', 'place:westbay'],
	}),
	aQuote({
		id: 'quote:bare',
		speaker: TOM,
		text: 'No',
		form: 'fragment',
		verb: undefined,
		about: [VERA],
	}),
	anEvent({
		id: 'event:crane-falls',
		when: '2020-05-01~',
		precision: 'approximate',
		phrase: 'the day before',
		participants: [VERA],
		places: ['place:pier'],
		figures: [
			{value: 1200, of: 'tons of grain', precision: 'approximate', note: 'wet'},
			{value: 3, of: 'cranes', precision: 'exact'},
		],
		assertedBy: TOM,
		certainty: 'probable',
	}),
	aRelation({
		from: VERA,
		to: TOM,
		label: 'is a cousin of',
		since: '198X',
		assertedBy: TOM,
		certainty: 'possible',
	}),
	aClaim({
		id: 'claim:ropes',
		assertedBy: TOM,
		via: VERA,
		certainty: 'possible',
		polarity: 'denied',
		about: ['event:crane-falls'],
	}),
	aClaim({id: 'claim:wind', text: 'The wind did it.', about: [VERA]}),
	aTension({
		accounts: [
			{text: 'Cut.', records: ['claim:ropes']},
			{text: 'Blown over.', records: ['claim:wind', 'quote:tide', 'event:crane-falls', VERA]},
		],
	}),
	aStep({record: VERA}),
]);

describe('an actor', () => {
	const vera = profileIn(feud, VERA);

	test('says where they stand on the day, and what they left', () => {
		expect(vera.title).toBe('Vera Moss');
		expect(vera.subtitle).toBe('Person · on 2 May: no side · left government');
		expect(factsUnder(vera, undefined)).toEqual([
			'Somebody invented. (¶ 1)',
			'role: Harbour master',
			'side: government · until 1 May 2020 (reported · ¶ 1)',
			'side: no side · from 2 May 2020 (claimed · ¶ 1)',
			'also: the harbour master',
		]);
	});

	test('leads to what they say, to what is said, to events, ties and places', () => {
		expect(vera.sections.map(({heading}) => heading)).toEqual([
			undefined,
			undefined,
			'Says',
			'Quotes on this',
			'Events',
			'Ties',
			'Places',
			'Claims on this',
			'Relays',
			'Accounts that disagree',
			'In the story',
		]);
		expect(linksUnder(vera, 'Says')).toEqual(['quote:tide']);
		expect(linksUnder(vera, 'Quotes on this')).toEqual(['quote:bare']);
		expect(linksUnder(vera, 'Places')).toEqual(['place:pier', 'place:eastbay']);
		expect(linksUnder(vera, 'Claims on this')).toEqual(['claim:wind']);
		expect(linksUnder(vera, 'In the story')).toEqual(['step:first']);
	});

	test('names who says each fact and how sure they are, unless the report itself is', () => {
		expect(factsUnder(vera, 'Events')).toEqual([
			'about 1 May 2020: Crane Falls (says Tom Reed · as probable · ¶ 4)',
		]);
		expect(factsUnder(vera, 'Ties')).toEqual([
			'is a cousin of Tom Reed (from 1980s · says Tom Reed · as possible · ¶ 5)',
		]);
		expect(factsUnder(vera, 'Claims on this')).toEqual([
			'The wind did it. (says the report · ¶ 6)',
		]);
	});

	test('a tie reads from the other end too', () => {
		expect(factsUnder(profileIn(feud, TOM), 'Ties')).toEqual([
			expect.stringMatching(/^Vera Moss is a cousin of Tom Reed \(/),
		]);
	});

	test('a denied claim says that it is denied, by whom, and by what way it came', () => {
		expect(factsUnder(vera, 'Relays')).toEqual([
			'Denied: The ropes were cut. (by Tom Reed · via Vera Moss · as possible · ¶ 6)',
		]);
		expect(factsUnder(profileIn(feud, TOM), 'Asserts')).toEqual(factsUnder(vera, 'Relays'));
	});

	test('without a role says that none is stated', () => {
		expect(labelled(profileIn(feud, TOM), 'role')?.text).toBe('not stated');
	});
});

describe('a town', () => {
	const town = profileIn(feud, 'place:eastbay');

	test('tells who holds it day by day, on what basis and on whose word', () => {
		expect(town.subtitle).toBe('Town · on 2 May: contested (reported) · opposition the day before');
		expect(factsUnder(town, 'Who holds it, day by day')).toEqual([
			'1 May: opposition (claimed · says Tom Reed · ¶ 2)',
			'2 May: contested · by night only (reported · ¶ 4)',
		]);
	});

	test('tells of a day for which a state is carried over which day is told of', () => {
		const carried = aTown({
			control: [
				held('2020-05-01', 'government'),
				held(LAST_DAY, 'government', {carriedFrom: '2020-05-01'}),
			],
		});
		expect(
			factsUnder(profileIn(aDossier([carried]), carried.id), 'Who holds it, day by day'),
		).toEqual([
			'1 May: government (reported · ¶ 2)',
			'2 May: government (reported · last told for 1 May · ¶ 2)',
		]);
	});

	test('that has been held alike for longer says since when', () => {
		const harbour = aTown({
			id: 'place:harbour',
			control: [held('2020-05-01', 'government'), held(LAST_DAY, 'government')],
		});
		expect(profileIn(aDossier([harbour]), harbour.id).subtitle).toBe(
			'Town · on 2 May: government (reported) · so since 1 May',
		);
	});

	test('leads to its events and to what was said there', () => {
		expect(linksUnder(town, 'Said here')).toEqual(['quote:tide']);
		expect(linksUnder(profileIn(feud, 'place:pier'), 'Events')).toEqual(['event:crane-falls']);
	});

	test('marks what is not from the report, and gives no paragraph for it', () => {
		expect(factsUnder(town, undefined)).toEqual([
			'lies at: 12.35° S, 20.00° E (the place itself · not from the report: An invented atlas · no. 7)',
		]);
		expect(factsUnder(town, 'Next on the road')).toEqual([
			'Westbay, 12 km along the shore road (not from the report: An invented atlas)',
		]);
		const outside = [
			labelled(town, 'lies at'),
			...town.sections.flatMap(({heading, facts}) => (heading === 'Next on the road' ? facts : [])),
		];
		expect(outside.map(fact => fact?.evidence)).toEqual([[], []]);
	});

	test('that the report says nothing about says so', () => {
		const silent = profileIn(feud, 'place:westbay');
		expect(silent.subtitle).toBe('Town · control on 2 May: not stated');
		expect(factsUnder(silent, 'Who holds it, day by day')).toEqual(['control: not stated']);
		expect(labelled(silent, 'lies at')?.text).toBe('not stated');
	});

	test('a place off the front has no holder to state', () => {
		const pier = profileIn(feud, 'place:pier');
		expect(pier.subtitle).toBe('City');
		expect(factsUnder(pier, 'Who holds it, day by day')).toEqual([]);
	});
});

describe('a quote', () => {
	test('leads to its speaker, its place, who relayed it and its subjects', () => {
		const quote = profileIn(feud, 'quote:tide');
		expect(quote.title).toBe('“The tide does not ask.”');
		expect(factsUnder(quote, undefined)).toEqual([
			'speaker: Vera Moss',
			'verb: conceded (a concession)',
			'day: Sat 2 May 2020',
			'where: Eastbay',
			'how: on the telephone',
			'relayed: Tom Reed',
			'form: whole sentences, verbatim',
			'stands: ¶ 3',
		]);
		expect(labelled(quote, 'speaker')?.link).toBe(VERA);
		expect(labelled(quote, 'where')?.link).toBe('place:eastbay');
		expect(labelled(quote, 'relayed')?.link).toBe(TOM);
		expect(linksUnder(quote, 'About')).toEqual(['event:crane-falls', 'place:westbay']);
	});

	test('says of everything the report leaves out that it is not stated', () => {
		const bare = profileIn(feud, 'quote:bare');
		const missing = ['verb', 'day', 'where', 'how'].map(label => labelled(bare, label)?.text);
		expect(missing).toEqual(Array(4).fill('not stated'));
		expect(labelled(bare, 'form')?.text).toBe('part of a sentence, verbatim');
	});
});

describe('an event', () => {
	test('tells when, in whose words, how much, who says so and how sure', () => {
		const event = profileIn(feud, 'event:crane-falls');
		expect(factsUnder(event, undefined)).toEqual([
			'when: about 1 May 2020 · “the day before” (known only roughly)',
			'figure: perhaps 1,200 tons of grain · wet',
			'figure: 3 cranes',
			'says: Tom Reed',
			'how sure: as probable',
		]);
		expect(linksUnder(event, 'Who')).toEqual([VERA]);
		expect(linksUnder(event, 'Where')).toEqual(['place:pier']);
		expect(linksUnder(event, 'Quotes on this')).toEqual(['quote:tide']);
	});

	test('tells from where to where something moved', () => {
		const march = anEvent({movement: {from: 'place:westbay', to: 'place:eastbay'}});
		const dossier = aDossier([aTown({id: 'place:westbay'}), aTown(), march]);
		expect(labelled(profileIn(dossier, march.id), 'moved')?.text).toBe('from Westbay to Eastbay');
	});
});

describe('the rest', () => {
	test('a tie names both ends, who says so and how sure', () => {
		expect(factsUnder(profileIn(feud, 'relation:tie'), undefined)).toEqual([
			'who: Vera Moss',
			'tie: is a cousin of',
			'whom: Tom Reed',
			'since: 1980s',
			'says: Tom Reed',
			'how sure: as possible',
		]);
	});

	test('a claim says whose it is, its stance and, where no day is given, that none is stated', () => {
		expect(factsUnder(profileIn(feud, 'claim:ropes'), undefined)).toEqual([
			'says: Tom Reed',
			'relayed: Vera Moss',
			'how sure: as possible',
			'stance: denied',
			'day: not stated',
		]);
		expect(labelled(profileIn(feud, 'claim:wind'), 'says')?.text).toBe(
			'the report, in its own voice',
		);
	});

	test('a question that the report raises and leaves open is not laid to it as a claim', () => {
		const open = aClaim({text: 'Others will follow.', certainty: 'uncommitted', about: [VERA]});
		const dossier = aDossier([anActor({id: VERA}), open]);
		expect(factsUnder(profileIn(dossier, VERA), 'Claims on this')).toEqual([
			'Left open: Others will follow. (by the report · ¶ 6)',
		]);
		const page = profileIn(dossier, 'claim:ropes');
		expect(page.title).toBe('Left open: Others will follow.');
		expect(page.subtitle).toBe('A question that the report leaves open');
		expect(labelled(page, 'says')).toBeUndefined();
		expect(labelled(page, 'stance')).toBeUndefined();
	});

	test('the steps of a story lead on to the next and back to the one before', () => {
		const story = (['step:a', 'step:b', 'step:c'] as const).map(id => aStep({id, record: VERA}));
		const step = profileIn(aDossier([anActor({id: VERA}), ...story]), 'step:b');
		expect(labelled(step, 'next')?.link).toBe('step:c');
		expect(labelled(step, 'before')?.link).toBe('step:a');
	});

	test('a tension keeps its accounts apart, each with its records and their evidence', () => {
		const tension = profileIn(feud, 'tension:ropes');
		expect(linksUnder(tension, 'Account 1')).toEqual([undefined, 'claim:ropes']);
		expect(linksUnder(tension, 'Account 2')).toEqual([
			undefined,
			'claim:wind',
			'quote:tide',
			'event:crane-falls',
			VERA,
		]);
		expect(tension.sections[2]?.facts[0]?.evidence).toEqual([at(6), at(3, 0, 22), at(4), at(1)]);
	});

	test('a claim about a tension leads there once, and the tension to the claim', () => {
		const odds = aClaim({id: 'claim:odds', about: ['tension:ropes']});
		const dossier = aDossier([
			aClaim(),
			odds,
			aTension({accounts: [{text: 'Cut.', records: ['claim:ropes']}]}),
		]);
		const claim = profileIn(dossier, odds.id);
		expect(linksUnder(claim, 'About')).toEqual(['tension:ropes']);
		expect(claim.sections.map(({heading}) => heading)).not.toContain('Accounts that disagree');
		expect(linksUnder(profileIn(dossier, 'tension:ropes'), 'Claims on this')).toEqual([odds.id]);
	});

	test('a step of the story counts itself and shows its record', () => {
		const step = profileIn(feud, 'step:first');
		expect(step.subtitle).toBe('Step 1 of 1 of the story');
		expect(labelled(step, 'shows')?.link).toBe(VERA);
	});

	test('no section is empty, and every link can be found', () => {
		const catalog = catalogOf(feud);
		for (const record of catalog.records) {
			for (const {facts} of profileOf(catalog, record, LAST_DAY).sections) {
				expect(facts).not.toEqual([]);
				expect(
					facts.filter(({link}) => link !== undefined && catalog.find(link) === undefined),
				).toEqual([]);
			}
		}
	});
});
