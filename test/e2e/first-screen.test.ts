import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import type {Terminal} from '../support/terminal.ts';
import {boxes} from './support/boxes.ts';
import {builtIn, openDashboard, selectedRow, selection} from './support/dashboard.ts';

const towns = builtIn.places
	.filter(({frontLine}) => frontLine)
	.map(({id, name, control}) => ({
		name,
		state: control.at(-1)?.state ?? '',
		km: builtIn.roads[0]?.towns.find(({place}) => place === id)?.km ?? 0,
	}))
	.toSorted((a, b) => a.km - b.km);

const counts = {
	Actors: builtIn.actors.length,
	'Front line': builtIn.places.length,
	Quotes: builtIn.quotes.length,
	Timeline: builtIn.events.length,
};

/** One program for several looks at its first screen. */
const opened = (columns: number, rows: number): (() => Terminal) => {
	let terminal: Terminal;
	beforeAll(async () => {
		terminal = await openDashboard({columns, rows});
	});
	afterAll(async () => {
		await terminal[Symbol.asyncDispose]();
	});
	return () => terminal;
};

const CONTROL =
	/(?:^|│)[›• ] ([A-Z][\w ]*?) {2,}\(?[■□◨·?] (government|opposition|contested|abandoned|unknown)/u;

const expectTowns = (terminal: Terminal): void => {
	const told = terminal.rows().flatMap(row => {
		const [, name, state] = CONTROL.exec(row) ?? [];
		return name === undefined ? [] : [{name, state}];
	});
	expect(told).toEqual(towns.map(({name, state}) => ({name, state})));
};

const expectSelectedName = (terminal: Terminal): void => {
	expect(selection(terminal)?.text).toMatch(/^› Moussa (?:Koussa|Ko…)$/u);
};

test('five towns are on the front line, from Bin Jawwad to Benghazi', () => {
	expect(towns.map(({name}) => name)).toEqual([
		'Bin Jawwad',
		'Ras Lanuf',
		'Brega',
		'Ajdabiya',
		'Benghazi',
	]);
});

describe.each([
	{columns: 160, rows: 48, left: 64},
	{columns: 120, rows: 40, left: 48},
])('on $columns×$rows', ({columns, rows, left}) => {
	const terminal = opened(columns, rows);

	test('a reader sees the title, the day, and every pane with its count', () => {
		expect(terminal().rows()[0]).toMatch(
			/libya-tui {2}The front line at Brega .* as of « Thu 31 Mar 2011$/,
		);
		for (const [at, [pane, count]] of Object.entries(counts).entries()) {
			expect(terminal().text()).toMatch(
				new RegExp(`[╭┍] ${at + 1} ${pane} [─━]+ .*?\\d+/${count} [╮┑]`),
			);
		}

		expect(terminal().text()).toMatch(/╭ 5 Detail ─+ ↓ ╮/);
	});

	test('a reader sees who holds each of the five towns, in road order', () => {
		expectTowns(terminal());
	});

	test('the last row says which keys to press', () => {
		const footer = `${terminal().rows().at(-1)} `;
		for (const hint of [
			'↑↓ move',
			'⏎ open',
			'e evidence',
			'/ filter',
			': go to',
			'? help',
			'q quit',
		]) {
			expect(footer).toContain(` ${hint} `);
		}
	});

	test('the selected row is marked, and its name reversed', () => {
		expectSelectedName(terminal());
	});

	test('five straight boxes fill the screen between its first row and its last', () => {
		const places = boxes(terminal());
		const cells = places.reduce(
			(sum, box) => sum + (box.right - box.left + 1) * (box.bottom - box.top + 1),
			0,
		);
		expect(places).toHaveLength(5);
		expect(cells).toBe(columns * (rows - 2));
		expect(places.map(box => box.left)).toEqual([0, left, 0, left, 0]);
	});
});

describe.each([
	{columns: 100, rows: 30},
	{columns: 80, rows: 24},
])('on $columns×$rows', ({columns, rows}) => {
	const terminal = opened(columns, rows);

	test('a reader sees the title, the day, and every pane by name and count', () => {
		expect(terminal().rows()[0]).toMatch(/The front line at Brega .* as of « Thu 31 Mar 2011$/);
		expect(terminal().rows()[1]?.trimEnd()).toBe(
			`${Object.entries(counts)
				.map(([pane, count], at) => ` ${at + 1} ${pane} ${count} `)
				.join('')} 5 Detail`,
		);
	});

	test('a list stands over its detail, each in a straight box from edge to edge', () => {
		expect(boxes(terminal()).map(({left, right}) => [left, right])).toEqual([
			[0, columns - 1],
			[0, columns - 1],
		]);
		expect(terminal().text()).toMatch(/┍ 1 Actors ━.* 1\/46 ┑.*╭ 5 Detail ─+ ↓ ╮/s);
		expectSelectedName(terminal());
	});

	test('the last row says which keys to press', () => {
		expect(terminal().rows().at(-1)).toMatch(/⏎ open .*e evidence .*\/ filter .*\? help {2}q quit/);
	});

	test('2 shows who holds each of the five towns, in road order', async () => {
		terminal().press('2');
		await terminal().waitFor('Bin Jawwad');
		expectTowns(terminal());
	});
});

describe.each([
	{columns: 60, rows: 20},
	{columns: 40, rows: 12},
])('on $columns×$rows', ({columns, rows}) => {
	const terminal = opened(columns, rows);

	test('a reader sees one pane, which of five it is, the day, and the keys', () => {
		expect(terminal().rows()[0]).toMatch(/^ 1 Actors .* 2 .* 3 .* 4 .* 5 .* 31 Mar$/);
		expect(terminal().styleOf(' 1 Actors').inverse).toBe(true);
		expect(terminal().rows().at(-1)).toMatch(/⏎ open .*\? help {2}q quit/);
		expectSelectedName(terminal());
	});

	test('2 shows who holds each of the five towns, in road order', async () => {
		terminal().press('2');
		await terminal().waitFor('Bin Jawwad');
		expectTowns(terminal());
	});
});

describe('on 20×6, the smallest', () => {
	const terminal = opened(20, 6);

	test('a reader can tell the rows apart, and how to get help', () => {
		expectSelectedName(terminal());
		expect(terminal().rows().at(-1)).toContain('? help  q quit');
	});

	test('a reader can walk the towns and see a sign of who holds each', async () => {
		terminal().press('2');
		await terminal().waitFor(/› Bin Jawwad {2}\(?■/u);
		terminal().press('j', 'j');
		await terminal().waitFor(() => selectedRow(terminal()).startsWith('› Brega       ◨'));
	});
});

test.each([
	[18, 5],
	[19, 20],
	[60, 5],
])(
	'on %i×%i a reader is told how much room is needed, and q still quits',
	async (columns, rows) => {
		await using terminal = await openDashboard({columns, rows});
		expect(terminal.text().replaceAll(/\s+/g, ' ').trim()).toBe('Too small: needs 20×6.');
		terminal.press('q');
		expect((await terminal.waitForExit()).code).toBe(0);
	},
);
