import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {edtfBounds} from '../../source/dossier/edtf-bounds.ts';
import {fittedPlaces, mapPlaces} from '../../source/dossier/map-places.ts';
import {parseDossier} from '../../source/dossier/parse.ts';
import {timeExtents} from '../../source/dossier/time-extents.ts';
import {layOutTime} from '../../source/dossier/time-layout.ts';
import {textWidth} from '../../source/terminal/text-width.ts';
import {frontRoom} from '../../source/ui/front-room.ts';
import type {Spans} from '../../source/ui/line.tsx';
import {mapFrame} from '../../source/ui/map/map-frame.ts';
import {mapLines} from '../../source/ui/map/map-lines.ts';
import {timelineLines} from '../../source/ui/timeline-line.ts';
import {anyFront} from '../support/any-front.ts';
import {openApp} from '../support/app.tsx';
import {aDisplay} from '../support/display.ts';
import {frameFaults} from '../support/frame-faults.ts';

const anySize = fc.oneof(
	fc.record({columns: fc.integer({min: 1, max: 300}), rows: fc.integer({min: 1, max: 100})}),
	fc.record({columns: fc.integer({min: 1, max: 45}), rows: fc.integer({min: 1, max: 14})}),
);

const anyCharset = fc.constantFrom('unicode' as const, 'ascii' as const);

const ASCII = /^[ -~]*$/;

/** What is wrong with drawn lines: too wide, or with a sign that the terminal lacks. */
const faultsOf = (
	lines: readonly Spans[],
	columns: number,
	charset: 'unicode' | 'ascii',
): readonly string[] =>
	lines
		.map(spans => spans.map(({text}) => text).join(''))
		.filter(line => textWidth(line) > columns || (charset === 'ascii' && !ASCII.test(line)));

describe('of whatever front line, on whatever screen', () => {
	test('the report is one that could be read from a file', () => {
		fc.assert(
			fc.property(anyFront, dossier => {
				const read = parseDossier(JSON.stringify(dossier));
				expect(read.ok ? [] : read.faults).toEqual([]);
			}),
			{numRuns: 50},
		);
	});

	test('the strip keeps to its columns, and leaves the list its room', () => {
		fc.assert(
			fc.property(anyFront, anySize, anyCharset, fc.nat(), (dossier, size, charset, which) => {
				const {strip, rows, columns} = frontRoom(
					which % 2 === 0 ? dossier.span.first : dossier.span.last,
					dossier.places[which % dossier.places.length]?.id,
					size,
					which % (dossier.places.length + 1),
					aDisplay(dossier, {charset}),
				);
				expect(faultsOf(strip, size.columns, charset)).toEqual([]);
				expect(Math.min(rows, columns)).toBeGreaterThanOrEqual(1);
			}),
			{numRuns: 200},
		);
	});

	test('the line of time keeps to its rows and columns', () => {
		fc.assert(
			fc.property(
				anyFront,
				anySize,
				fc.integer({min: 0, max: 12}),
				anyCharset,
				fc.nat(),
				(dossier, {columns}, rows, charset, which) => {
					const {events, span} = dossier;
					const lines = timelineLines(
						layOutTime(timeExtents(events, edtfBounds), columns),
						{
							selected: events[which % events.length]?.id,
							related: new Set(events.slice(0, 3).map(({id}) => id)),
							isFocused: which % 2 === 0,
						},
						span.first,
						rows,
						aDisplay(dossier, {charset}),
					);
					expect(lines.length).toBeLessThanOrEqual(rows);
					expect(faultsOf(lines, columns, charset)).toEqual([]);
				},
			),
			{numRuns: 200},
		);
	});

	test('the map has all its cells and no more, wherever it lies and however near it is', () => {
		fc.assert(
			fc.property(
				anyFront,
				anySize,
				fc.integer({min: -30, max: 30}),
				anyCharset,
				(dossier, size, zoom, charset) => {
					const places = mapPlaces(dossier, dossier.span.last);
					const lines = mapLines(
						{
							places,
							road: places,
							frame: mapFrame(fittedPlaces(places), {zoom, centre: undefined}, size),
							coast: undefined,
							selected: places[0]?.id,
							style: charset === 'ascii' ? 'ascii' : 'braille',
						},
						aDisplay(dossier, {charset}),
					);
					expect(faultsOf(lines, size.columns, charset)).toEqual([]);
					expect(lines.map(spans => textWidth(spans.map(({text}) => text).join('')))).toEqual(
						Array.from({length: size.rows}, () => size.columns),
					);
				},
			),
			{numRuns: 200},
		);
	});

	test('every screen fits, whatever is open on it and however it is resized', async () => {
		const screens = [
			['j'],
			['2', 'z', '+'],
			['4', 'G'],
			['5', 'j'],
			['['],
			['/', 'a'],
			[':', '2'],
			['?'],
			['i'],
			['e'],
			['x', 'j'],
			['s', 'e'],
			['c', 'enter'],
			['f', 'enter', 'esc'],
			['f', 'enter', 's', 'w'],
			['w', 'tab', '-', 'left'],
			['m', 'a', 'enter', "'"],
			['Y', 'Y'],
		] as const;
		await fc.assert(
			fc.asyncProperty(
				anyFront,
				fc.uniqueArray(anySize, {
					minLength: 2,
					maxLength: 3,
					selector: ({columns, rows}) => `${columns}×${rows}`,
				}),
				fc.constantFrom(...screens),
				anyCharset,
				async (dossier, [first = {columns: 80, rows: 24}, ...others], keys, charset) => {
					using app = await openApp(dossier, {...first, charset, copy: () => false});
					app.press(...keys);
					for (const {columns, rows} of others) {
						app.resize(columns, rows);
						await expect.poll(() => frameFaults(app, columns, rows, charset === 'ascii')).toBe('');
					}
				},
			),
			{numRuns: 60},
		);
	});
});
