import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {textWidth} from '../../source/terminal/text-width.ts';
import {placeTowns, type StripTown, stripLines} from '../../source/ui/strip.ts';
import {aDisplay} from '../support/display.ts';
import {aDossier} from '../support/dossier.ts';

const display = aDisplay(aDossier([]));

const town = (
	name: string,
	km: number,
	state?: StripTown['state'],
	given: Partial<StripTown> = {},
): StripTown => ({
	name,
	km,
	state,
	isCarried: false,
	isNew: false,
	isSelected: false,
	...given,
});

const drawn = (...given: Parameters<typeof stripLines>): readonly string[] =>
	stripLines(...given).map(spans => spans.map(({text}) => text).join(''));

/** Towns in road order with names of any script. */
const roads = fc
	.array(
		fc.record({
			name: fc.oneof(
				fc.string({minLength: 1, maxLength: 12, unit: fc.constantFrom('a', 'B', ' ', 'é')}),
				fc.constantFrom('أجدابيا', '北京', 'Dunmore', 'e\u0301toile', '🏝 Isle'),
			),
			leg: fc.integer({min: 1, max: 500}),
			state: fc.constantFrom('government', 'opposition', 'contested', 'abandoned', undefined),
		}),
		{minLength: 1, maxLength: 12},
	)
	.map(legs => {
		let km = 0;
		return legs.map(({name, leg, state}) => {
			km += leg;
			return town(name, km, state as StripTown['state'], {isNew: km % 3 === 0});
		});
	});

describe('the strip', () => {
	test('marks who holds a town since that day, and writes small what is carried over', () => {
		expect(
			drawn(
				[
					town('West', 0, 'government', {isCarried: true}),
					town('East', 100, 'contested', {isNew: true}),
				],
				[],
				30,
				display,
			),
		).toEqual([' West                    ⇢East', '  ■g┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄◨C']);
	});

	test('shows the towns in road order, each with who holds it, and the front between them', () => {
		expect(
			drawn(
				[
					town('West', 0, 'government'),
					town('Mid', 50, 'contested'),
					town('East', 100, 'opposition'),
					town('Far', 150, 'opposition'),
				],
				[],
				40,
				display,
			),
		).toEqual([
			' West        Mid         East        Far',
			'  ■G┄┄┄┄┄┄┄┄┄◨C┄┄┄┄┄┄┄┄┄┄┄□O─────────□O',
		]);
	});

	test('shows what moved, and which way', () => {
		const towns = [town('West', 0, 'government'), town('East', 100, 'opposition')];
		expect(drawn(towns, [{from: 0, to: 1}], 20, display)[1]).toBe('  ■G┄┄┄┄┄┄→┄┄┄┄┄┄□O');
		expect(drawn(towns, [{from: 1, to: 0}], 21, display)[1]).toBe('  ■G┄┄┄┄┄┄←┄┄┄┄┄┄┄□O');
	});

	test('tells a town of which nothing is said from one whose holder nobody knows', () => {
		expect(
			drawn(
				[
					town('West', 0),
					town('Mid', 9, 'unknown'),
					town('East', 18, 'unknown', {isCarried: true}),
				],
				[],
				30,
				display,
			)[1],
		).toBe('  ??┄┄┄┄┄┄┄┄┄┄?U┄┄┄┄┄┄┄┄┄┄┄?u');
	});

	test('shows a movement on every stretch that it led over, and one that met another as both', () => {
		const towns = ['West', 'Mid', 'East', 'Far'].map((name, at) =>
			town(name, at * 50, 'opposition'),
		);
		const arrows = (...movements: readonly [number, number][]): string | undefined =>
			drawn(
				towns,
				movements.map(([from, to]) => ({from, to})),
				40,
				display,
			)[1]?.replaceAll(/[ ─]/gu, '');
		expect(arrows([0, 2])).toBe('□O→□O→□O□O');
		expect(arrows([3, 1])).toBe('□O□O←□O←□O');
		expect(arrows([0, 2], [2, 1])).toBe('□O→□O↔□O□O');
		expect(arrows([1, 1])).toBe('□O□O□O□O');
	});

	test('of a part of a road is drawn to the edge where the road goes on', () => {
		const [west, mid, east, far] = [
			town('West', 0, 'government'),
			town('Mid', 50, 'opposition'),
			town('East', 100, 'opposition'),
			town('Far', 150, 'opposition'),
		];
		expect(drawn([mid, east], [], 21, display, {before: west, after: far})).toEqual([
			' Mid             East',
			'┄□O───────────────□O─',
		]);
		expect(drawn([mid, east], [], 21, display, {before: west, after: undefined})[1]).toBe(
			'┄□O───────────────□O',
		);
		expect(drawn([west, mid], [], 21, display, {before: west, after: far})[1]).toBe(
			'━━■G┄┄┄┄┄┄┄┄┄┄┄┄┄┄□O─',
		);
	});

	test('has the name of the selected town in reverse video, and no other', () => {
		const [names = []] = stripLines(
			[town('West', 0), town('Mid', 50, 'contested', {isSelected: true}), town('East', 100)],
			[],
			40,
			display,
		);
		expect(names.filter(({look}) => look?.inverse === true).map(({text}) => text)).toEqual(['Mid']);
	});

	test('in ASCII spends no three cells of a short name on an ellipsis', () => {
		const towns = [town('Northern Harbour', 0), town('Southern Harbour', 100)];
		expect(drawn(towns, [], 25, aDisplay(aDossier([]), {charset: 'ascii'}))[0]).toBe(
			' Northern Ha  Southern Ha',
		);
		expect(drawn(towns, [], 25, display)[0]).toBe(' Northern H…  Southern H…');
	});

	test('is left out where even a letter a town is too much', () => {
		const towns = Array.from({length: 30}, (_, at) => town(`Town ${at}`, at));
		expect(drawn(towns, [], 40, display)).toEqual([]);
	});

	test('is left out for a road of more towns than anybody can count', () => {
		expect(placeTowns(Array(200_000).fill(town('Bay', 1)), 80, '…')).toEqual([]);
	});

	test('never lets names touch, leaves its room, or changes the order, whatever the towns and the room', () => {
		fc.assert(
			fc.property(roads, fc.integer({min: 1, max: 200}), (towns, columns) => {
				const places = placeTowns(towns, columns, '…');
				for (const [at, {label, labelAt, markAt}] of places.entries()) {
					const before = places[at - 1];
					expect(labelAt).toBeGreaterThanOrEqual(
						before === undefined ? 0 : before.labelAt + textWidth(before.label) + 2,
					);
					expect(markAt).toBeGreaterThanOrEqual(before === undefined ? 0 : before.markAt + 3);
					expect(labelAt + textWidth(label)).toBeLessThanOrEqual(columns);
					expect(markAt + 2).toBeLessThanOrEqual(columns);
				}
			}),
			{numRuns: 300},
		);
	});

	test('puts no town farther from its place on the road than the names round it make it', () => {
		fc.assert(
			fc.property(roads, fc.integer({min: 20, max: 200}), (towns, columns) => {
				const places = placeTowns(towns, columns, '…');
				const [first, last] = [places[0], places.at(-1)];
				if (first === undefined || last === undefined || towns.length < 2) {
					return;
				}

				const [from, to] = [towns[0]?.km ?? 0, towns.at(-1)?.km ?? 0];
				const isTight = (left = first, right = left): boolean =>
					right.markAt - left.markAt <=
					Math.max(2, textWidth(left.label)) / 2 + Math.max(2, textWidth(right.label)) / 2 + 4;
				for (const [at, place] of places.entries()) {
					const share = ((towns[at]?.km ?? 0) - from) / (to - from);
					const wanted = first.markAt + share * (last.markAt - first.markAt);
					const isPushed =
						isTight(places[at - 1] ?? place, place) || isTight(place, places[at + 1] ?? place);
					expect(isPushed || Math.abs(place.markAt - wanted) < 3).toBe(true);
				}
			}),
			{numRuns: 300},
		);
	});

	test('spreads towns that lie close together evenly round where they lie', () => {
		const names = ['Amberley', 'Bexington', 'Culverton', 'Dunmore', 'Eastbay'];
		const marks = placeTowns(
			names.map((name, at) => town(name, [0, 49, 50, 51, 100][at] ?? 0)),
			100,
			'…',
		).map(({markAt}) => markAt);
		expect(Math.abs((marks[2] ?? 0) - ((marks[0] ?? 0) + (marks[4] ?? 0)) / 2)).toBeLessThan(2);
	});

	test('in full shows every name whole where there is room for all', () => {
		fc.assert(
			fc.property(roads, towns => {
				const places = placeTowns(towns, 400, '…');
				expect(places.map(({label}) => label)).toEqual(towns.map(({name}) => name));
			}),
			{numRuns: 100},
		);
	});
});
