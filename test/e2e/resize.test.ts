import {expect, test} from 'vitest';
import {glyphsOf} from '../../source/terminal/glyphs.ts';
import type {Terminal} from '../support/terminal.ts';
import {boxes} from './support/boxes.ts';
import {openDashboard, selectedRow} from './support/dashboard.ts';

type Size = readonly [columns: number, rows: number];

/** Something in each pane that is not where it began; scrolled only to an end. */
const KEYS = ['j', 'j', '2', 'j', '3', 'G'];

/** A dashboard at a size, after the keys. */
const openAfterKeys = async ([columns, rows]: Size): Promise<Terminal> => {
	const terminal = await openDashboard({columns, rows});
	terminal.press(...KEYS);
	await terminal.waitFor('snow in the sand');
	return terminal;
};

const waitForPicture = async (terminal: Terminal, wanted: readonly string[]): Promise<void> => {
	await terminal
		.waitFor(() => terminal.picture().join('\n') === wanted.join('\n'))
		// The difference says more than the screen alone.
		.catch(() => expect(terminal.picture()).toEqual(wanted));
};

const SIZES: readonly (readonly Size[])[] = [
	[
		[80, 24],
		[160, 48],
	],
	[
		[160, 48],
		[80, 24],
	],
	[
		[120, 40],
		[18, 5],
		[1, 1],
		[120, 40],
	],
	[
		[100, 30],
		[119, 39],
		[19, 40],
		[40, 12],
	],
];

test.each(SIZES.map(sizes => ({sizes, way: sizes.map(size => size.join('×')).join(' → ')})))(
	'$way: the screen is that of a fresh start at the last size',
	async ({sizes}) => {
		const [from = [80, 24], ...by] = sizes;
		const to = by.at(-1) ?? from;
		await using fresh = await openAfterKeys(to);
		await using terminal = await openAfterKeys(from);
		for (const [columns, rows] of by) {
			terminal.resize(columns, rows);
			if (columns < 20 && columns > 9) {
				await terminal.waitFor('Too small');
			}
		}

		await waitForPicture(terminal, fresh.picture());

		terminal.press('g');
		fresh.press('g');
		await fresh.waitFor(() => selectedRow(fresh).includes('commanded'));
		await waitForPicture(terminal, fresh.picture());
	},
);

test('a window that is dragged to and fro ends as it would have begun', async () => {
	await using fresh = await openAfterKeys([110, 30]);
	await using terminal = await openAfterKeys([80, 24]);
	for (let at = 0; at < 60; at++) {
		terminal.resize(20 + ((at * 37) % 150), 6 + ((at * 13) % 40));
		if (at % 10 === 0) {
			terminal.press('j', 'k', 'G');
		}
	}

	terminal.resize(110, 30);
	await waitForPicture(terminal, fresh.picture());
});

test('a window that is as large as before by the time anybody looks is painted again, as it was cut', async () => {
	await using terminal = await openDashboard();
	const before = terminal.picture();
	// The kernel tells of every change, and how large the window is then only to who asks.
	terminal.setSize(60, 20);
	terminal.setSize(120, 40);
	expect(terminal.picture()).not.toEqual(before);
	terminal.kill('SIGWINCH');
	await waitForPicture(terminal, before);
});

/** Whether straight boxes reach the edges of the window, and the keys stand under them. */
const isFilled = (terminal: Terminal): boolean => {
	try {
		const places = boxes(terminal);
		return (
			Math.min(...places.map(({left}) => left)) === 0 &&
			Math.max(...places.map(({right}) => right)) === terminal.columns - 1 &&
			Math.max(...places.map(({bottom}) => bottom)) === terminal.height - 2 &&
			terminal.rows().at(-1)?.includes('q quit') === true
		);
	} catch {
		return false;
	}
};

test('where the layout changes the boxes are straight and fill the window', async () => {
	await using terminal = await openDashboard({columns: 90, rows: 28});
	for (const [columns, rows] of [
		[160, 48],
		[110, 26],
		[109, 26],
		[110, 25],
		[110, 12],
		[70, 20],
	] as const) {
		terminal.resize(columns, rows);
		await terminal.waitFor(() => isFilled(terminal), {
			label: `straight boxes over ${columns}×${rows}`,
		});
	}
});

test('an overlay, a filter being typed and a scrolled text keep their place through a resize', async () => {
	await using terminal = await openDashboard({columns: 120, rows: 40});
	terminal.press('?', '/', ...'row');
	await terminal.waitFor('/row▏');
	terminal.resize(60, 20);
	await terminal.waitFor(() => terminal.columns === 60 && terminal.text().includes('/row▏'));
	terminal.press('enter', 'esc');
	await terminal.waitFor('one down');
	terminal.press('q');
	await terminal.waitFor('Moussa Koussa');
	terminal.press('5', 'G');
	await terminal.waitFor(() => selectedRow(terminal).startsWith(`› ${glyphsOf('unicode').link} `));
	const row = selectedRow(terminal).trim();
	terminal.resize(120, 40);
	await terminal.waitFor(() => terminal.text().includes('5 Detail ━'));
	expect(selectedRow(terminal)).toContain(row);
});

test('a window larger than any is drawn in part, and comes back to size', async () => {
	await using terminal = await openDashboard({columns: 120, rows: 40});
	terminal.resize(1000, 300);
	await terminal.waitFor(() => terminal.rows()[0]?.trimEnd().length === 399);
	expect(boxes(terminal).map(({bottom}) => bottom)).toContain(148);
	terminal.resize(80, 24);
	await terminal.waitFor(() => terminal.text().includes('1 Actors 46'));
	expect(boxes(terminal)).toHaveLength(2);
});
