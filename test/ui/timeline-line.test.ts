import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {catalogOf} from '../../source/dossier/catalog.ts';
import {edtfBounds} from '../../source/dossier/edtf-bounds.ts';
import type {DossierEvent, RecordId} from '../../source/dossier/schema.ts';
import {timeExtents, timeLabel} from '../../source/dossier/time-extents.ts';
import {layOutTime} from '../../source/dossier/time-layout.ts';
import {KEYMAP} from '../../source/state/keymap.ts';
import {glyphsOf} from '../../source/terminal/glyphs.ts';
import {textWidth} from '../../source/terminal/text-width.ts';
import {THEMES} from '../../source/terminal/theme.ts';
import type {Display} from '../../source/ui/display.ts';
import type {Spans} from '../../source/ui/line.tsx';
import {createLazyAtlas} from '../../source/ui/map/lazy-atlas.ts';
import {timelineLines} from '../../source/ui/timeline-line.ts';
import {anyEvents} from '../support/any-events.ts';
import {aDossier, anEvent} from '../support/dossier.ts';

const displayIn = (charset: 'unicode' | 'ascii'): Display => ({
	catalog: catalogOf(aDossier([])),
	glyphs: glyphsOf(charset),
	theme: THEMES.terminal,
	present: text => text,
	article: undefined,
	canvas: charset === 'ascii' ? 'ascii' : 'braille',
	keymap: KEYMAP,
	atlas: createLazyAtlas(),
});

interface View {
	readonly columns?: number;
	readonly rows?: number;
	readonly selected?: RecordId;
	readonly related?: readonly RecordId[];
	readonly asOf?: string;
	readonly charset?: 'unicode' | 'ascii';
	readonly isFocused?: boolean;
}

const spansOf = (
	events: readonly DossierEvent[],
	{
		columns = 60,
		rows = 4,
		selected,
		related = [],
		asOf = '2030-01-01',
		charset = 'unicode',
		isFocused = true,
	}: View = {},
): readonly Spans[] =>
	timelineLines(
		layOutTime(timeExtents(events, edtfBounds), columns),
		{selected, related: new Set(related), isFocused},
		asOf,
		rows,
		displayIn(charset),
	);

const textOf = (spans: Spans): string => spans.map(({text}) => text).join('');

const drawn = (...given: Parameters<typeof spansOf>): readonly string[] =>
	spansOf(...given).map(textOf);

const on = (id: string, when: string, precision: DossierEvent['precision'] = 'day') =>
	anEvent({id: `event:${id}`, when, precision});

const feud: readonly DossierEvent[] = [
	on('charter', '1969', 'year'),
	on('quarrel', '198X', 'decade'),
	on('siege', '2020-04-02/..', 'interval'),
	on('truce', '2020-04-25~/2020-04-29~', 'interval'),
	on('crane', '2020-05-01'),
	on('ropes', '2020-05-01'),
	on('speech', '2020-05-02'),
];

/** The spans of a row in reverse video, with the column of each. */
const reversed = (spans: Spans): readonly {readonly column: number; readonly text: string}[] => {
	let end = 0;
	return spans.flatMap(({text, look}) => {
		const column = end;
		end += textWidth(text);
		return look?.inverse === true ? [{column, text}] : [];
	});
};

const SIGNS = {unicode: '▾', ascii: 'v'} as const;

const anyView = fc.record({
	columns: fc.integer({min: 16, max: 300}),
	rows: fc.integer({min: 2, max: 6}),
	charset: fc.constantFrom('unicode', 'ascii'),
	asOf: fc.constantFrom('1066-10-14', '1970-02-01', '1990-01-01', '2020-05-01'),
	which: fc.nat(),
	others: fc.array(fc.nat(), {maxLength: 5}),
});

describe('the line of time', () => {
	test('shows what happened in order, the long gaps squeezed, with their length written in', () => {
		expect(drawn(feud)).toEqual([
			'1969         1980s        2 Apr 2020   ~25 Apr   1 May 2 May',
			'○┄┄┄//11 y//┄┄┄○┄┄┄//40 y//┄┄┄┄○┄┄┄23 d┄┄┄○┄┄6 d┄┄┄2───────●',
			'├┤             ├──┤            ├───────────────────────────▷',
			'                                          ~─────~',
		]);
	});

	test('is as plain in ASCII', () => {
		expect(drawn(feud, {charset: 'ascii', selected: 'event:quarrel'})).toEqual([
			'1969           v 1980s    2 Apr 2020   ~25 Apr   1 May 2 May',
			'o...//11 y//...o...//40 y//....o...23 d...o..6 d...2-------*',
			'||             |--|            |--------------------------->',
			'                                          ~-----~',
		]);
	});

	test('reverses the selected mark, its date and its stretch, under a pointer', () => {
		const lines = spansOf(feud, {selected: 'event:quarrel'});
		expect(lines.map(reversed)).toEqual([
			[{column: 15, text: '▾ 1980s'}],
			[{column: 15, text: '○'}],
			[{column: 15, text: '├──┤'}],
			[],
		]);
		expect(drawn(feud, {selected: 'event:crane'})[0]).toMatch(/1 May ▾ +2 May/);
	});

	test('keeps the pointer but not the reverse video while another pane has the focus', () => {
		const lines = spansOf(feud, {selected: 'event:quarrel', isFocused: false});
		expect(lines.flatMap(reversed)).toEqual([]);
		expect(textOf(lines[0] ?? [])).toContain('▾ 1980s');
	});

	test('has a sign over what is linked to the selection, and its mark in bold', () => {
		const lines = spansOf(feud, {selected: 'event:quarrel', related: ['event:speech']});
		expect(textOf(lines[0] ?? [])).toMatch(/2 May •$/);
		expect(lines[1]?.at(-1)).toEqual({text: '●', look: THEMES.terminal.title});
	});

	test('has the as-of day in brackets, with a tick where nothing happened', () => {
		expect(drawn(feud, {asOf: '2020-05-01'})[0]).toContain('[1 May] 2 May');
		const [dates = '', axis = ''] = drawn(feud, {asOf: '2020-04-28'});
		expect(dates).toContain('[28 Apr]');
		expect(axis.indexOf('│')).toBeGreaterThan(axis.indexOf('23 d'));
		expect(dates.indexOf('[28 Apr]')).toBeLessThanOrEqual(axis.indexOf('│'));
	});

	test('does not show an as-of day that lies beyond the line', () => {
		for (const asOf of ['1900-01-01', '2030-01-01']) {
			expect(drawn(feud, {asOf}).join('')).not.toMatch(/[[│]/);
		}
	});

	test('of one row is the axis alone, with the pointer in it', () => {
		expect(drawn(feud, {rows: 1, selected: 'event:crane'})).toEqual([
			'○┄┄┄//11 y//┄┄┄○┄┄┄//40 y//┄┄┄┄○┄┄┄23 d┄┄┄○┄┄6 d┄┄┄▾───────●',
		]);
	});

	test('is left out without room or events', () => {
		expect(drawn(feud, {rows: 0})).toEqual([]);
		expect(drawn(feud, {columns: 15})).toEqual([]);
		expect(drawn([])).toEqual([]);
		expect(drawn([on('never', '../..', 'interval')])).toEqual([]);
	});

	test.each([
		[
			'a day',
			'2020-05-01',
			'day',
			['              1 May 2020', '───────────────────●────────────────────'],
		],
		[
			'a year',
			'2020',
			'year',
			[
				'2020',
				'○───────────────────────────────────────',
				'├──────────────────────────────────────┤',
			],
		],
		[
			'an interval',
			'1914-07-28/1918-11-11~',
			'interval',
			[
				'28 Jul 1914                 ~11 Nov 1918',
				'○───────────────────────────────────────',
				'├──────────────────────────────────────~',
			],
		],
		[
			'an open beginning',
			'../2020-05-01',
			'interval',
			[
				'              1 May 2020',
				'───────────────────○────────────────────',
				'◁──────────────────┤',
			],
		],
		[
			'a day that is only called approximate',
			'2020-05-01',
			'approximate',
			[
				'              1 May 2020',
				'───────────────────○────────────────────',
				'                   ~',
			],
		],
		[
			'about a day',
			'2020-05-01~',
			'approximate',
			[
				'              ~1 May 2020',
				'───────────────────○────────────────────',
				'                   ~',
			],
		],
	] as const)('draws %s as what it is', (_, when, precision, rows) => {
		expect(drawn([on('only', when, precision)], {columns: 40})).toEqual(rows);
	});

	test('gives days their year where no other is of that year', () => {
		const days = [
			on('a', '1914-06-28'),
			on('b', '1939-09-01'),
			on('c', '2011-03-30'),
			on('d', '2011-03-31'),
		];
		expect(drawn(days, {columns: 60})[0]).toMatch(/28 Jun 1914 +1 Sep 1939 +30 Mar 2011 +31 Mar/);
		expect(drawn(days, {columns: 24})[0]).toMatch(/^1914 +1 Sep 1939 +2011$/);
	});

	test('says the year of the first day in it, and nothing but the year where both have no room', () => {
		const days = [
			on('a', '2009', 'year'),
			on('b', '2011-02-15'),
			on('c', '2011-03-03'),
			on('d', '2011-03-31'),
		];
		expect(drawn(days, {columns: 40})[0]).toBe('2009          15 Feb 2011 3 Mar   31 Mar');
		expect(drawn(days, {columns: 24})[0]).toBe('2009 15 Feb 2011  31 Mar');
		expect(drawn(days, {columns: 20})[0]).toBe('2009  2011    31 Mar');
	});

	test('never has a day stand so that it is taken for one of another year', () => {
		fc.assert(
			fc.property(anyEvents, anyView, (events, {which, others, ...view}) => {
				const [dates = []] = spansOf(events, {...view, asOf: '3000-01-01'});
				const words = dates.map(({text}) => text);
				for (const [at, text] of words.entries()) {
					const before = words.slice(0, at);
					if (/^~?\d{1,2} [A-Z][a-z]{2}$/.test(text)) {
						expect(before.some(other => /\d{3,}|BC|AD/.test(other))).toBe(true);
					}

					// A year right behind a day would be read as that day's.
					const isClose = before.at(-1) === ' ';
					expect(
						isClose && /^\d{4}$/.test(text) && /\d [A-Z][a-z]{2}$/.test(before.at(-2) ?? ''),
					).toBe(false);
				}
			}),
		);
	});

	test('tells the as-of day beside the selection by its day alone, where there is no more room', () => {
		const days = [on('a', '1969', 'year'), on('b', '2020-05-01'), on('c', '2020-05-02')];
		const at = (columns: number, selected: RecordId, asOf: string) =>
			drawn(days, {columns, selected, asOf})[0];
		expect(at(20, 'event:b', '2020-05-02')).toMatch(/1 May 2020 ▾ +\[2\]$/);
		expect(at(20, 'event:c', '2020-05-01')).toMatch(/\[1 May 2020\] 2$/);
	});

	test('has the as-of day in bold, with its brackets and without', () => {
		const days = [on('a', '1969', 'year'), on('b', '2020-05-01'), on('c', '2020-05-02')];
		for (const columns of [18, 20, 40]) {
			const [dates = []] = spansOf(days, {columns, selected: 'event:b', asOf: '2020-05-02'});
			expect(dates.at(-1)).toMatchObject({text: expect.stringContaining('2'), look: {bold: true}});
		}
	});

	test('tells the end beside the selection by its day alone, where there is no more room', () => {
		const days = [on('a', '1969', 'year'), on('b', '2020-05-01'), on('c', '2020-05-02')];
		expect(drawn(days, {columns: 17, selected: 'event:b'})[0]).toMatch(/1 May 2020 2$/);
	});

	test('has room for more days when each is nothing but its year', () => {
		const days = ['2009-05-10', '2010-05-11', '2011-05-12', '2012-05-13'].map((when, at) =>
			on(`n${at}`, when),
		);
		expect(drawn(days, {columns: 19})[0]).toBe('2009 2010 2011 2012');
	});

	test('is dated by the most exact of what begins on one day', () => {
		const days = [on('year', '2020', 'year'), on('day', '2020-01-01'), on('later', '2020-03-01')];
		for (const events of [days, days.toReversed()]) {
			expect(drawn(events, {columns: 60})[0]).toMatch(/^1 Jan 2020 +1 Mar/);
		}
	});

	test('keeps about beside a day alone', () => {
		expect(timeLabel('2020-05-02~', Date.parse('2020-05-02')).dayOfMonth).toBe('~2');
	});

	test('keeps stretches in one row apart', () => {
		const lines = drawn([
			on('a', '2020-01', 'month'),
			on('b', '2020-02', 'month'),
			on('c', '2020-03', 'month'),
		]);
		expect(lines).toHaveLength(4);
		for (const line of lines.slice(2)) {
			expect(line).not.toMatch(/[┤│][├│]/);
		}
	});

	test('reads years before the first as people count them, and a century as one', () => {
		const ages = [
			on('ides', '-0043-03-15'),
			on('fall', '0476', 'year'),
			on('war', '19XX', 'year'),
			on('deed', '2011-03-31T10:00'),
		];
		expect(drawn(ages, {columns: 100, selected: 'event:ides'})[0]).toMatch(
			/^▾ 15 Mar 44 BC +AD 476 +20th century +31 Mar 2011$/,
		);
	});

	test.each([
		[9, '9', '9'],
		[10, '+', '+'],
		[29, '+', '+'],
		[30, '▒', '%'],
		[99, '▒', '%'],
		[100, '▓', '#'],
		[299, '▓', '#'],
		[300, '█', '@'],
		[5000, '█', '@'],
	])('says that %i share a column, the more the denser', (count, unicode, ascii) => {
		const many = Array.from({length: count}, (_, at) => on(`n${at}`, '2020-05-01'));
		expect(drawn(many, {columns: 16})[1]).toBe(`───────${unicode}────────`);
		expect(drawn(many, {columns: 16, charset: 'ascii'})[1]).toBe(`-------${ascii}--------`);
	});

	test('puts the stretch of the selection first, and keeps its height', () => {
		const years = ['1900/1950', '1901/1951', '1902/1952', '1903/1953'].map((when, at) =>
			on(`reign${at}`, when, 'interval'),
		);
		const of = (selected?: RecordId) => spansOf(years, {rows: 3, ...(selected ? {selected} : {})});
		expect(of()).toHaveLength(3);
		expect(of('event:reign3')).toHaveLength(3);
		expect(reversed(of('event:reign3')[2] ?? [])).toHaveLength(1);
	});

	test('fits its columns and shows the selection and its date, whatever happened and wherever', () => {
		fc.assert(
			fc.property(anyEvents, anyView, (events, {which, others, ...view}) => {
				const {extents} = timeExtents(events, edtfBounds);
				const extent = extents[which % Math.max(1, extents.length)];
				fc.pre(extent !== undefined);
				const related = others.flatMap(at => events[at % events.length]?.id ?? []);
				const lines = spansOf(events, {...view, selected: extent.id, related});
				expect(lines.length).toBeGreaterThanOrEqual(2);
				expect(lines.length).toBeLessThanOrEqual(view.rows);
				for (const line of lines) {
					expect(textWidth(textOf(line))).toBeLessThanOrEqual(view.columns);
				}

				const {scale} = layOutTime(timeExtents(events, edtfBounds), view.columns);
				const [dates = [], axis = []] = lines;
				const [mark] = reversed(axis);
				expect(mark).toMatchObject({column: scale.columnOf(extent.day)});
				expect(mark?.text).toHaveLength(1);
				const [date] = reversed(dates);
				expect(date?.text).toContain(timeLabel(extent.date, extent.day).short);
				const pointers = [
					...(date?.text ?? '').matchAll(view.charset === 'ascii' ? /\bv\b/g : /▾/g),
				].map(({index}) => index + (date?.column ?? 0));
				expect([...pointers, mark?.text === SIGNS[view.charset] ? mark.column : -1]).toContain(
					mark?.column,
				);
			}),
		);
	});

	test('never lets a date touch another, or the sign of another', () => {
		fc.assert(
			fc.property(anyEvents, anyView, (events, {which, others, ...view}) => {
				const [dates = []] = spansOf(events, {
					...view,
					related: others.flatMap(at => events[at % events.length]?.id ?? []),
				});
				const sign = glyphsOf(view.charset).related;
				for (const [at, {text}] of dates.entries()) {
					const before = dates[at - 1]?.text ?? ' ';
					expect(text.trim() === '' || before.trim() === '' || before + text === sign + sign).toBe(
						true,
					);
				}
			}),
		);
	});

	test('counts every event once', () => {
		fc.assert(
			fc.property(anyEvents, fc.integer({min: 16, max: 300}), (events, columns) => {
				const {marks} = layOutTime(timeExtents(events, edtfBounds), columns);
				expect(marks.reduce((sum, {count}) => sum + count, 0)).toBe(events.length);
				const axis = textOf(spansOf(events, {columns, asOf: '3000-01-01'})[1] ?? []);
				for (const {column, count} of marks) {
					expect(axis[column]).toMatch(
						count > 9 ? /[+▒▓█]/ : count > 1 ? String(count) : count === 1 ? /[●○]/ : /[─┄]/,
					);
				}
			}),
		);
	});
});
