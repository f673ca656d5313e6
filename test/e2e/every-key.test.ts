import {expect, test} from 'vitest';
import type {Binding, Mode} from '../../source/state/binding.ts';
import {KEYMAP} from '../../source/state/keymap.ts';
import type {Environment, Terminal} from '../support/terminal.ts';
import {openDashboard} from './support/dashboard.ts';

interface Situation {
	readonly columns: number;
	readonly rows: number;
	readonly env?: Environment;
	/** From the panes of a fresh start to where each key of the mode has something to do. */
	readonly keys: readonly string[];
	/** Before those, when a key has already led somewhere else. */
	readonly again: readonly string[];
	/** What comes by itself after the keys. */
	readonly settled?: RegExp;
	/** From the mode back to what it was opened over, without Esc, which takes its time. */
	readonly close: readonly string[];
	/** From what it was opened over back to the panes. */
	readonly under?: readonly string[];
	/** By binding: keys after which a key has something to do that has nothing to do as it is. */
	readonly first?: Readonly<Record<string, readonly string[]>>;
	/** By binding: the way back to the panes from what closing alone does not undo. */
	readonly undo?: Readonly<Record<string, readonly string[]>>;
}

/** To the first record of the first pane; on a narrow screen the other panes are out of sight. */
const AT_FIRST = ['1', 'g'];

const MARK = ['m', 'enter'];
const FIVE_MARKS = [
	'm',
	'a',
	'enter',
	...['b', 'c', 'd', 'e'].flatMap(note => ['j', 'm', note, 'enter']),
];
const NO_MARKS = [...AT_FIRST, 'M', 'j', 'M', 'j', 'M', 'j', 'M', 'j', 'M', 'g'];

// Small screens, so that there is something to scroll; somewhere in the middle, so that up is up.
const SITUATIONS: Record<Mode, Situation> = {
	panes: {
		columns: 120,
		rows: 40,
		keys: [':', ...'Brega', 'enter', '2'],
		again: ['2', 'g'],
		close: [],
		first: {
			'pane.front': ['1'],
			'day.on': ['['],
			'mark.remove': MARK,
			'marks.open': MARK,
			'map.zoom-in': ['z'],
			'map.zoom-out': ['z'],
			'map.fit': ['z', '+'],
		},
		undo: {
			'pane.zoom': ['z'],
			'day.back': [']'],
			'marks.open': ['M'],
			'map.zoom-in': ['0', 'z'],
			'map.zoom-out': ['0', 'z'],
			'map.fit': ['z'],
			'story.open': ['q', 'backspace', ']'],
		},
	},
	filter: {
		columns: 80,
		rows: 24,
		keys: ['/', ...'an', 'down', 'down', 'down'],
		again: ['/', 'ctrl-u', 'enter', 'g'],
		close: ['ctrl-u', 'enter'],
	},
	note: {
		columns: 40,
		rows: 12,
		keys: ['m', ...'who saw'],
		again: ['M'],
		close: ['ctrl-u', 'enter', 'M'],
	},
	story: {
		columns: 60,
		rows: 16,
		keys: ['s', 'n', 'n', 'j', 'j', 'j'],
		again: ['s', 'g', 'q', ...AT_FIRST],
		close: ['q'],
		first: {'mark.remove': MARK, 'marks.open': MARK},
		undo: {'marks.open': ['M', 'q']},
	},
	help: {columns: 60, rows: 12, keys: ['?', 'j', 'j', 'j'], again: AT_FIRST, close: ['q']},
	about: {columns: 60, rows: 12, keys: ['i', 'j', 'j', 'j'], again: AT_FIRST, close: ['q']},
	'go-to': {
		columns: 60,
		rows: 12,
		keys: [':', ...'Libya', 'down', 'down', 'down'],
		again: AT_FIRST,
		close: ['ctrl-u', ...'Brega', 'enter'],
	},
	evidence: {
		columns: 40,
		rows: 8,
		keys: ['e', 'n', 'j'],
		again: AT_FIRST,
		close: ['q'],
		first: {'mark.remove': MARK, 'marks.open': MARK},
		undo: {'marks.open': ['M', 'q']},
	},
	tensions: {
		columns: 40,
		rows: 12,
		keys: ['x', 'n', 'j', 'j'],
		again: AT_FIRST,
		close: ['q'],
		first: {'mark.remove': MARK, 'marks.open': MARK},
		undo: {'marks.open': ['M', 'q']},
	},
	coverage: {
		columns: 60,
		rows: 12,
		keys: ['c', 'j', 'j', 'j'],
		again: AT_FIRST,
		close: ['q'],
		// On a paragraph, which cannot be marked; and there are no marks.
		undo: {'mark.start': ['q'], 'marks.open': ['q']},
	},
	paragraph: {
		columns: 60,
		rows: 12,
		keys: ['c', 'j', 'enter', 'j', 'j', 'j'],
		again: AT_FIRST,
		close: ['q'],
		under: ['q'],
		first: {'mark.remove': MARK, 'marks.open': MARK},
		undo: {'marks.open': ['M', 'q', 'q']},
	},
	facets: {
		columns: 60,
		rows: 16,
		keys: ['f', 'j', 'j', 'j'],
		again: AT_FIRST,
		close: ['q'],
		first: {'facets.drop': ['space']},
		undo: {'facets.toggle': ['space', 'q'], 'facets.exclude': ['!', 'q']},
	},
	marks: {
		columns: 60,
		rows: 10,
		keys: [...FIVE_MARKS, "'", 'j', 'j'],
		again: NO_MARKS,
		close: ['q'],
		first: {'mark.remove': MARK},
	},
	map: {
		columns: 60,
		rows: 16,
		keys: ['w', '-', 'n', 'n'],
		again: ['2', 'g', ...AT_FIRST, 'w', '0', 'q'],
		// The coast, as a road is drawn with gaps; and what came after it.
		settled: /[⠁-⣿]{4}.*› \(?Ras Lanuf/su,
		close: ['q'],
		first: {'day.on': ['['], 'mark.remove': MARK, 'marks.open': MARK},
		undo: {'day.back': [']', 'q'], 'marks.open': ['M', 'q']},
	},
	copy: {
		columns: 40,
		rows: 12,
		// A terminal that has no clipboard, so that there is a text to be selected by hand.
		env: {TERM: 'linux'},
		keys: ['Y', 'Y', 'Y', 'j', 'j', 'j'],
		again: AT_FIRST,
		close: ['q'],
	},
};

/** What a key opens, by its binding; in that very mode the same key closes it again. */
const OPENED: Readonly<Record<string, Mode>> = {
	help: 'help',
	'read.about': 'about',
	'read.evidence': 'evidence',
	'read.tensions': 'tensions',
	'read.coverage': 'coverage',
	'coverage.open': 'paragraph',
	'evidence.paragraph': 'paragraph',
	'go-to': 'go-to',
	'find.filter': 'filter',
	'find.facets': 'facets',
	'map.open': 'map',
	'mark.start': 'note',
	'marks.open': 'marks',
	'story.open': 'story',
};

/** What closes a mode, and comes back to what it was opened over. */
const CLOSING = new Set(['close', 'quit', 'read.back', 'find.accept', 'mark.accept']);

/** What leads out of every mode to the panes. */
const LEAVING = new Set(['list.open', 'go-to.accept']);

/** Back to the panes, from where a key of a mode led. */
const leaveAfter = (mode: Mode, {id}: Binding): readonly string[] => {
	const {close, under = []} = SITUATIONS[mode];
	const opened = OPENED[id];
	if (opened !== undefined && opened !== mode) {
		return [...SITUATIONS[opened].close, ...close, ...under];
	}

	if (opened === mode || CLOSING.has(id)) {
		return under;
	}

	return LEAVING.has(id) ? [] : [...close, ...under];
};

const keyOf = (chord: string): string => (chord === 'return' ? 'enter' : chord);

const pictureOf = (terminal: Terminal): string => terminal.picture().join('\n');

/** Presses a key and waits until the screen is another. */
const pressVisibly = async (terminal: Terminal, key: string, label: string): Promise<void> => {
	const before = pictureOf(terminal);
	terminal.press(key);
	await terminal.waitFor(() => pictureOf(terminal) !== before, {label});
};

/** Presses keys, and waits for the bytes by which the last one shows, and for the screen. */
const pressForBytes = async (
	terminal: Terminal,
	keys: readonly string[],
	bytes: string,
	picture: string,
	label: string,
): Promise<void> => {
	const from = terminal.output().length;
	terminal.press(...keys);
	await terminal.waitFor(
		() => pictureOf(terminal) === picture && terminal.output().indexOf(bytes, from) !== -1,
		{label: `${label}, after ${JSON.stringify(bytes)}`},
	);
};

const CLEARED = '\u001B[2J';
const TAKEN_OVER = '\u001B[?1049h';

// By their own tests: they end the program.
const ENDING = new Set(['interrupt']);

const isLastKey = (mode: Mode, {id}: Binding): boolean =>
	ENDING.has(id) || (mode === 'panes' && id === 'quit');

test.each(Object.entries(SITUATIONS) as [Mode, Situation][])(
	'in %s every key of the keymap does something that a reader sees',
	async (mode, situation) => {
		const {columns, rows, env = {}, keys, again, settled, first, undo} = situation;
		await using terminal = await openDashboard({columns, rows, env});
		for (const key of keys) {
			await pressVisibly(terminal, key, `${key} on the way to ${mode} to show`);
		}

		if (settled !== undefined) {
			await terminal.waitFor(settled);
		}

		const base = pictureOf(terminal);
		for (const binding of KEYMAP.filter(({modes}) => modes.includes(mode))) {
			for (const chord of binding.chords) {
				if (isLastKey(mode, binding)) {
					continue;
				}

				const key = keyOf(chord);
				const label = `${mode} as it was before ${chord} (${binding.id})`;
				if (binding.id === 'redraw') {
					await pressForBytes(terminal, [key], CLEARED, base, label);
					continue;
				}

				if (binding.id === 'suspend') {
					// Nobody could continue it here, so it comes back by itself.
					await pressForBytes(terminal, [key], TAKEN_OVER, base, label);
					continue;
				}

				for (const before of first?.[binding.id] ?? []) {
					await pressVisibly(terminal, before, `${before} before ${chord} in ${mode} to show`);
				}

				await pressVisibly(terminal, key, `${chord} (${binding.id}) in ${mode} to show`);
				const back = undo?.[binding.id] ?? leaveAfter(mode, binding);
				// The last key tells that all before it have been read: the screen may look right on the way.
				const keysBack = [...back, ...again, ...keys, 'ctrl-l'];
				await pressForBytes(terminal, keysBack, CLEARED, base, label);
			}
		}

		terminal.press('ctrl-c');
		expect(await terminal.waitForExit()).toEqual({code: 130, signal: undefined});
	},
);
