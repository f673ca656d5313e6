import {parse} from 'csv-parse/sync';
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {builtInDossier} from '../../source/dossier/built-in.ts';
import {catalogOf} from '../../source/dossier/catalog.ts';
import {edtfBounds} from '../../source/dossier/edtf-bounds.ts';
import type {Dossier, DossierEvent} from '../../source/dossier/schema.ts';
import {acledTable} from '../../source/formats/acled.ts';
import {csvOfKind} from '../../source/formats/csv-files.ts';
import {LIST_NAMES, type ListName} from '../../source/formats/list-names.ts';
import {anyRecords} from '../support/any-records.ts';
import {
	aDossier,
	anActor,
	anArticle,
	anEvent,
	aPlace,
	aTown,
	LAST_DAY,
	onSide,
} from '../support/dossier.ts';

type Row = Readonly<Record<string, string | number>>;

const viewOf = (dossier: Dossier, day = dossier.span.last) => ({
	catalog: catalogOf(dossier, edtfBounds),
	day,
});

const csvOf = (view: ReturnType<typeof viewOf>, kind: ListName): string =>
	[...csvOfKind(view, kind)].join('');

const rowsOf = (dossier: Dossier): readonly Row[] => {
	const {columns, rows} = acledTable(viewOf(dossier));
	return rows.map(row => Object.fromEntries(columns.map((name, at) => [name, row[at] ?? '?'])));
};

const rowOf = (event: Partial<DossierEvent>, ...others: Parameters<typeof aDossier>[0] & {}): Row =>
	rowsOf(aDossier([...others, anEvent(event)]))[0] ?? {};

describe('events in the columns of ACLED', () => {
	test('stand in its order', () => {
		expect(acledTable(viewOf(aDossier())).columns.join()).toBe(
			'event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,' +
				'actor1,assoc_actor_1,inter1,actor2,assoc_actor_2,inter2,interaction,civilian_targeting,' +
				'iso,region,country,admin1,admin2,admin3,location,latitude,longitude,geo_precision,' +
				'source,source_scale,notes,fatalities,tags,timestamp',
		);
	});

	test.each([
		['2020-05-02', '2020-05-02', 2020, 1],
		['2020-05-02~', '2020-05-02', 2020, 2],
		['2020-05-02?', '2020-05-02', 2020, 2],
		['2020-04-29/2020-05-02', '', 2020, 2],
		['2019-12-30/2020-01-02', '', '', 2],
		['2020-05', '', 2020, 3],
		['2020', '', 2020, ''],
		['198X', '', '', ''],
		['2020-05-01/..', '', '', ''],
		['../2020-05-01', '', '', ''],
		['Y-170000002', '', '', ''],
	])(
		'%s has a day only when it is one, and says how exact it is',
		(when, date, year, precision) => {
			expect(rowOf({when})).toMatchObject({event_date: date, year, time_precision: precision});
		},
	);

	test('have a type only where the dossier’s own kind settles it', () => {
		expect(rowOf({kind: 'battle'})).toMatchObject({
			disorder_type: 'Political violence',
			event_type: 'Battles',
			sub_event_type: '',
		});
		expect(rowOf({kind: 'attack'})).toMatchObject({
			disorder_type: 'Political violence',
			event_type: '',
		});
		expect(rowOf({kind: 'legal'})).toMatchObject({disorder_type: '', event_type: ''});
		expect(rowOf({kind: 'legal'}).tags).toBe(
			'kind=legal; certainty=certain; asserted by=the report',
		);
	});

	test('name two who took part with what forces they are, and the others in the notes', () => {
		const row = rowOf(
			{participants: ['actor:rebels', 'actor:army', 'actor:vera-moss']},
			anActor({id: 'actor:army', kind: 'armed-force', sides: [onSide('government')]}),
			anActor({id: 'actor:rebels', kind: 'armed-force', sides: [onSide('opposition')]}),
			anActor(),
		);
		expect(row).toMatchObject({
			actor1: 'Rebels',
			inter1: 'Rebel group',
			actor2: 'Army',
			inter2: 'State forces',
			interaction: 'State forces-Rebel group',
			assoc_actor_1: '',
		});
		expect(row.notes).toContain('Also: Vera Moss.');
	});

	test('are where the nearest place is, with the country when one is named', () => {
		const at = (lat: number, lon: number) => ({
			coordinates: {lat, lon, precision: 2, source: 'source:atlas'} as const,
		});
		expect(
			rowOf(
				{places: ['place:isle', 'place:eastbay']},
				aPlace({id: 'place:isle', kind: 'country', ...at(1, 2)}),
				aTown(at(-30.5, 20)),
			),
		).toMatchObject({
			country: 'Isle',
			location: 'Eastbay',
			latitude: -30.5,
			longitude: 20,
			geo_precision: 2,
		});
		expect(rowOf({places: ['place:dunmore']})).toMatchObject({
			country: '',
			location: 'Dunmore',
			latitude: '',
			geo_precision: '',
		});
	});

	test('have the dead only where they are counted, exactly or at least', () => {
		const dead = (precision: 'exact' | 'minimum' | 'approximate', of = 'people killed') =>
			rowOf({figures: [{value: 7, of, precision}]}).fatalities;
		expect(dead('exact')).toBe(7);
		expect(dead('minimum')).toBe(7);
		expect(dead('approximate')).toBe('');
		expect(dead('exact', 'cars and trucks')).toBe('');
		expect(rowOf({}).fatalities).toBe('');
	});

	test('name their source, what the report says of the time, and the paragraphs', () => {
		const row = rowOf(
			{summary: 'It fell', phrase: 'that night', figures: []},
			anArticle({publisher: 'Dunmore Post'}),
			aPlace(),
		);
		expect(row.source).toBe('Dunmore Post');
		expect(row.notes).toBe(
			'Crane Falls. It fell. When: 2 May 2020, as written: that night. Cited: ¶ 4.',
		);
	});
});

describe('every kind as CSV', () => {
	test('is read back with one header, a row a record and as many cells in each, whatever the texts', () => {
		const lengths: Readonly<Record<string, (dossier: Dossier) => number>> = {
			towns: ({places}) => places.filter(({frontLine}) => frontLine).length,
		};
		fc.assert(
			fc.property(anyRecords, dossier => {
				for (const kind of LIST_NAMES) {
					const [header, ...rows]: string[][] = parse(csvOf(viewOf(dossier), kind));
					expect(rows).toHaveLength(
						lengths[kind]?.(dossier) ?? (dossier[kind as keyof Dossier] as unknown[]).length,
					);
					expect(new Set(rows.map(row => row.length)).size).toBeLessThanOrEqual(1);
					expect(new Set(header).size).toBe(rows[0]?.length ?? header?.length);
				}
			}),
		);
	});

	test('has no cell that a spreadsheet would take for a formula, but for numbers', () => {
		fc.assert(
			fc.property(anyRecords, dossier => {
				for (const kind of LIST_NAMES) {
					const rows: string[][] = parse(csvOf(viewOf(dossier), kind));
					const taken = rows
						.flat()
						.filter(cell => /^[=+\-@\t\r＝＋－＠]/u.test(cell) && Number.isNaN(Number(cell)));
					expect(taken).toEqual([]);
				}
			}),
		);
	});

	test('has events in the columns of ACLED, the built-in ones in order of time', () => {
		const rows: Row[] = parse(csvOf(viewOf(builtInDossier), 'events'), {columns: true});
		expect(rows.map(({event_id_cnty}) => event_id_cnty)).toEqual(
			builtInDossier.events.map(({id}) => id),
		);
		expect(rows.find(({fatalities}) => fatalities !== '')).toMatchObject({
			event_id_cnty: 'event:lockerbie-bombing',
			fatalities: '270',
			year: '1988',
			event_date: '',
		});
	});

	test('tells of a day', () => {
		const dossier = aDossier([
			aTown({control: [{day: LAST_DAY, state: 'contested', basis: 'reported', evidence: []}]}),
		]);
		expect(csvOf(viewOf(dossier, '2020-05-01'), 'towns')).not.toContain('contested');
		expect(csvOf(viewOf(dossier), 'towns')).toContain('contested');
	});
});
