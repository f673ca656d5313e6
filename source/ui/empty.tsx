import type {ReactNode} from 'react';
import {useDisplay} from './display.ts';
import {fitSpans, Line} from './line.tsx';

export interface EmptyProps {
	readonly columns: number;
	/** Why there is nothing: no match, or nothing in the dossier. */
	readonly filter: string;
	readonly nothing: string;
}

/** A pane with nothing in it says why, and what to press. */
export function Empty({columns, filter, nothing}: EmptyProps): ReactNode {
	const {glyphs, theme, present} = useDisplay();
	const text = filter === '' ? nothing : `Nothing matches /${filter}; Esc clears it.`;
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
