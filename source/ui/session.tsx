import {render} from 'ink';
import type {Effect} from '../state/actions.ts';
import {modeOf, TYPING} from '../state/binding.ts';
import {type Beginning, initialState} from '../state/initial-state.ts';
import type {Mark} from '../state/marks.ts';
import type {Size, State} from '../state/state.ts';
import {createStore, type Store} from '../state/store.ts';
import type {Surroundings} from '../state/surroundings.ts';
import {unfinished, workAhead} from '../state/unfinished.ts';
import {FrameStream} from '../terminal/frame-stream.ts';
import {type KeyStream, readKeys} from '../terminal/key-reader.ts';
import {App} from './app.tsx';
import {CrashBoundary} from './crash-boundary.tsx';
import type {Display} from './display.ts';
import {createRehearsal} from './rehearsal.ts';
import {SpokenApp} from './spoken-app.tsx';
import {workInTurns} from './turns.ts';
import {createViews, type View} from './view.ts';

export interface SessionOptions {
	readonly display: Display;
	readonly size: Size;
	readonly keys: KeyStream;
	/** `spoken`: lines that say what is selected and what was opened, for a screen reader or a log. */
	readonly style: 'screen' | 'spoken';
	readonly beginning: Beginning;
	/** Takes every frame, whole. */
	readonly onFrame: (frame: string) => void;
	readonly onEffect: (effect: Effect) => void;
	/** Hands a text to the terminal's clipboard; `false` when that cannot be done. */
	readonly copy: (text: string) => boolean;
	/** A fault while drawing; nothing more is drawn after it. */
	readonly onCrash: (error: unknown) => void;
}

export interface Session {
	/** Whether the reader is writing something, in which a key is a letter and no command. */
	readonly isTyping: () => boolean;
	/** Where the reader is, so that another session can begin there. */
	readonly place: () => Beginning;
	/** Shows the marks as they are kept now. */
	readonly takeMarks: (marks: readonly Mark[]) => void;
	/** Tells the reader something in the last row. */
	readonly say: (status: string) => void;
	readonly resize: (size: Size) => void;
	/** Stops reading keys and drawing. */
	readonly end: () => void;
}

/** Spoken lines are as long as they are; what is laid out for them is laid out in one narrow column. */
const SPOKEN_COLUMNS = 80;

/** Whoever listens is told all of a step at once, so none of it is left to be read. */
const wholeStory =
	(measure: Surroundings['measure']): Surroundings['measure'] =>
	state => {
		const viewport = measure(state);
		return {
			get lists() {
				return viewport.lists;
			},
			get detail() {
				return viewport.detail;
			},
			get overlay() {
				return viewport.overlay;
			},
			get map() {
				return viewport.map;
			},
			story: {rows: 0, lineCount: 0},
		};
	};

/** What the screen lacks; a fault in laying it out is reported by whoever draws it. */
const missingOf = (viewOf: (state: State) => View, state: State): View['fetch'] => {
	try {
		return viewOf(state).fetch;
	} catch {
		return undefined;
	}
};

/** One reader on one terminal: a store, an Ink app, and the keys. */
export const startSession = ({
	display,
	size,
	keys,
	style,
	beginning,
	onFrame,
	onEffect,
	copy,
	onCrash,
}: SessionOptions): Session => {
	const {viewOf, measure: measureView} = createViews(display);
	const measure = style === 'screen' ? measureView : wholeStory(measureView);
	const surroundings = {catalog: display.catalog, keymap: display.keymap, measure};
	const sized = (given: Size): Size =>
		style === 'screen' ? given : {...given, columns: SPOKEN_COLUMNS};
	const store: Store = createStore(
		initialState(surroundings, sized(size), beginning),
		surroundings,
		effect => {
			onEffect(effect);
			if (effect.type === 'copy') {
				const {form, text} = effect;
				store.dispatch({type: copy(text) ? 'tell-copied' : 'show-copy', form, text});
			}
		},
	);
	const frames = new FrameStream(size, onFrame);
	const Root = style === 'screen' ? App : SpokenApp;
	const ink = render(
		<CrashBoundary onCrash={onCrash}>
			<Root store={store} display={display} viewOf={viewOf} />
		</CrashBoundary>,
		{
			stdout: frames as unknown as NodeJS.WriteStream,
			// Whole frames, each as it is drawn; what changed is worked out by whoever takes them.
			debug: true,
			interactive: true,
			patchConsole: false,
			exitOnCtrlC: false,
			isScreenReaderEnabled: style === 'spoken',
		},
	);
	let isOver = false;
	let isFetching = false;
	let hasFailed = false;
	/** Fetches what the screen lacks, a piece at a time; once that fails it is done without. */
	const fetchMissing = async (): Promise<void> => {
		const fetch = missingOf(viewOf, store.state());
		if (fetch === undefined || style === 'spoken' || isFetching || hasFailed) {
			return;
		}

		isFetching = true;
		try {
			await fetch();
		} catch {
			hasFailed = true;
		}

		isFetching = false;
		if (!isOver) {
			store.dispatch(
				hasFailed
					? {type: 'say', status: 'The coast of the map could not be loaded.'}
					: {type: 'take-coast'},
			);
		}
	};

	store.subscribe(fetchMissing);
	fetchMissing();
	// Of few records all that could be made ready was so with the first frame.
	const rehearsal =
		style === 'spoken' || display.catalog.links.isDone()
			? undefined
			: createRehearsal(display, store.state);
	const turns = workInTurns({
		next: () => unfinished(display.catalog, display.keymap, store.state()),
		ahead: () =>
			workAhead(display.catalog) ?? (rehearsal?.isDone() === false ? rehearsal : undefined),
		tell: () => store.dispatch({type: 'take-found'}),
		isTold: style === 'screen' ? 'often' : 'once',
	});
	store.subscribe(turns.wake);
	const stopReading = readKeys(keys, store.press, store.paste);
	return {
		isTyping: () => TYPING.includes(modeOf(store.state())),
		place() {
			const {pane, record, asOf, marks} = store.state();
			return {pane, record, asOf, marks};
		},
		takeMarks: marks => store.dispatch({type: 'take-marks', marks}),
		say: status => store.dispatch({type: 'say', status}),
		resize(next) {
			frames.columns = next.columns;
			frames.rows = next.rows;
			store.dispatch({type: 'resize', size: sized(next)});
		},
		end() {
			isOver = true;
			turns.stop();
			stopReading();
			ink.unmount();
		},
	};
};
