import type {ReactNode} from 'react';
import {useDisplay} from './display.ts';
import {fitSpans, Line} from './line.tsx';

export interface EmptyProps {
	readonly columns: number;
	/** Why there is nothing: no match, nothing left by the facets, or nothing in the dossier. */
	readonly filter: string;
	readonly isNarrowed?: boolean;
	readonly nothing: string;
}

/** A pane with nothing in it says why, and what to press. */
export function Empty({columns, filter, isNarrowed = false, nothing}: EmptyProps): ReactNode {
	const {glyphs, theme, present} = useDisplay();
	const unfiltered = isNarrowed
		? 'Nothing here passes the facets; Esc takes the last away.'
		: nothing;
	const text =
		filter === ''
			? unfiltered
			: `Nothing ${isNarrowed ? 'that passes the facets ' : ''}matches /${filter}; Esc clears it.`;
	return (
		<Line
			spans={fitSpans(
				[{text: `  ${present(text)}`, look: theme.secondary}],
				columns,
				glyphs.ellipsis,
			)}
		/>
	);
}
