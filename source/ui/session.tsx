import {render} from 'ink';
import type {Effect} from '../state/actions.ts';
import {type Beginning, initialState} from '../state/initial-state.ts';
import type {Size, State} from '../state/state.ts';
import {createStore} from '../state/store.ts';
import {FrameStream} from '../terminal/frame-stream.ts';
import {type KeyStream, readKeys} from '../terminal/key-reader.ts';
import {App} from './app.tsx';
import {CrashBoundary} from './crash-boundary.tsx';
import type {Display} from './display.ts';
import {SpokenApp} from './spoken-app.tsx';
import {createViews} from './view.ts';

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
	/** A fault while drawing; nothing more is drawn after it. */
	readonly onCrash: (error: unknown) => void;
}

export interface Session {
	readonly resize: (size: Size) => void;
	/** Stops reading keys and drawing. */
	readonly end: () => void;
}

/** Spoken lines are as long as they are; what is laid out for them is laid out in one narrow column. */
const SPOKEN_COLUMNS = 80;

/** One reader on one terminal: a store, an Ink app, and the keys. */
export const startSession = ({
	display,
	size,
	keys,
	style,
	beginning,
	onFrame,
	onEffect,
	onCrash,
}: SessionOptions): Session => {
	const viewOf = createViews(display);
	const surroundings = {
		catalog: display.catalog,
		measure: (state: State) => viewOf(state).viewport,
	};
	const sized = (given: Size): Size =>
		style === 'screen' ? given : {...given, columns: SPOKEN_COLUMNS};
	const store = createStore(
		initialState(surroundings, sized(size), beginning),
		surroundings,
		onEffect,
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
	const stopReading = readKeys(keys, store.press, store.paste);
	return {
		resize(next) {
			frames.columns = next.columns;
			frames.rows = next.rows;
			store.dispatch({type: 'resize', size: sized(next)});
		},
		end() {
			stopReading();
			ink.unmount();
		},
	};
};
