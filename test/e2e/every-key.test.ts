import {expect, test} from 'vitest';
import {type Binding, KEYMAP, type Mode} from '../../source/state/keymap.ts';
import type {Terminal} from '../support/terminal.ts';
import {openDashboard} from './support/dashboard.ts';

interface Situation {
	readonly columns: number;
	readonly rows: number;
	/** From the panes of a fresh start to where each key of the mode has something to do. */
	readonly keys: readonly string[];
	/** Before those, when a key has already led somewhere else. */
	readonly again?: readonly string[];
	/** From the mode back to the panes, without Esc, which takes its time. */
	readonly leave: readonly string[];
}

// Small screens, so that there is something to scroll; somewhere in the middle, so that up is up.
const SITUATIONS: Record<Mode, Situation> = {
	panes: {
		columns: 120,
		rows: 40,
		keys: [':', ...'Brega', 'enter', '2'],
		again: ['2', 'g'],
		leave: [],
	},
	filter: {
		columns: 80,
		rows: 24,
		keys: ['/', ...'an', 'down', 'down', 'down'],
		again: ['/', 'ctrl-u', 'enter', 'g'],
		leave: ['ctrl-u', 'enter'],
	},
	help: {columns: 60, rows: 12, keys: ['?', 'j', 'j', 'j'], leave: ['q']},
	about: {columns: 60, rows: 12, keys: ['i', 'j', 'j', 'j'], leave: ['q']},
	'go-to': {
		columns: 60,
		rows: 12,
		keys: [':', ...'Libya', 'down', 'down', 'down'],
		again: ['1'],
		leave: ['ctrl-u', ...'Brega', 'enter'],
	},
	evidence: {columns: 40, rows: 8, keys: ['e', 'n', 'j'], leave: ['q']},
};

/** Keys that have nothing to do where the others have, with what leads to where they have. */
const FIRST: Readonly<Record<string, readonly string[]>> = {
	'pane.front': ['1'],
	'day.on': ['['],
};

/** Keys that only another undoes. */
const UNDO: Readonly<Record<string, readonly string[]>> = {
	'pane.zoom': ['z'],
	'day.back': [']'],
};

/** From where a key led back to the panes. */
const leaveAfter = (mode: Mode, {id}: Binding): readonly string[] => {
	const {leave} = SITUATIONS[mode];
	switch (id) {
		case 'help':
			// Help comes back to what it was asked in.
			return [...SITUATIONS.help.leave, ...leave];
		case 'read.about':
			return SITUATIONS.about.leave;
		case 'read.evidence':
			return SITUATIONS.evidence.leave;
		case 'go-to':
			return SITUATIONS['go-to'].leave;
		case 'find.filter':
			return [...SITUATIONS.filter.leave, ...leave];
		case 'find.accept':
		case 'go-to.accept':
		case 'evidence.close':
		case 'about.close':
		case 'close':
		case 'quit':
			return [];
		default:
			return leave;
	}
};

const keyOf = (chord: string): string => (chord === 'return' ? 'enter' : chord);

const pictureOf = (terminal: Terminal): string => terminal.picture().join('\n');

/** Presses a key and waits until the screen is another. */
const pressVisibly = async (terminal: Terminal, key: string, label: string): Promise<void> => {
	const before = pictureOf(terminal);
	terminal.press(key);
	await terminal.waitFor(() => pictureOf(terminal) !== before, {label});
};

/** Presses a key that leaves the screen as it is, and waits for the bytes by which it shows. */
const pressForBytes = async (terminal: Terminal, key: string, bytes: string): Promise<void> => {
	const from = terminal.output().length;
	terminal.press(key);
	await terminal.waitFor(() => terminal.output().indexOf(bytes, from) !== -1, {
		label: `${JSON.stringify(bytes)} after ${key}`,
	});
};

// By their own tests: they end the program.
const ENDING = new Set(['interrupt']);

const isLastKey = (mode: Mode, {id}: Binding): boolean =>
	ENDING.has(id) || (mode === 'panes' && id === 'quit');

test.each(Object.entries(SITUATIONS) as [Mode, Situation][])(
	'in %s every key of the keymap does something that a reader sees',
	async (mode, situation) => {
		const {columns, rows, keys, again = []} = situation;
		await using terminal = await openDashboard({columns, rows});
		for (const key of keys) {
			await pressVisibly(terminal, key, `${key} on the way to ${mode} to show`);
		}

		const base = pictureOf(terminal);
		for (const binding of KEYMAP.filter(({modes}) => modes.includes(mode))) {
			for (const chord of binding.chords) {
				if (isLastKey(mode, binding)) {
					continue;
				}

				const key = keyOf(chord);
				if (binding.id === 'redraw') {
					await pressForBytes(terminal, key, '\u001B[2J');
				} else if (binding.id === 'suspend') {
					// Nobody could continue it here, so it comes back by itself.
					await pressForBytes(terminal, key, '\u001B[?1049h');
				} else {
					for (const first of FIRST[binding.id] ?? []) {
						await pressVisibly(terminal, first, `${first} before ${chord} to show`);
					}

					await pressVisibly(terminal, key, `${chord} (${binding.id}) in ${mode} to show`);
					terminal.press(
						...(UNDO[binding.id] ?? []),
						...leaveAfter(mode, binding),
						...again,
						...keys,
					);
				}

				await terminal.waitFor(() => pictureOf(terminal) === base, {
					label: `${mode} as it was before ${chord}`,
				});
			}
		}

		terminal.press('ctrl-c');
		expect(await terminal.waitForExit()).toEqual({code: 130, signal: undefined});
	},
);
