import {defaultModel, type Entity, Model} from '@alephdata/followthemoney';
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {builtInDossier} from '../../source/dossier/built-in.ts';
import {catalogOf} from '../../source/dossier/catalog.ts';
import {edtfBounds} from '../../source/dossier/edtf-bounds.ts';
import type {Dossier} from '../../source/dossier/schema.ts';
import {ftm} from '../../source/formats/ftm.ts';
import {anyRecords} from '../support/any-records.ts';
import {
	aClaim,
	aDossier,
	anActor,
	anEvent,
	aPlace,
	aQuote,
	aRelation,
	aTension,
	held,
} from '../support/dossier.ts';

interface Datum {
	readonly id: string;
	readonly schema: string;
	readonly properties: Readonly<Record<string, string[]>>;
}

const model = new Model(defaultModel);

const dataOf = (dossier: Dossier): readonly Datum[] =>
	[...ftm(catalogOf(dossier, edtfBounds))].map(line => {
		expect(line.endsWith('\n')).toBe(true);
		return JSON.parse(line);
	});

/** The entities of a dossier, each accepted by the model: a schema or property that it has not is refused. */
const acceptedIn = (dossier: Dossier): ReadonlyMap<string, Entity> => {
	const data = dataOf(dossier);
	const entities = new Map(data.map(datum => [datum.id, model.getEntity(datum)]));
	expect(entities.size).toBe(data.length);
	return entities;
};

const DATE = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/;

const valueFaults = (type: string, value: string): readonly string[] => {
	switch (type) {
		case 'date':
			return DATE.test(value) ? [] : [`${value} is no date`];
		case 'number':
			return Number.isFinite(Number(value)) && value.trim() !== '' ? [] : [`${value} is no number`];
		case 'name':
		case 'string':
		case 'text':
		case 'address':
		case 'mimetype':
			return value.trim() === '' ? ['a value is blank'] : [];
		// A country, a language or an address of the web would have been guessed.
		default:
			return [`nothing here is a ${type}`];
	}
};

/** What the model asks for and does not look at when it takes an entity. */
const faultsIn = (entities: ReadonlyMap<string, Entity>): readonly string[] =>
	[...entities.values()].flatMap(entity => [
		...(entity.schema.abstract ? [`${entity.schema.name} is abstract`] : []),
		...entity.schema.required
			.filter(name => entity.getProperty(name).length === 0)
			.map(name => `${entity.schema.name} needs a ${name}`),
		...entity.getProperties().flatMap(property => {
			const {qname, type, maxLength} = property;
			return entity.getProperty(property).flatMap(value => {
				const text = String(value);
				const most = maxLength || type.maxLength;
				if (type.isEntity) {
					const range = property.getRange();
					const other = entities.get(text);
					return other?.schema.isA(range) && !property.stub
						? []
						: [`${qname} leads to ${other?.schema.name ?? 'nothing'}, not to a ${range.name}`];
				}

				return [
					...valueFaults(type.name, text),
					...([...text].length > most ? [`${qname} is longer than ${most}`] : []),
				].map(fault => `${qname}: ${fault}`);
			});
		}),
	]);

const only = (dossier: Dossier, schema: string): readonly Datum['properties'][] =>
	dataOf(dossier)
		.filter(datum => datum.schema === schema)
		.map(({properties}) => properties);

const idOf = (dossier: Dossier, name: string): string | undefined =>
	dataOf(dossier).find(({properties}) => properties.name?.[0] === name)?.id;

describe('a dossier as FollowTheMoney', () => {
	test('is accepted by the model, the built-in one and any other: no property or type that it has not, no edge that leads nowhere', () => {
		expect(faultsIn(acceptedIn(builtInDossier))).toEqual([]);
		fc.assert(
			fc.property(anyRecords, dossier => {
				expect(faultsIn(acceptedIn(dossier))).toEqual([]);
			}),
		);
	});

	test('has every kind of thing that the built-in one tells of', () => {
		expect(new Set(dataOf(builtInDossier).map(({schema}) => schema))).toEqual(
			new Set([
				'Article',
				'Person',
				'LegalEntity',
				'PublicBody',
				'Organization',
				'Mention',
				'Address',
				'Note',
				'Event',
				'Membership',
				'UnknownLink',
			]),
		);
	});

	test('keeps a value within the length that the model gives it', () => {
		const long = '😀'.repeat(70_000);
		const dossier = aDossier([
			anActor({name: long, aliases: [long], role: long, summary: long}),
			aPlace({name: long, control: [held('2020-05-01', 'contested')], summary: long}),
			anEvent({title: long, places: ['place:dunmore'], phrase: long}),
			aQuote({speaker: 'actor:vera-moss', text: long}),
		]);
		expect(faultsIn(acceptedIn(dossier))).toEqual([]);
		expect(only(dossier, 'Person')[0]?.name?.[0]?.endsWith('😀…')).toBe(true);
	});

	test('gives a record the same id every time, and another in another dossier', () => {
		const ids = (dossier: Dossier): readonly string[] => dataOf(dossier).map(({id}) => id);
		const before = aDossier([anActor()]);
		const after = aDossier([anActor({name: 'Renamed'}), aClaim()]);
		expect(ids(after)).toEqual(expect.arrayContaining([...ids(before)]));
		expect(ids({...before, id: 'elsewhere'})).not.toEqual(
			expect.arrayContaining([ids(before)[0] ?? '']),
		);
	});

	test('has a date only where the dossier has a year, a month or a day', () => {
		const datesOf = (when: string) => {
			const {date, startDate, endDate} = only(aDossier([anEvent({when})]), 'Event')[0] ?? {};
			return [date, startDate, endDate].map(value => value?.[0]);
		};
		expect(datesOf('2020-05-02')).toEqual(['2020-05-02', undefined, undefined]);
		expect(datesOf('1988')).toEqual(['1988', undefined, undefined]);
		expect(datesOf('2020-05-01/2020-05-02')).toEqual([undefined, '2020-05-01', '2020-05-02']);
		expect(datesOf('2020-05-01~/..')).toEqual([undefined, undefined, undefined]);
		expect(datesOf('198X')).toEqual([undefined, undefined, undefined]);
		expect(datesOf('2020-05-02?')).toEqual([undefined, undefined, undefined]);
	});

	test('tells in words what a date there cannot say', () => {
		const [event] = only(aDossier([anEvent({when: '198X', phrase: 'long ago'})]), 'Event');
		expect(event?.description).toEqual(['When: 1980s, as written: long ago']);
	});

	test('makes a tie a membership where its label says so of an organisation, and a link everywhere else', () => {
		const parts = [
			anActor(),
			anActor({id: 'actor:board', kind: 'government'}),
			anActor({id: 'actor:tom-reed'}),
		];
		const tieOf = (label: string, given: Partial<Parameters<typeof aRelation>[0]> = {}) => {
			const dossier = aDossier([
				...parts,
				aRelation({from: 'actor:vera-moss', to: 'actor:board', label, ...given}),
			]);
			return dataOf(dossier).find(({properties}) => properties.role !== undefined)?.schema;
		};
		expect(tieOf('is a member of the')).toBe('Membership');
		expect(tieOf('was among the highest officials of')).toBe('Membership');
		expect(tieOf('heads the')).toBe('Membership');
		expect(tieOf('is not a member of the')).toBe('UnknownLink');
		expect(tieOf('is suspected of being an officer of the')).toBe('UnknownLink');
		expect(tieOf('is an alleged member of the')).toBe('UnknownLink');
		expect(tieOf('attacked')).toBe('UnknownLink');
		expect(tieOf('is a member of the', {certainty: 'possible'})).toBe('UnknownLink');
		expect(tieOf('is secretary of', {to: 'actor:tom-reed'})).toBe('UnknownLink');
	});

	test('leads from a tie to the two it is between, from an event to who took part and where', () => {
		const dossier = aDossier([
			anActor(),
			anActor({id: 'actor:board', kind: 'organization'}),
			aPlace(),
			aRelation({
				from: 'actor:vera-moss',
				to: 'actor:board',
				label: 'is a member of the',
				since: '2019',
				until: '2020-05~',
			}),
			anEvent({participants: ['actor:vera-moss'], places: ['place:dunmore']}),
		]);
		expect(only(dossier, 'Membership')).toMatchObject([
			{
				member: [idOf(dossier, 'Vera Moss')],
				organization: [idOf(dossier, 'Board')],
				role: ['is a member of the'],
				startDate: ['2019'],
			},
		]);
		expect(only(dossier, 'Membership')[0]?.endDate).toBeUndefined();
		expect(only(dossier, 'Event')).toMatchObject([
			{
				involved: [idOf(dossier, 'Vera Moss')],
				addressEntity: [idOf(dossier, 'Dunmore')],
				location: ['Dunmore'],
			},
		]);
	});

	test('proves a record by the articles that it stands in, and by none when it cites none', () => {
		const dossier = aDossier([anActor(), anEvent({evidence: []})]);
		const [article] = dataOf(dossier);
		expect(article?.schema).toBe('Article');
		expect(only(dossier, 'Person')[0]?.proof).toEqual([article?.id]);
		expect(only(dossier, 'Event')[0]?.proof).toBeUndefined();
	});

	test('has quotes, claims and tensions as notes on who said them and what they are about, with who says so', () => {
		const dossier = aDossier([
			anActor(),
			aQuote({speaker: 'actor:vera-moss', about: ['place:dunmore']}),
			aClaim({assertedBy: 'actor:vera-moss', polarity: 'denied'}),
			aTension({
				accounts: [
					{text: 'Cut.', records: ['claim:ropes']},
					{text: 'Worn.', records: ['quote:tide']},
				],
			}),
		]);
		const moss = idOf(dossier, 'Vera Moss');
		expect(only(dossier, 'Note')).toMatchObject([
			{
				description: ['Vera Moss (said: neutral): “The tide does not ask.”'],
				entity: [moss, idOf(dossier, 'Dunmore')],
			},
			{
				summary: ['Denied: The ropes were cut. (denied by Vera Moss; without a hedge)'],
				entity: [moss],
			},
			{description: ['Cut or worn through: What became of the ropes?\n– Cut.\n– Worn.']},
		]);
	});
});
