import type {ReactNode} from 'react';
import {modeOf} from '../state/binding.ts';
import {type KeyHint, keyHints} from '../state/key-hints.ts';
import type {State} from '../state/state.ts';
import {chordLabel} from '../terminal/glyphs.ts';
import {type Display, useDisplay} from './display.ts';
import {fitSpans, Line, type Spans, spansWidth} from './line.tsx';
import type {View} from './view.ts';

const hintSpans = ({chords, label}: KeyHint, {glyphs, theme}: Display): Spans => [
	{text: ' '},
	{text: chords.map(chord => chordLabel(glyphs, chord)).join(glyphs.keyJoint), look: theme.key},
	{text: ` ${label} `, look: theme.secondary},
];

const hints = (state: State, columns: number, display: Display): Spans =>
	keyHints(modeOf(state), columns, hint => spansWidth(hintSpans(hint, display))).flatMap(hint =>
		hintSpans(hint, display),
	);

/** The note of a mark while it is written. */
const noteLine = (text: string, columns: number, display: Display, state: State): Spans => {
	const {glyphs, theme, present} = display;
	const prompt: Spans = [
		{text: ' note: ', look: theme.key},
		{text: present(text)},
		{text: glyphs.caret, look: theme.status},
		{text: '  '},
	];
	const room = columns - spansWidth(prompt);
	return room > 10 ? [...prompt, ...hints(state, room, display)] : prompt;
};

const filterLine = (state: State, view: View, columns: number, display: Display): Spans => {
	const {glyphs, theme, present} = display;
	const {overlay, filters, pane} = state;
	const isOverlay = overlay?.name === 'help' || overlay?.name === 'facets';
	const query = isOverlay ? overlay.query : filters[pane];
	const found = isOverlay ? '' : `  ${view.counts[pane]} found`;
	const prompt: Spans = [
		{text: ' /', look: theme.key},
		{text: present(query)},
		{text: glyphs.caret, look: theme.status},
		{text: found, look: theme.secondary},
		{text: '  '},
	];
	const room = columns - spansWidth(prompt);
	return room > 10 ? [...prompt, ...hints(state, room, display)] : prompt;
};

export interface FooterProps {
	readonly state: State;
	readonly view: View;
}

/** The last row: what the program has to say, what is being typed, or what to press. */
export function Footer({state, view}: FooterProps): ReactNode {
	const display = useDisplay();
	const {theme, present, glyphs} = display;
	const {columns} = state.size;
	const spans: Spans =
		state.status !== undefined
			? [{text: ` ${present(state.status)}`, look: theme.status}]
			: state.filtering !== undefined
				? filterLine(state, view, columns, display)
				: state.noting !== undefined
					? noteLine(state.noting.text, columns, display, state)
					: hints(state, columns, display);
	return <Line spans={fitSpans(spans, columns, glyphs.ellipsis)} />;
}
