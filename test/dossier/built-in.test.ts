import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {tensionItems} from '../../source/dossier/accounts.ts';
import {builtInDossier} from '../../source/dossier/built-in.ts';
import {catalogOf} from '../../source/dossier/catalog.ts';
import {quickBounds} from '../../source/dossier/date-bounds.ts';
import {edtfBounds} from '../../source/dossier/edtf-bounds.ts';
import {parseDossier} from '../../source/dossier/parse.ts';
import {profileOf} from '../../source/dossier/profile.ts';
import {kindOf} from '../../source/dossier/record.ts';
import type {RecordId} from '../../source/dossier/schema.ts';
import {tensionsOver} from '../../source/dossier/tensions-over.ts';
import {goingIn, KEYMAP} from '../../source/state/keymap.ts';
import {LIST_PANES} from '../../source/state/panes.ts';
import {rowsOf} from '../../source/state/rows.ts';
import {visibleText} from '../../source/terminal/visible-text.ts';
import {openStore} from '../support/store.ts';

const json = readFileSync(join(import.meta.dirname, '../../data/brega-2011-03-31.json'), 'utf8');
const dossier = builtInDossier;
const catalog = catalogOf(dossier);
const ids = catalog.records.map(({id}) => id);

const nameOf = (id: RecordId): string | undefined =>
	[...dossier.actors, ...dossier.places].find(record => record.id === id)?.name;

describe('the built-in dossier, which is opened unchecked', () => {
	test('passes the check unchanged, its events in order of time already', () => {
		const parsed = parseDossier(json);
		expect(parsed).toEqual({ok: true, dossier});
		expect(JSON.stringify(parsed.ok && parsed.dossier)).toBe(JSON.stringify(dossier));
	});

	test('holds nothing that a terminal would obey', () => {
		const text = JSON.stringify(dossier);
		expect(visibleText(text)).toBe(text);
	});
});

describe('the built-in dossier is complete', () => {
	test('all seven reporters, and where each reported from', () => {
		const bylines = dossier.sources.flatMap(source =>
			source.kind === 'article' ? source.byline : [],
		);
		expect(bylines.map(({name, role, from}) => [name, role, ...from.map(nameOf)])).toEqual([
			['C. J. Chivers', 'reported', 'Brega', 'Ajdabiya'],
			['David D. Kirkpatrick', 'reported', 'Tripoli'],
			['Alan Cowell', 'reported', 'Paris'],
			['David E. Sanger', 'contributed', 'Washington'],
			['Kareem Fahim', 'contributed', 'Benghazi'],
			['Edward Wong', 'contributed', 'Beijing'],
			['Steven Erlanger', 'contributed', 'Paris'],
		]);
	});

	test('every person named', () => {
		const persons = dossier.actors.filter(({kind}) => kind === 'person');
		expect(persons.map(({name}) => name)).toEqual(
			expect.arrayContaining([
				'Moussa Koussa',
				'William Hague',
				'Muammar el-Qaddafi',
				'Musa Ibrahim',
				'Ahmaed Omar Bani',
				'Luis Moreno-Ocampo',
				'Anders Fogh Rasmussen',
				'Jay Carney',
				'Richard Northern',
				'Abdel Basset Ali al-Megrahi',
			]),
		);
	});

	test('18 quotes over 21 quoted spans, each with its speaker', () => {
		expect(dossier.quotes).toHaveLength(18);
		expect(dossier.quotes.flatMap(({evidence}) => evidence)).toHaveLength(21);
		expect(new Set(dossier.quotes.map(({speaker}) => nameOf(speaker)))).toEqual(
			new Set([
				'Luis Moreno-Ocampo',
				'William Hague',
				'Musa Ibrahim',
				'Senior American official',
				'Anders Fogh Rasmussen',
				'Jay Carney',
				'Ahmaed Omar Bani',
			]),
		);
	});

	test('who holds each of the five towns on both days, and on what basis', () => {
		const towns = dossier.places.filter(({frontLine}) => frontLine);
		expect(towns.map(({name}) => name).toSorted()).toEqual([
			'Ajdabiya',
			'Benghazi',
			'Bin Jawwad',
			'Brega',
			'Ras Lanuf',
		]);
		for (const town of towns) {
			expect(new Set(town.control.map(({day}) => day))).toEqual(
				new Set(['2011-03-30', '2011-03-31']),
			);
		}

		const brega = towns.find(({name}) => name === 'Brega');
		expect(brega?.control.at(-1)).toMatchObject({state: 'contested', basis: 'inferred'});
	});

	test('Koussa leaves the government on 30 March and joins nobody', () => {
		const koussa = dossier.actors.find(({name}) => name === 'Moussa Koussa');
		expect(koussa?.sides).toMatchObject([
			{side: 'government', until: '2011-03-30'},
			{side: 'none', from: '2011-03-30'},
		]);
	});

	test('the killed over Lockerbie are exact, the vehicles in flight are not', () => {
		expect(dossier.events.flatMap(({figures}) => figures)).toMatchObject([
			{value: 270, of: 'people killed', precision: 'exact'},
			{value: 200, of: 'cars and trucks', precision: 'approximate'},
		]);
	});

	test('a story of seven to ten steps, and the accounts that disagree', () => {
		expect(dossier.story.length).toBeGreaterThanOrEqual(7);
		expect(dossier.story.length).toBeLessThanOrEqual(10);
		expect(dossier.tensions.length).toBeGreaterThanOrEqual(4);
	});

	test('every record of an account leads to accounts that rest on it, the report’s word on a dispute to that one', () => {
		for (const {record} of dossier.tensions.flatMap(tensionItems)) {
			const [nearest] = tensionsOver(catalog, record);
			expect(nearest && tensionItems(nearest).map(item => item.record)).toContain(record);
		}

		expect(tensionsOver(catalog, 'claim:allies-at-odds')[0]?.id).toBe('tension:mandate');
	});

	test('of a town over which several disagree the nearest dispute is the one that most of its accounts are about', () => {
		expect(tensionsOver(catalog, 'place:brega').map(({id}) => id)).toEqual([
			'tension:brega',
			'tension:retreat',
		]);
	});

	test('the towns lie on one road, west to east and north', () => {
		expect(dossier.roads.map(({towns}) => towns.map(({place}) => nameOf(place)))).toEqual([
			['Bin Jawwad', 'Ras Lanuf', 'Brega', 'Ajdabiya', 'Benghazi'],
		]);
	});
});

describe('every fact of the built-in dossier can be reached', () => {
	test('its dates are read without the grammar of all of EDTF', () => {
		for (const {when} of dossier.events) {
			expect([when, quickBounds(when)]).toEqual([when, edtfBounds(when)]);
			expect(quickBounds(when)).toBeDefined();
		}
	});

	test('every record has evidence', () => {
		const bare = catalog.records.filter(({evidence}) => evidence.length === 0);
		expect(bare.map(({id}) => id)).toEqual([]);
	});

	test('links lead from the four lists to every record', () => {
		const fresh = openStore(dossier).state();
		const reached = new Set<RecordId>(LIST_PANES.flatMap(pane => rowsOf(catalog, pane, fresh).ids));
		for (const id of reached) {
			const record = catalog.find(id);
			for (const {link} of record === undefined
				? []
				: profileOf(catalog, record, dossier.span.last).sections.flatMap(({facts}) => facts)) {
				if (link !== undefined) {
					reached.add(link);
				}
			}
		}

		expect(ids.filter(id => !reached.has(id))).toEqual([]);
		expect(new Set(ids.map(kindOf)).size).toBe(8);
	});

	test('no link leads nowhere', () => {
		const links = catalog.records.flatMap(record =>
			profileOf(catalog, record, dossier.span.last).sections.flatMap(({facts}) =>
				facts.flatMap(({link}) => link ?? []),
			),
		);
		expect(links.filter(id => catalog.find(id) === undefined)).toEqual([]);
	});

	test('go-to offers every record', () => {
		const offered = goingIn(catalog, KEYMAP)
			.found('')
			.matches.flatMap(({destination: {target}}) =>
				target.type === 'record' ? [target.record] : [],
			);
		expect(offered).toEqual(ids);
	});
});
