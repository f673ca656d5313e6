import type {ReactNode} from 'react';
import {PANES, type Pane as PaneName, paneTitle} from '../state/panes.ts';
import {useDisplay} from './display.ts';
import {Frame} from './frame.tsx';
import type {LineProps} from './line.tsx';

export interface PaneProps {
	readonly pane: PaneName;
	readonly columns: number;
	readonly rows: number;
	readonly isFocused: boolean;
	readonly isFramed: boolean;
	readonly filter: string;
	/** After the title. */
	readonly note?: string | undefined;
	readonly count: string;
	readonly isMoreAbove?: boolean;
	readonly isMoreBelow?: boolean;
	/** Each as wide as the pane is within. */
	readonly lines: readonly LineProps[];
}

/** What every pane has: its number and name, its filter, and how much it holds. */
export function Pane({pane, isFocused, filter, note, ...rest}: PaneProps): ReactNode {
	const {catalog, theme, present} = useDisplay();
	return (
		<Frame
			{...rest}
			isFocused={isFocused}
			title={[
				{text: `${PANES.indexOf(pane) + 1} `, look: theme.secondary},
				{text: paneTitle(pane, catalog), look: isFocused ? theme.title : theme.plain},
				...(filter === '' ? [] : [{text: ` /${present(filter)}`, look: theme.status}]),
				...(note === undefined ? [] : [{text: present(` · ${note}`), look: theme.secondary}]),
			]}
		/>
	);
}
