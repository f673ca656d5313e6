import type {Action, Effect} from './actions.ts';
import {isEffect} from './actions.ts';
import {withKeys} from './key-names.ts';
import {intentOf, intentOfPaste, isGoing} from './keymap.ts';
import {changedMarks, markOf} from './marks.ts';
import {reduce} from './reducer.ts';
import type {State} from './state.ts';
import type {Surroundings} from './surroundings.ts';

/** One reader: what they are doing, and what their keys do to it. */
export interface Store {
	readonly state: () => State;
	/** Calls `listener` after every change; returns how to stop. */
	readonly subscribe: (listener: () => void) => () => void;
	readonly dispatch: (action: Action) => void;
	/** A key by its name; read against the state of this moment, not of the last frame. */
	readonly press: (chord: string) => void;
	readonly paste: (text: string) => void;
}

export const createStore = (
	initial: State,
	surroundings: Surroundings,
	onEffect: (effect: Effect) => void,
): Store => {
	const {catalog, keymap} = surroundings;
	const told = (next: State): State =>
		next.status === undefined ? next : {...next, status: withKeys(next.status, keymap)};
	let state = told(initial);
	const listeners = new Set<() => void>();
	const dispatch = (action: Action): void => {
		const reduced = reduce(state, action, surroundings);
		if (reduced === state) {
			return;
		}

		const next = told(reduced);

		const before = state.marks;
		state = next;
		for (const listener of listeners) {
			listener();
		}

		// Those that come from where they are kept are there already.
		const changed =
			action.type === 'take-marks' || before === next.marks ? [] : changedMarks(before, next.marks);
		for (const record of changed) {
			onEffect({type: 'keep-mark', record, mark: markOf(next.marks, record)});
		}
	};

	return {
		state: () => state,
		subscribe(listener) {
			listeners.add(listener);
			return () => {
				listeners.delete(listener);
			};
		},
		dispatch,
		press(chord) {
			const intent = intentOf(state, catalog, chord, keymap);
			if (isEffect(intent)) {
				// Chosen by its name in the list of names, which has done its work.
				if (isGoing(state, chord, keymap)) {
					dispatch({type: 'close'});
				}

				onEffect(intent);
			} else {
				dispatch(intent);
			}
		},
		paste(text) {
			dispatch(intentOfPaste(state, text));
		},
	};
};
