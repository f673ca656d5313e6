import {keyFor} from '../state/key-names.ts';
import {wrapped} from '../terminal/text-width.ts';
import type {Display} from './display.ts';
import {fitSpans, type LineProps} from './line.tsx';

/** Before the text, and a column after it. */
const MARGIN = 3;

interface Emptiness {
	readonly columns: number;
	/** Why there is nothing: no match, nothing left by the facets, or nothing in the dossier. */
	readonly filter: string;
	/** The keys go to the pane, so what closes clears its filter. */
	readonly isFocused?: boolean;
	readonly isNarrowed?: boolean;
	/** Not all has been looked through yet. */
	readonly isSearching?: boolean;
	readonly nothing: string;
}

/** In a pane with nothing in it: why, and what to press. */
export const emptyLines = (
	{columns, filter, isFocused = false, isNarrowed = false, isSearching = false, nothing}: Emptiness,
	{glyphs, theme, present, keymap}: Display,
): readonly LineProps[] => {
	const unfiltered = isNarrowed
		? `Nothing here passes the facets; ${keyFor(keymap, 'find.facets')} changes them.`
		: nothing;
	const found =
		filter === ''
			? unfiltered
			: `Nothing ${isNarrowed ? 'that passes the facets ' : ''}matches /${filter}${isFocused ? `; ${keyFor(keymap, 'close')} clears it` : ''}.`;
	const text = isSearching ? `Looking through the list${glyphs.ellipsis}` : found;
	return wrapped(present(text), Math.max(1, columns - MARGIN)).map(line => ({
		spans: fitSpans([{text: `  ${line}`, look: theme.secondary}], columns, glyphs.ellipsis),
	}));
};
