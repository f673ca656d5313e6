import {beforeEach, describe, expect, test, vi} from 'vitest';
import {type OpenApp, openApp} from '../support/app.tsx';
import {aDossier, anActor, aTown, held} from '../support/dossier.ts';
import {Screen} from '../support/screen.ts';

/** How many rows each table was handed, since the last time. */
const handed = vi.hoisted(() => [] as number[]);

vi.mock('ink-table', async importOriginal => {
	const original = await importOriginal<typeof import('ink-table')>();
	return {
		...original,
		Table: class extends original.Table<Record<string, string>> {
			override render() {
				handed.push(this.props.data.length);
				return super.render();
			}
		},
	};
});

const many = aDossier(Array.from({length: 500}, (_, at) => anActor({id: `actor:n${at}`})));

/** The frame as a terminal shows it. */
const onTerminal = async (app: OpenApp, columns: number, rows: number): Promise<Screen> => {
	const terminal = new Screen(columns, rows);
	await terminal.feed(app.painted().replaceAll('\n', '\r\n'));
	return terminal;
};

beforeEach(() => {
	handed.length = 0;
});

describe('a table', () => {
	test('is handed the rows that are on the screen and no others', async () => {
		using app = await openApp(many, {columns: 60, rows: 20});
		expect(Math.max(...handed)).toBe(17);
		handed.length = 0;
		app.press('G');
		await expect.poll(app.selectedRow).toContain('N499');
		expect(Math.max(...handed)).toBe(17);
	});

	test('fills its pane: one line for the columns’ names, then a row a line, without rules between', async () => {
		using app = await openApp(many, {columns: 60, rows: 20});
		const [, names, ...rows] = app.lines();
		expect(names).toMatch(/^ {2}Name +Stands with *$/);
		expect(rows.slice(0, 17).map(row => row.slice(2, 6).trim())).toEqual(
			Array.from({length: 17}, (_, at) => `N${at}`),
		);
	});

	test('aligns its columns by what characters take on a terminal', async () => {
		const names = [
			'Vera',
			'東京の港',
			'한국',
			'مدينة',
			'e\u0301e\u0301e\u0301',
			'😀 👨‍👩‍👧',
			'A very long name that has to be cut somewhere',
			'東'.repeat(40),
		];
		using app = await openApp(
			aDossier(names.map((name, at) => anActor({id: `actor:n${at}`, name}))),
			{columns: 60, rows: 20},
		);
		const terminal = await onTerminal(app, 60, 20);
		const heading = terminal.find('Stands with')?.column;
		const columns = names.map((_, at) => {
			const texts = terminal.cells(at + 2).map(({text}) => text || '\u0000');
			return texts.findIndex(
				(__, column) => texts.slice(column, column + 8).join('') === 'civilian',
			);
		});
		expect(new Set(columns)).toEqual(new Set([heading]));
	});

	test('reverses the name of the selected row, wide characters and all', async () => {
		using app = await openApp(aDossier([anActor({name: '東京の港'}), anActor({id: 'actor:b'})]), {
			columns: 60,
			rows: 20,
		});
		const terminal = await onTerminal(app, 60, 20);
		const reversed = terminal.cells(2).flatMap(({inverse}, at) => (inverse ? [at] : []));
		expect(reversed).toEqual(Array.from({length: 10}, (_, at) => at));
		expect(terminal.cells(3).some(({inverse}) => inverse)).toBe(false);
	});

	test('gives up columns where there is no room for them, the name last', async () => {
		const town = aTown({control: [held('2020-05-01', 'contested', {basis: 'inferred'})]});
		using app = await openApp(aDossier([town]), {columns: 20, rows: 8, beginning: {pane: 'front'}});
		expect(app.selectedRow()).toMatch(/^Eastbay/);
		app.resize(100, 30);
		await expect.poll(app.selectedRow).toMatch(/^Eastbay +\(◨ contested\) +1 May +inferred +2$/);
	});
});
