import {readFileSync} from 'node:fs';
import path from 'node:path';
import type {Dossier} from '../../../source/dossier/schema.ts';
import type {Cell, Screen} from '../../support/screen.ts';
import {openTerminal, type Terminal, type TerminalOptions} from '../../support/terminal.ts';
import type {WatchedScreen} from '../../support/watched-screen.ts';

const ROOT = path.join(import.meta.dirname, '../../..');

/** What the program carries, as it stands in the repository. */
export const builtIn = JSON.parse(
	readFileSync(path.join(ROOT, 'data/brega-2011-03-31.json'), 'utf8'),
) as Dossier;

/** On the first frame, whatever the size: the key to leave by, how much room is wanted, what a pane holds. */
export const FIRST_FRAME = /q quit|Too small|\d in all\./;

/** Opens the built program in a terminal, and waits for its first frame. */
export const openDashboard = async (options: TerminalOptions = {}): Promise<Terminal> => {
	const terminal = await openTerminal(options);
	await terminal.waitFor(FIRST_FRAME, {label: 'the first frame'});
	return terminal;
};

interface Stretch {
	readonly row: number;
	readonly column: number;
	readonly text: string;
}

/** The stretches of neighbouring cells that have a style, from the top. */
const stretches = (screen: Screen, hasStyle: (cell: Cell) => boolean): readonly Stretch[] => {
	const found: Stretch[] = [];
	for (const row of screen.rowsWith(hasStyle)) {
		let current: {row: number; column: number; text: string} | undefined;
		for (const [column, cell] of screen.cells(row).entries()) {
			if (!hasStyle(cell)) {
				current = undefined;
			} else if (current === undefined) {
				current = {row, column, text: cell.text};
				found.push(current);
			} else {
				current.text += cell.text;
			}
		}
	}

	return found;
};

/** The reversed part of the selected row, by its marker and reverse video. */
export const selection = (screen: Screen): Stretch | undefined =>
	stretches(screen, cell => cell.inverse).find(({text}) => /^[›>][ ◆*]/u.test(text));

/** The words of the selected row up to the side of its pane; empty when there is none. */
export const selectedRow = (screen: Screen): string => {
	const name = selection(screen);
	return name === undefined
		? ''
		: screen
				.cells(name.row)
				.slice(name.column)
				.map(({text}) => text)
				.join('')
				.replace(/[│|].*/u, '')
				.trimEnd();
};

/** The words in reverse video under the header, joined over the rows that they run over. */
export const highlighted = (screen: Screen): string =>
	screen
		.rowsWith(cell => cell.inverse)
		.filter(row => row > 1)
		.map(row =>
			screen
				.cells(row)
				.filter(cell => cell.inverse)
				.map(({text}) => text)
				.join('')
				.trim(),
		)
		.join(' ');

/** How the focused pane counts: `3/46`, the selected row of so many. */
export const counted = (screen: Screen): string =>
	/┍ [^╭\n]*? (\d+(?:\/\d+)?) (?:[↑↓]+ )?┑/u.exec(screen.text())?.[1] ?? '';

/** Columns and rows: roomy, usual, and the smallest that is drawn on. */
export const SIZES: readonly (readonly [number, number])[] = [
	[120, 40],
	[80, 24],
	[40, 12],
];

/** The number and name of the pane with the heavy border. */
export const focusedPane = (screen: Screen): string =>
	/┍ (\d \w+(?: line)?)/u.exec(screen.text())?.[1] ?? '';

/** The first row of the detail, in its pane or, on a small screen, under the row of panes. */
export const detailTitle = (screen: Screen): string => {
	const [, framed] = /5 Detail.*\n.*│[› ] (\S.*?) *│$/mu.exec(screen.text()) ?? [];
	return framed ?? (screen.rows()[1] ?? '').replace(/^[› ]+/u, '');
};

/** What is on the screen as running text: without frames, a space for each gap or new line. */
export const wordsOn = (screen: Screen): string => screen.text().replaceAll(/[\s││]+/gu, ' ');

/** The last row: which keys there are, or what the program has to say. */
export const statusLine = (screen: Screen): string => (screen.rows().at(-1) ?? '').trim();

/** Presses a key and waits until the screen is another. */
export const pressAndSee = async (
	terminal: WatchedScreen & Pick<Terminal, 'press'>,
	key: string,
): Promise<void> => {
	const before = terminal.picture().join('\n');
	terminal.press(key);
	await terminal.waitFor(() => terminal.picture().join('\n') !== before, {
		label: `${key} to show`,
	});
};
