import {describe, expect, test} from 'vitest';
import {builtInDossier} from '../../source/dossier/built-in.ts';
import {catalogOf} from '../../source/dossier/catalog.ts';
import type {Dossier} from '../../source/dossier/schema.ts';
import {jsonRows} from '../../source/formats/json-rows.ts';
import {LIST_NAMES, type ListName} from '../../source/formats/list-names.ts';
import {RECORD_LISTS} from '../../source/formats/record-lists.ts';
import {
	aClaim,
	aDossier,
	anActor,
	anEvent,
	aPlace,
	aQuote,
	aRelation,
	aRoad,
	aTension,
	aTown,
	at,
	held,
	onSide,
} from '../support/dossier.ts';

const everything = () => true;

const rowsOf = (dossier: Dossier, name: ListName, day = dossier.span.last) =>
	Array.from(jsonRows(RECORD_LISTS[name].data({catalog: catalogOf(dossier), day}, everything)));

const briefOf = (dossier: Dossier, name: ListName, day = dossier.span.last) =>
	RECORD_LISTS[name].brief({catalog: catalogOf(dossier), day}, everything);

/** The keys that scripts rely on: none may go, and a new one goes to the README too. */
const KEYS: Readonly<Record<ListName, string>> = {
	actors: 'id name aliases kind role asOf side leftSide summary sources paragraphs',
	towns:
		'id name aliases kind frontLine asOf control basis since toldFor carried controlAssertedBy controlAssertedByName controlNote controlParagraphs lat lon geoPrecision coordinatesSource summary sources paragraphs',
	places:
		'id name aliases kind frontLine asOf control basis since toldFor carried controlAssertedBy controlAssertedByName controlNote controlParagraphs lat lon geoPrecision coordinatesSource summary sources paragraphs',
	quotes:
		'id speaker speakerName text form verb verbClass day place placeName channel via viaName about sources paragraphs',
	events:
		'id title when precision phrase kind places placeNames participants participantNames figures movementFrom movementFromName movementTo movementToName summary assertedBy assertedByName certainty sources paragraphs',
	relations:
		'id from fromName label to toName since until assertedBy assertedByName certainty sources paragraphs',
	claims:
		'id text assertedBy assertedByName via viaName day certainty polarity about sources paragraphs',
	tensions: 'id title question accounts records sources paragraphs',
};

test.each(LIST_NAMES)('%s have the keys that scripts rely on, in their order', name => {
	expect(
		RECORD_LISTS[name]
			.data({catalog: catalogOf(builtInDossier), day: builtInDossier.span.last}, everything)
			.columns.join(' '),
	).toBe(KEYS[name]);
});

test.each(LIST_NAMES)('%s of the built-in report are all there, whole in every row', name => {
	const kinds =
		name === 'towns'
			? builtInDossier.places.filter(({frontLine}) => frontLine)
			: builtInDossier[name];
	const rows = rowsOf(builtInDossier, name);
	expect(rows.map(({id}) => id)).toEqual(kinds.map(({id}) => id));
	for (const row of briefOf(builtInDossier, name).rows) {
		expect(row.every(cell => cell === undefined || cell !== '')).toBe(true);
	}
});

describe('the rows of an invented dossier', () => {
	const dossier = aDossier([
		anActor({
			aliases: ['V. Moss'],
			sides: [
				onSide('government', {until: '2020-05-01'}),
				onSide('opposition', {from: '2020-05-02'}),
			],
			evidence: [at(8), at(1), at(8, 20)],
		}),
		anActor({id: 'actor:post', kind: 'news-agency', role: 'newspaper', sides: [onSide('none')]}),
		aTown({id: 'place:far'}),
		aTown({
			id: 'place:near',
			control: [
				held('2020-05-01', 'government'),
				held('2020-05-02', 'contested', {
					basis: 'claimed',
					assertedBy: 'actor:post',
					evidence: [at(4)],
				}),
			],
			coordinates: {lat: -1.5, lon: 2, precision: 1, source: 'source:atlas'},
		}),
		aPlace(),
		aRoad({
			towns: [
				{place: 'place:near', km: 0},
				{place: 'place:far', km: 9},
			],
		}),
		aQuote({
			speaker: 'actor:vera-moss',
			via: 'actor:post',
			place: 'place:dunmore',
			about: ['event:crane-falls'],
		}),
		anEvent({
			when: '202X',
			places: ['place:near'],
			participants: ['actor:vera-moss', 'actor:post'],
			figures: [{value: 1200, of: 'ropes', precision: 'minimum'}],
			movement: {from: 'place:near', to: 'place:far'},
			assertedBy: 'actor:post',
		}),
		aRelation({from: 'actor:vera-moss', to: 'actor:post', label: 'writes for the'}),
		aClaim({polarity: 'denied', evidence: []}),
		aTension({
			accounts: [
				{text: 'Cut.', records: ['claim:ropes']},
				{text: 'Worn.', records: ['claim:ropes', 'event:crane-falls']},
			],
		}),
	]);

	test('actors stand where they stood at the end of the day', () => {
		expect(rowsOf(dossier, 'actors')[0]).toMatchObject({
			side: 'opposition',
			leftSide: 'government',
			asOf: '2020-05-02',
			role: null,
			aliases: ['V. Moss'],
			paragraphs: [1, 8],
			sources: ['source:report'],
		});
		expect(rowsOf(dossier, 'actors', '2020-05-01')[0]).toMatchObject({
			side: 'government',
			leftSide: null,
			asOf: '2020-05-01',
		});
		expect(briefOf(dossier, 'actors').rows).toEqual([
			['actor:vera-moss', 'Vera Moss', 'opposition, left government', '1, 8', undefined],
			['actor:post', 'Post', 'no side', '1', 'newspaper'],
		]);
	});

	test('towns come in road order with who holds them, and what is not told is null', () => {
		const [near, far] = rowsOf(dossier, 'towns');
		expect(near).toMatchObject({
			id: 'place:near',
			control: 'contested',
			basis: 'claimed',
			since: '2020-05-02',
			toldFor: '2020-05-02',
			carried: false,
			controlAssertedBy: 'actor:post',
			controlAssertedByName: 'Post',
			controlParagraphs: [4],
			lat: -1.5,
			lon: 2,
			geoPrecision: 1,
			paragraphs: [2],
		});
		expect(far).toMatchObject({
			id: 'place:far',
			control: null,
			basis: null,
			carried: null,
			controlParagraphs: [],
			lat: null,
		});
		expect(briefOf(dossier, 'towns', '2020-05-01').rows).toEqual([
			['place:near', 'Near', 'government', '1 May', 'reported', '2'],
			['place:far', 'Far', undefined, undefined, undefined, '2'],
		]);
	});

	test('a town that is still held tells since when, and of which day it is told', () => {
		const still = aDossier([
			aTown({control: [held('2020-05-01', 'government'), held('2020-05-02', 'government')]}),
			aTown({
				id: 'place:quiet',
				control: [held('2020-05-02', 'opposition', {carriedFrom: '2020-05-01'})],
			}),
		]);
		expect(rowsOf(still, 'towns')).toMatchObject([
			{since: '2020-05-01', toldFor: '2020-05-02', carried: false},
			{since: '2020-05-02', toldFor: '2020-05-01', carried: true},
		]);
		expect(briefOf(still, 'towns').rows.map(row => row[3])).toEqual(['2 May', '1 May']);
	});

	test('a day of another year has it with it for a reader', () => {
		const years = aDossier(
			[
				anActor(),
				aTown({control: [held('2018-05-01', 'government')]}),
				aQuote({speaker: 'actor:vera-moss', day: '1988-12-21'}),
			],
			{span: {first: '2018-05-01', last: '2020-05-02'}},
		);
		expect(briefOf(years, 'towns').rows[0]?.[3]).toBe('1 May 2018');
		expect(briefOf(years, 'quotes').rows[0]?.[2]).toBe('21 Dec 1988');
		const longAgo = aDossier([anActor(), aQuote({speaker: 'actor:vera-moss', day: '1988-12-21'})]);
		expect(briefOf(longAgo, 'quotes').rows[0]?.[2]).toBe('21 Dec 1988');
	});

	test('places are the towns too', () => {
		expect(rowsOf(dossier, 'places').map(({id, frontLine}) => [id, frontLine])).toEqual([
			['place:far', true],
			['place:near', true],
			['place:dunmore', false],
		]);
	});

	test('names stand beside ids', () => {
		expect(rowsOf(dossier, 'quotes')[0]).toMatchObject({
			speaker: 'actor:vera-moss',
			speakerName: 'Vera Moss',
			viaName: 'Post',
			placeName: 'Dunmore',
			day: null,
			about: ['event:crane-falls'],
		});
		expect(rowsOf(dossier, 'relations')[0]).toMatchObject({
			fromName: 'Vera Moss',
			toName: 'Post',
			assertedBy: 'author',
			assertedByName: 'the report',
		});
		expect(rowsOf(dossier, 'events')[0]).toMatchObject({
			when: '202X',
			placeNames: ['Near'],
			participantNames: ['Vera Moss', 'Post'],
			figures: ['at least 1,200 ropes'],
			movementFrom: 'place:near',
			movementToName: 'Far',
			assertedByName: 'Post',
		});
	});

	test('a record that cites nothing says so to a reader', () => {
		expect(rowsOf(dossier, 'claims')[0]).toMatchObject({paragraphs: [], sources: []});
		expect(briefOf(dossier, 'claims').rows).toEqual([
			['claim:ropes', 'the report', 'without a hedge', 'none', 'Denied: The ropes were cut.'],
		]);
	});

	test('a tension names each of its records once', () => {
		expect(rowsOf(dossier, 'tensions')[0]).toMatchObject({
			accounts: ['Cut.', 'Worn.'],
			records: ['claim:ropes', 'event:crane-falls'],
		});
	});

	test('only those that are wanted are there', () => {
		const {rows} = RECORD_LISTS.actors.data(
			{catalog: catalogOf(dossier), day: '2020-05-02'},
			({id}) => id === 'actor:post',
		);
		expect(rows.map(([id]) => id)).toEqual(['actor:post']);
	});
});
