import type {ReactNode} from 'react';
import {dayIn, dayWithWeekday} from '../dossier/days.ts';
import {PANES, paneTitle} from '../state/panes.ts';
import type {State} from '../state/state.ts';
import {type Display, useDisplay} from './display.ts';
import {fitSpans, Line, type Spans, spansWidth} from './line.tsx';
import type {View} from './view.ts';

/** Left and right on one row; the left one gives way. */
const apart = (left: Spans, right: Spans, columns: number, ellipsis: string): Spans => [
	...fitSpans(left, Math.max(0, columns - spansWidth(right)), ellipsis),
	...fitSpans(right, Math.min(columns, spansWidth(right)), ''),
];

const titleRow = (state: State, {catalog, glyphs, theme, present}: Display): Spans => {
	const {columns} = state.size;
	const {first, last} = catalog.dossier.span;
	const day = present(
		columns < 60 ? dayIn(catalog.dossier, state.asOf) : dayWithWeekday(state.asOf),
	);
	// A sign on either side while there is a day to step to.
	const back = state.asOf > first ? glyphs.back : ' ';
	const on = state.asOf < last ? `${glyphs.on} ` : '';
	return apart(
		[
			{text: columns < 60 ? ' ' : ' libya-tui  ', look: theme.secondary},
			{text: present(catalog.dossier.title), look: theme.title},
		],
		[
			{text: '  as of ', look: theme.secondary},
			{text: back, look: theme.key},
			{text: ` ${day} `, look: theme.title},
			{text: on, look: theme.key},
		],
		columns,
		glyphs.ellipsis,
	);
};

/** From the one that tells most to the one that takes least room. */
const SMALL_STYLES = ['counts', 'names', 'numbers', 'uncounted', 'alone'] as const;

type TabStyle = (typeof SMALL_STYLES)[number];

const tabText = (
	at: number,
	title: string,
	count: number | undefined,
	style: TabStyle,
	isFocused: boolean,
): string => {
	const number = ` ${at + 1}`;
	const counted = count === undefined ? '' : ` ${count}`;
	switch (style) {
		case 'counts':
			return `${number} ${title}${counted} `;
		case 'names':
			return `${number} ${title}${isFocused ? ' ' : ''}`;
		case 'numbers':
			return isFocused ? `${number} ${title}${counted} ` : `${number} `;
		case 'uncounted':
			return isFocused ? `${number} ${title} ` : `${number} `;
		case 'alone':
			return isFocused ? `${number} ${title}${counted} ` : '';
	}
};

/** The panes by number, the focused one set apart; with how much each holds, where there is room. */
const paneTabs = (
	state: State,
	{counts}: View,
	style: TabStyle,
	{catalog, theme}: Display,
): Spans =>
	PANES.map((pane, at) => {
		const isFocused = pane === state.pane;
		const count = pane === 'detail' ? undefined : counts[pane];
		return {
			text: tabText(at, paneTitle(pane, catalog), count, style, isFocused),
			look: isFocused ? theme.selected : theme.secondary,
		};
	});

/** One row on a small screen: which pane, of what, and the day. */
const smallRow = (state: State, view: View, display: Display): Spans => {
	const {columns} = state.size;
	const day: Spans = [
		{
			text: ` ${display.present(dayIn(display.catalog.dossier, state.asOf))} `,
			look: display.theme.title,
		},
	];
	const tabs = SMALL_STYLES.map(style => paneTabs(state, view, style, display));
	const fitting = tabs.find(spans => spansWidth(spans) + spansWidth(day) <= columns);
	// The day is never left out: all that is listed is told as of it.
	return apart(fitting ?? tabs.at(-1) ?? [], day, columns, display.glyphs.ellipsis);
};

export interface HeaderProps {
	readonly state: State;
	readonly view: View;
}

/** Where the reader is: which dossier, as of which day, and the panes that are not on the screen. */
export function Header({state, view}: HeaderProps): ReactNode {
	const display = useDisplay();
	const {layout} = view;
	if (layout.kind === 'single') {
		return <Line spans={smallRow(state, view, display)} />;
	}

	return (
		<>
			<Line spans={titleRow(state, display)} />
			{layout.headerRows < 2 ? null : (
				<Line
					spans={fitSpans(
						paneTabs(state, view, 'counts', display),
						state.size.columns,
						display.glyphs.ellipsis,
					)}
				/>
			)}
		</>
	);
}
