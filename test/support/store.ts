import {tensionItems} from '../../source/dossier/accounts.ts';
import {catalogOf} from '../../source/dossier/catalog.ts';
import {coverageItems, coverageOf} from '../../source/dossier/coverage.ts';
import type {Dossier} from '../../source/dossier/schema.ts';
import type {Effect} from '../../source/state/actions.ts';
import type {Keymap} from '../../source/state/binding.ts';
import {facetChoices, recordsOfParagraph} from '../../source/state/chosen.ts';
import {factsOf, shownProfile} from '../../source/state/details.ts';
import {type Beginning, initialState} from '../../source/state/initial-state.ts';
import {goingIn, KEYMAP} from '../../source/state/keymap.ts';
import type {State} from '../../source/state/state.ts';
import {createStore, type Store} from '../../source/state/store.ts';
import type {MapRoom, Viewport} from '../../source/state/viewport.ts';

/** How much a screen shows, in place of a screen. */
export interface Room {
	/** Records that fit into each list. */
	readonly listRows?: number;
	readonly detailRows?: number;
	/** Lines of each item of the detail pane, the last height for all that follow. */
	readonly itemLines?: readonly number[];
	readonly overlayRows?: number;
	readonly overlayLines?: number;
	/** Of the text of the story's step. */
	readonly storyRows?: number;
	readonly storyLines?: number;
	/** What a map on the screen would show; absent: there is none. */
	readonly map?: (state: State) => MapRoom;
	readonly beginning?: Beginning;
	/** Absent: the keys as the program comes. */
	readonly keymap?: Keymap;
}

export interface OpenStore extends Store {
	/** Several keys one after the other, by the names of their chords. */
	readonly keys: (...chords: string[]) => void;
	/** Keys of one character each. */
	readonly type: (text: string) => void;
	readonly effects: readonly Effect[];
}

/** A reader without a screen: the real store over a made-up room. */
export const openStore = (dossier: Dossier, room: Room = {}): OpenStore => {
	const {listRows = 3, detailRows = 4, itemLines = [1], overlayRows = 5, overlayLines = 20} = room;
	const {keymap = KEYMAP} = room;
	const catalog = catalogOf(dossier);
	const itemsOf = (state: State): Viewport['detail']['items'] => {
		const profile = shownProfile(catalog, state);
		const count = profile === undefined ? 0 : factsOf(profile).length + 1;
		let end = 0;
		return Array.from({length: count}, (_, item) => {
			const start = end;
			end += itemLines[item] ?? itemLines.at(-1) ?? 1;
			return {start, end};
		});
	};

	/** How many things can be chosen in the overlay; none where it is only scrolled. */
	const itemCount = (state: State): number | undefined => {
		const {overlay} = state;
		switch (overlay?.name) {
			case 'go-to':
				return goingIn(catalog, keymap).found(overlay.query).matches.length;
			case 'tensions':
				return dossier.tensions
					.filter(({id}) => id === overlay.tension)
					.flatMap(tension => tensionItems(tension)).length;
			case 'coverage':
				return coverageItems(coverageOf(catalog)).length;
			case 'paragraph':
				return recordsOfParagraph(catalog, overlay)?.records.length ?? 0;
			case 'facets':
				return facetChoices(state, overlay.query, catalog).length;
			case 'marks':
				return state.marks.length;
			default:
				return undefined;
		}
	};

	const measure = (state: State): Viewport => {
		const items = itemsOf(state);
		const {overlay} = state;
		const lineCount = itemCount(state) ?? overlayLines;
		return {
			lists: {actors: listRows, front: listRows, quotes: listRows, timeline: listRows},
			detail: {rows: detailRows, lineCount: items.at(-1)?.end ?? 0, items},
			overlay: {
				rows: overlayRows,
				lineCount,
				items:
					overlay !== undefined && 'chosen' in overlay
						? Array.from({length: lineCount}, (_, at) => ({start: at, end: at + 1}))
						: [],
				top: overlay !== undefined && 'top' in overlay ? (overlay.top ?? 0) : 0,
			},
			story: {rows: room.storyRows ?? 4, lineCount: room.storyLines ?? 4},
			map: room.map?.(state),
		};
	};

	const surroundings = {catalog, keymap, measure};
	const effects: Effect[] = [];
	const store = createStore(
		initialState(surroundings, {columns: 100, rows: 30}, room.beginning ?? {}),
		surroundings,
		effect => effects.push(effect),
	);
	const keys = (...chords: string[]): void => {
		for (const chord of chords) {
			store.press(chord);
		}
	};

	return {...store, keys, type: text => keys(...text), effects};
};
