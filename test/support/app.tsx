import {EventEmitter, once} from 'node:events';
import {render} from 'ink-testing-library';
import type {Dossier} from '../../source/dossier/schema.ts';
import type {Effect} from '../../source/state/actions.ts';
import {type Beginning, initialState} from '../../source/state/initial-state.ts';
import type {Size} from '../../source/state/state.ts';
import {createStore} from '../../source/state/store.ts';
import {readKeys} from '../../source/terminal/key-reader.ts';
import {unstyled} from '../../source/terminal/styles.ts';
import {App} from '../../source/ui/app.tsx';
import {startSession} from '../../source/ui/session.tsx';
import {createViews} from '../../source/ui/view.ts';
import {aDisplay, type DisplayOptions} from './display.ts';
import {encodeKeys} from './keys.ts';

export interface AppOptions extends DisplayOptions {
	readonly columns?: number;
	readonly rows?: number;
	readonly style?: 'screen' | 'spoken';
	readonly beginning?: Beginning;
	/** What becomes of a copied text; absent: the clipboard takes everything. */
	readonly copy?: (text: string) => boolean;
}

/** The app as a reader has it before them. What it shows are methods that `expect.poll` can take. */
export interface OpenApp extends Disposable {
	/** Keys by the names of `encodeKey`, all in one packet. */
	readonly press: (...keys: string[]) => void;
	readonly type: (text: string) => void;
	/** As a terminal with bracketed paste sends it. */
	readonly paste: (text: string) => void;
	readonly resize: (columns: number, rows: number) => void;
	/** The frame as it was drawn, styles and all. */
	readonly painted: () => string;
	/** The frame without styles. */
	readonly frame: () => string;
	readonly lines: () => readonly string[];
	/** What stands in reverse video, one stretch after another. */
	readonly reversed: () => readonly string[];
	/** What stands underlined, as matches do, one stretch after another. */
	readonly underlined: () => readonly string[];
	/** The row that is marked and in reverse video, the first of it; empty when there is none. */
	readonly selectedRow: () => string;
	/** The last row. */
	readonly status: () => string;
	/** Ends with the next frame that is drawn. */
	readonly nextFrame: () => Promise<void>;
	/** What the program round the app was asked to do, in order. */
	readonly effects: readonly Effect[];
	/** Faults while drawing. */
	readonly crashes: readonly unknown[];
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: SGR sequences begin with ESC
const REVERSED = /\u001B\[7m(.*?)\u001B\[27m/g;

// biome-ignore lint/suspicious/noControlCharactersInRegex: SGR sequences begin with ESC
const UNDERLINED = /\u001B\[4m(.*?)\u001B\[24m/g;

/** Everything of an open app that follows from its frames and its input. */
const openOn = (
	write: (bytes: string) => void,
	painted: () => string,
	rest: Omit<
		OpenApp,
		| 'press'
		| 'type'
		| 'paste'
		| 'painted'
		| 'frame'
		| 'lines'
		| 'selectedRow'
		| 'reversed'
		| 'underlined'
		| 'status'
	>,
): OpenApp => {
	const lines = (): readonly string[] => unstyled(painted()).split('\n');
	const reversed = (): readonly string[] =>
		painted()
			.split('\n')
			.flatMap(line => Array.from(line.matchAll(REVERSED), ([, text = '']) => unstyled(text)));
	return {
		...rest,
		press: (...keys) => write(encodeKeys(keys).join('')),
		type: write,
		paste: text => write(`\u001B[200~${text}\u001B[201~`),
		painted,
		frame: () => unstyled(painted()),
		lines,
		reversed,
		underlined: () => Array.from(painted().matchAll(UNDERLINED), ([, text = '']) => unstyled(text)),
		selectedRow: () => {
			const name = reversed().find(text => /^[›>] /.test(text)) ?? '';
			const row = lines().find(line => name !== '' && line.includes(name)) ?? '';
			return row
				.slice(row.indexOf(name) + 2)
				.replace(/[│|].*/u, '')
				.trimEnd();
		},
		status: () => lines().at(-1) ?? '',
	};
};

/** Opens the real session on a screen of any size, and waits for its first frame. */
export const openApp = async (dossier: Dossier, options: AppOptions = {}): Promise<OpenApp> => {
	const {columns = 100, rows = 30, style = 'screen', beginning = {}} = options;
	const keys = new EventEmitter();
	const drawn = new EventEmitter();
	const effects: Effect[] = [];
	const crashes: unknown[] = [];
	let newest = '';
	const session = startSession({
		display: aDisplay(dossier, options),
		size: {columns, rows},
		keys,
		style,
		beginning,
		onFrame(frame) {
			newest = frame;
			drawn.emit('frame');
		},
		onEffect: effect => effects.push(effect),
		copy: options.copy ?? (() => true),
		onCrash: error => crashes.push(error),
	});
	if (newest === '' && crashes.length === 0) {
		await once(drawn, 'frame');
	}

	return openOn(
		bytes => keys.emit('data', Buffer.from(bytes)),
		() => newest,
		{
			resize: (width, height) => session.resize({columns: width, rows: height}),
			nextFrame: async () => {
				await once(drawn, 'frame');
			},
			effects,
			crashes,
			[Symbol.dispose]: session.end,
		},
	);
};

const STANDARD: Size = {columns: 100, rows: 30};

/** Opens the app through ink-testing-library, which gives every app 100 columns. */
export const openInLibrary = (dossier: Dossier, beginning: Beginning = {}): OpenApp => {
	const display = aDisplay(dossier);
	const {viewOf, measure} = createViews(display);
	const surroundings = {catalog: display.catalog, keymap: display.keymap, measure};
	const effects: Effect[] = [];
	const store = createStore(initialState(surroundings, STANDARD, beginning), surroundings, effect =>
		effects.push(effect),
	);
	const ink = render(<App store={store} display={display} viewOf={viewOf} />);
	const stopReading = readKeys(ink.stdin, store.press, store.paste);
	return openOn(ink.stdin.write, () => ink.lastFrame() ?? '', {
		resize: (columns, rows) => store.dispatch({type: 'resize', size: {columns, rows}}),
		nextFrame: () => Promise.resolve(),
		effects,
		crashes: [],
		[Symbol.dispose]() {
			stopReading();
			ink.unmount();
		},
	});
};
