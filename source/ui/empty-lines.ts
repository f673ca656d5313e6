import {keyFor} from '../state/key-names.ts';
import type {Display} from './display.ts';
import {fitSpans, type LineProps} from './line.tsx';

interface Emptiness {
	readonly columns: number;
	/** Why there is nothing: no match, nothing left by the facets, or nothing in the dossier. */
	readonly filter: string;
	readonly isNarrowed?: boolean;
	/** Not all has been looked through yet. */
	readonly isSearching?: boolean;
	readonly nothing: string;
}

/** In a pane with nothing in it: why, and what to press. */
export const emptyLines = (
	{columns, filter, isNarrowed = false, isSearching = false, nothing}: Emptiness,
	{glyphs, theme, present, keymap}: Display,
): readonly LineProps[] => {
	const close = keyFor(keymap, 'close');
	const unfiltered = isNarrowed
		? `Nothing here passes the facets; ${close} takes the last away.`
		: nothing;
	const found =
		filter === ''
			? unfiltered
			: `Nothing ${isNarrowed ? 'that passes the facets ' : ''}matches /${filter}; ${close} clears it.`;
	const text = isSearching ? `Looking through the list${glyphs.ellipsis}` : found;
	return [
		{
			spans: fitSpans(
				[{text: `  ${present(text)}`, look: theme.secondary}],
				columns,
				glyphs.ellipsis,
			),
		},
	];
};
