import fc from 'fast-check';
import {beforeAll, describe, expect, test} from 'vitest';
import {builtInDossier} from '../../source/dossier/built-in.ts';
import {kmBetween} from '../../source/dossier/great-circle.ts';
import {fittedPlaces, type MapPlace, mapPlaces, roadPath} from '../../source/dossier/map-places.ts';
import type {Control} from '../../source/dossier/schema.ts';
import type {CanvasStyle} from '../../source/terminal/canvas.ts';
import {glyphsOf} from '../../source/terminal/glyphs.ts';
import {textWidth} from '../../source/terminal/text-width.ts';
import {THEMES} from '../../source/terminal/theme.ts';
import type {Display} from '../../source/ui/display.ts';
import type {Span, Spans} from '../../source/ui/line.tsx';
import {type Coast, createCoast} from '../../source/ui/map/coast.ts';
import {type MapFrame, mapFrame} from '../../source/ui/map/map-frame.ts';
import {kmPerDot, type MapPicture, mapLines} from '../../source/ui/map/map-lines.ts';
import {scaleBar} from '../../source/ui/map/scale-bar.ts';
import {anyText} from '../support/any-text.ts';
import {aDossier, aPlace, aRoad, aTown, held} from '../support/dossier.ts';

const displayIn = (
	charset: 'unicode' | 'ascii',
): Pick<Display, 'glyphs' | 'theme' | 'present'> => ({
	glyphs: glyphsOf(charset),
	theme: THEMES.terminal,
	present: text => text,
});

const SIZE = {columns: 60, rows: 16};

const town = (name: string, lat: number, lon: number, given: Partial<MapPlace> = {}): MapPlace => ({
	id: `place:${name.toLowerCase()}`,
	name,
	lat,
	lon,
	isTown: true,
	isRegion: false,
	state: 'government',
	isCarried: false,
	isNew: false,
	...given,
});

const WEST = town('West', 10, 10);
const EAST = town('East', 11, 14, {state: 'opposition'});

const picture = (
	places: readonly MapPlace[],
	{
		columns,
		rows,
		zoom = 0,
		...given
	}: Partial<MapPicture> & {
		readonly columns?: number;
		readonly rows?: number;
		readonly zoom?: number;
	} = {},
): MapPicture => ({
	places,
	road: [],
	frame: mapFrame(
		fittedPlaces(places),
		{zoom, centre: undefined},
		{columns: columns ?? SIZE.columns, rows: rows ?? SIZE.rows},
	),
	coast: undefined,
	selected: undefined,
	style: 'braille',
	...given,
});

const charsetOf = (style: CanvasStyle): 'unicode' | 'ascii' =>
	style === 'ascii' ? 'ascii' : 'unicode';

const drawn = (given: MapPicture): readonly Spans[] =>
	mapLines(given, displayIn(charsetOf(given.style)));

const textOf = (spans: Spans): string => spans.map(({text}) => text).join('');

const textsOf = (given: MapPicture): readonly string[] => drawn(given).map(textOf);

const spanOf = (given: MapPicture, text: string): Span | undefined =>
	drawn(given)
		.flat()
		.find(span => span.text === text);

/** Where a text stands: its row and its column. */
const findIn = (lines: readonly string[], text: string): readonly [row: number, column: number] => {
	const row = lines.findIndex(line => line.includes(text));
	return [row, lines[row]?.indexOf(text) ?? -1];
};

/** A map so low that a length is true all over it. */
const EQUATOR: Pick<MapFrame, 'centre' | 'window'> = {
	centre: {lat: 0, lon: 0},
	window: {west: -1, south: -1, east: 1, north: 1},
};

/** The first of the cells of braille; a bit of what is added to it stands for each dot. */
const BLANK = 0x28_00;

/** A straight coast along a parallel. */
const shoreAt = (lat: number): Pick<Coast, 'within'> => ({
	within: ({west, east}) => [Float32Array.of(west - 1, lat, east + 1, lat)],
});

describe('the map', () => {
	test('shows each town by who holds it, and every other place by a dot', () => {
		const lines = textsOf(
			picture([
				WEST,
				EAST,
				town('Nowhere', 10.5, 12, {state: undefined}),
				town('Field', 10.2, 13, {isTown: false}),
			]),
		);
		const [westRow, westColumn] = findIn(lines, '■ West');
		const [eastRow, eastColumn] = findIn(lines, '□ East');
		expect(westRow).toBeGreaterThan(eastRow);
		expect(westColumn).toBeLessThan(eastColumn);
		expect(findIn(lines, '? Nowhere')[0]).toBeGreaterThan(0);
		expect(findIn(lines, '• Field')[0]).toBeGreaterThan(0);
	});

	test('has a name and no mark for a region', () => {
		const lines = textsOf(
			picture([WEST, EAST, town('Shire', 10.5, 12, {isTown: false, isRegion: true})]),
		);
		expect(lines.join('\n')).toContain('Shire');
		expect(lines.join('\n')).not.toContain('•');
	});

	test('names the regions that lie on one cell, one over the other', () => {
		const region = (name: string): MapPlace =>
			town(name, 10.5, 12, {isTown: false, isRegion: true});
		const lines = textsOf(picture([WEST, EAST, region('Shire'), region('Kingdom')])).join('\n');
		expect(lines).toContain('Shire');
		expect(lines).toContain('Kingdom');
	});

	test('has the selected place in reverse video with a sign before its name, and sets towns apart from the rest', () => {
		const field = town('Field', 10.5, 12, {isTown: false});
		const given = picture([WEST, EAST, field], {selected: EAST.id});
		expect(spanOf(given, 'Field')?.look).toEqual(THEMES.terminal.secondary);
		expect(spanOf(given, '› East')?.look).toEqual(THEMES.terminal.selected);
		expect(spanOf(given, 'West')?.look).toEqual(THEMES.terminal.title);
	});

	test('shows who holds the selected town, and not who holds another on its cell', () => {
		const twin = town('Twin', WEST.lat, WEST.lon, {state: 'contested'});
		const site = town('Field', WEST.lat, WEST.lon, {isTown: false});
		const places = [WEST, EAST, twin, site];
		expect(textsOf(picture(places)).join('\n')).toMatch(/■ West/);
		const lines = textsOf(picture(places, {selected: twin.id})).join('\n');
		expect(lines).toMatch(/◨ › Twin|› Twin ◨/);
		expect(lines).not.toMatch(/■|West/);
		expect(textsOf(picture(places, {selected: site.id})).join('\n')).toMatch(/West ■ › Field/);
	});

	test('draws the coast under everything, and the rest while there is none', () => {
		const places = [WEST, EAST];
		const without = textsOf(picture(places));
		expect(without.join('')).not.toMatch(/[\u2801-\u28FF]/);
		const lines = textsOf(picture(places, {coast: shoreAt(10.5)}));
		const shores = lines.filter(line => /^[\u2801-\u28FF]{60}$/.test(line));
		expect(shores).toHaveLength(1);
		expect(findIn(lines, '■ West')).toEqual(findIn(without, '■ West'));
	});

	test('draws an island smaller than a dot as a dot', () => {
		const given = picture([WEST, EAST]);
		const {lat, lon} = given.frame.centre;
		const island = Float32Array.of(lon, lat, lon + 1e-4, lat, lon, lat + 1e-4, lon, lat);
		const lines = textsOf({...given, coast: {within: () => [island]}});
		expect(lines.join('').replaceAll(/[^\u2801-\u28FF]/g, '')).toHaveLength(1);
	});

	test('joins no coast to another, nor the ends of one that leaves the map and comes back', () => {
		const given = picture([WEST, EAST]);
		const {west, east, north} = given.frame.window;
		const lat = given.frame.centre.lat;
		const ends = [
			Float32Array.of(west, lat, west + 0.2, lat),
			Float32Array.of(east - 0.2, lat, east, lat),
			Float32Array.of(west + 1, lat, west + 1, north + 3, east - 1, north + 3, east - 1, lat),
		];
		const lines = textsOf({...given, places: [], coast: {within: () => ends}});
		for (const line of lines.slice(0, -1)) {
			expect(line.slice(20, 40).trim()).toBe('');
		}

		expect(lines[0]).toMatch(/[\u2801-\u28FF] +[\u2801-\u28FF]/);
	});

	test('keeps names clear of the coast', () => {
		const lines = textsOf(picture([WEST, EAST], {coast: shoreAt(10)}));
		const [row] = findIn(lines, '■');
		expect(lines[row]).toMatch(/^[\u2801-\u28FF]+■[\u2801-\u28FF]+$/);
		expect(findIn(lines, 'West')[0]).not.toBe(row);
	});

	test('leaves a blank on either side of a name that stands on the coast', () => {
		const everywhere: Pick<Coast, 'within'> = {
			within: ({west, east}) =>
				Array.from({length: 200}, (_, at) => Float32Array.of(west, 5 + at / 20, east, 5 + at / 20)),
		};
		const lines = textsOf(picture([WEST, EAST], {coast: everywhere}));
		expect(lines.join('\n')).toMatch(/[\u2801-\u28FF]■ West [\u2801-\u28FF]/);
		expect(lines.at(-1)).toMatch(/ km [\u2801-\u28FF]/);
	});

	test('draws what goes north and south as exactly near a pole, where degrees are long', () => {
		const places = [town('North', 82.2, 10), town('South', 81.8, 10)];
		const {frame} = picture(places);
		const dot = frame.latSpan / frame.size.rows / 4;
		const {lat, lon} = frame.centre;
		const inlet = Float32Array.of(lon, lat, lon, lat + 2 * dot, lon, lat);
		const lines = textsOf(picture([], {frame, coast: {within: () => [inlet]}}));
		const cells = lines.slice(0, -1).join('').replaceAll(' ', '');
		const bits = Array.from(cells, cell => (cell.charCodeAt(0) - BLANK).toString(2)).join('');
		expect(bits.replaceAll('0', '')).toHaveLength(3);
	});

	test('asks for the coast with what a dot stands for', () => {
		const asked: number[] = [];
		const coast: Pick<Coast, 'within'> = {
			within(_, km) {
				asked.push(km);
				return [];
			},
		};
		const given = picture([WEST, EAST], {coast});
		drawn(given);
		drawn({...given, style: 'ascii'});
		expect(asked).toEqual([given.frame.kmPerCell / 2, given.frame.kmPerCell]);
		expect(kmPerDot(given.frame, 'half-blocks')).toBe(given.frame.kmPerCell);
	});

	test('dots a road from place to place', () => {
		const lines = textsOf(picture([WEST, EAST], {road: [WEST, EAST], style: 'ascii'}));
		const dots = lines
			.slice(0, -1)
			.join('')
			.replaceAll(/[^'.:]/g, '').length;
		expect(dots).toBeGreaterThan(5);
		expect(dots).toBeLessThan(20);
	});

	test('has a scale bar at the bottom left, in signs that the terminal has', () => {
		expect(textsOf(picture([WEST, EAST])).at(-1)).toMatch(/^├─+┤ [125]0* km/);
		expect(textsOf(picture([WEST, EAST], {style: 'ascii'})).at(-1)).toMatch(/^\|-+\| [125]0* km/);
	});

	test('moves the scale bar where a mark stands in its corner, or leaves it out', () => {
		const given = picture([WEST, EAST]);
		const {window} = given.frame;
		const inCorner = (lon: number): MapPlace =>
			town('Corner', window.south + 0.01, lon, {isTown: false});
		const [left, right] = [inCorner(window.west + 0.01), inCorner(window.east - 0.01)];
		expect(textsOf({...given, places: [left]}).at(-1)).toMatch(/^•.* ├─+┤ \d+ km$/);
		expect(textsOf({...given, places: [left, right]}).at(-1)).not.toContain('km');
	});

	test('has a scale bar of the right length, to half a cell', () => {
		fc.assert(
			fc.property(
				fc.double({min: 0.05, max: 1000, noNaN: true}),
				fc.integer({min: 24, max: 240}),
				(kmPerCell, columns) => {
					const bar = scaleBar({...EQUATOR, kmPerCell, size: {columns, rows: 10}}, 'ascii');
					const [line = '', length = ''] = (bar?.text ?? '').split(' ');
					expect(Number(length)).toBe(bar?.km);
					expect(length).toMatch(/^(0\.)?0*[125]0*$/);
					expect(Math.abs(line.length - 1 - (bar?.km ?? 0) / kmPerCell)).toBeLessThanOrEqual(0.5);
					expect(line.length).toBeGreaterThan(3);
					expect(line.length).toBeLessThanOrEqual(columns / 2);
				},
			),
			{numRuns: 300},
		);
	});

	test('has a scale bar whose ends are as far apart on the Earth as it says, at any latitude', () => {
		const anyLat = fc.double({min: -80, max: 80, noNaN: true});
		fc.assert(
			fc.property(anyLat, fc.integer({min: 40, max: 200}), (lat, columns) => {
				const places = [town('West', lat, 10), town('East', lat, 12)];
				const {frame} = picture(places, {columns});
				const bar = scaleBar(frame, 'braille');
				const cells = (bar?.text.lastIndexOf('┤') ?? 0) - (bar?.text.indexOf('├') ?? 0);
				const {centre} = frame;
				const end = {lat: centre.lat, lon: centre.lon + (cells * frame.lonSpan) / columns};
				const halfCell = frame.kmPerCell / 2 + 0.1;
				expect(Math.abs(kmBetween(centre, end) - (bar?.km ?? 0))).toBeLessThanOrEqual(halfCell);
			}),
		);
	});

	test('says where its scale bar is true, once it shows too much of the Earth for one', () => {
		const barOf = (lat: number, zoom: number, given: Partial<MapPicture> = {}): string =>
			textsOf(picture([town('West', lat, 10), town('East', lat + 1, 14)], {zoom, ...given})).at(
				-1,
			) ?? '';
		expect(barOf(30, 0).trim()).toMatch(/^├─+┤ \d+ km$/);
		expect(barOf(30, -9).trim()).toMatch(/^├─+┤ \d+ km at 31° N$/);
		expect(barOf(-30, -9, {style: 'ascii'}).trim()).toMatch(/^\|-+\| \d+ km at 30 S$/);
		expect(barOf(-0.5, -9).trim()).toMatch(/^├─+┤ \d+ km at the equator$/);
		const poleward = picture([town('North', 70, 0), town('South', 40, 1)], {columns: 30});
		expect(textsOf(poleward).at(-1)?.trim()).toMatch(/ km at 5\d° N$/);
		expect(
			textsOf({...poleward, frame: {...poleward.frame, size: {columns: 18, rows: 16}}}).at(-1),
		).toMatch(/^├─+┤ \d+ km *$/);
	});

	test('is as many rows of as many cells as it has, whatever the places', () => {
		const state = fc.constantFrom<Control['state'] | undefined>(
			'contested',
			'abandoned',
			undefined,
		);
		const anyMapPlace = fc.record({
			name: anyText({maxLength: 15}),
			lat: fc.double({min: -90, max: 90, noNaN: true}),
			lon: fc.double({min: -180, max: 180, noNaN: true}),
			isTown: fc.boolean(),
			isRegion: fc.boolean(),
			isCarried: fc.boolean(),
			isNew: fc.boolean(),
			state,
		});
		fc.assert(
			fc.property(
				fc.array(anyMapPlace, {maxLength: 15}),
				fc.integer({min: 1, max: 100}),
				fc.integer({min: 1, max: 30}),
				fc.integer({min: -20, max: 20}),
				fc.constantFrom<CanvasStyle>('braille', 'half-blocks', 'ascii'),
				(given, columns, rows, zoom, style) => {
					const places = given.map((place, at): MapPlace => ({...place, id: `place:n${at}`}));
					const lines = textsOf(
						picture(places, {
							columns,
							rows,
							zoom,
							style,
							coast: shoreAt(places[0]?.lat ?? 0),
							road: places,
							selected: 'place:n0',
						}),
					);
					expect(lines).toHaveLength(rows);
					expect(lines.map(textWidth)).toEqual(lines.map(() => columns));
				},
			),
			{numRuns: 200},
		);
	});
});

describe('the places of a map', () => {
	test('are those with coordinates: towns, then exact places, then rough ones and regions', () => {
		const coordinates = {lat: 1, lon: 2, source: 'source:atlas'} as const;
		const places = mapPlaces(
			aDossier([
				aPlace({id: 'place:shire', coordinates: {...coordinates, precision: 3}}),
				aPlace({id: 'place:harbour', coordinates: {...coordinates, precision: 1}}),
				aTown({
					id: 'place:eastbay',
					coordinates: {...coordinates, precision: 1},
					control: [held('2020-05-01', 'contested'), held('2020-05-02', 'government')],
				}),
				aTown({id: 'place:lost'}),
			]),
			'2020-05-01',
		);
		expect(places.map(({name, state, isRegion}) => [name, state, isRegion])).toEqual([
			['Eastbay', 'contested', false],
			['Harbour', undefined, false],
			['Shire', undefined, true],
		]);
		expect(fittedPlaces(places).map(({name}) => name)).toEqual(['Eastbay']);
		expect(fittedPlaces(places.slice(1))).toHaveLength(2);
	});
});

describe('a road on a map', () => {
	const road = aRoad({
		towns: [
			{place: 'place:west', km: 0},
			{place: 'place:lost', km: 20},
			{place: 'place:east', km: 50},
		],
	});

	test('leads through its towns, as far as it is told where they lie', () => {
		expect(roadPath(road, [EAST, WEST])).toEqual([WEST, EAST]);
	});

	test('leads along its own points where they are told', () => {
		const path = [
			{lat: 10, lon: 10},
			{lat: 12, lon: 12},
		];
		expect(roadPath({...road, path}, [EAST, WEST])).toEqual(path);
	});
});

describe('the map of the built-in report', () => {
	const coast = createCoast();
	const places = mapPlaces(builtInDossier, '2011-03-31');

	beforeAll(async () => {
		const {frame, style} = picture(places);
		await coast.load(kmPerDot(frame, style));
	});

	test('has its five towns as they lie, round a coast', () => {
		const lines = textsOf(picture(places, {coast, selected: 'place:brega'}));
		const marks = lines.flatMap((line, row) =>
			Array.from(line.matchAll(/[■□◨]/g), ({0: sign, index}) => ({sign, row, column: index})),
		);
		const fromWest = marks.toSorted((a, b) => a.column - b.column);
		expect(fromWest.map(({sign}) => sign).join('')).toBe('■■◨□□');
		const rowOf = (name: string): number => findIn(lines, name)[0];
		expect(rowOf('Benghazi')).toBeLessThan(rowOf('Ajdabiya'));
		expect(rowOf('Ajdabiya')).toBeLessThan(rowOf('› ⇢ Brega'));
		expect(rowOf('Bin Jawwad')).toBeLessThan(rowOf('Ras Lanuf'));
		const inked = lines.map(line => line.replaceAll(/[^\u2801-\u28FF]/g, '').length);
		expect(inked.filter(cells => cells > 0).length).toBeGreaterThan(13);
		// The gulf is open to the north-west, and its coast goes on below all towns.
		expect(lines[0]?.slice(0, 40).trim()).toBe('');
		expect(Math.max(...inked.slice(rowOf('Ras Lanuf')))).toBeGreaterThan(8);
	});

	test('is drawn in ASCII from ASCII alone', () => {
		const lines = textsOf(picture(places, {coast, style: 'ascii', selected: 'place:brega'}));
		expect(lines.join('')).toMatch(/^[ -~]+$/);
		expect(lines.join('\n')).toContain('> ~ Brega');
		expect(lines.join('').replaceAll(/[^'.:]/g, '').length).toBeGreaterThan(50);
	});
});
