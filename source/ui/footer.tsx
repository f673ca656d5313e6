import type {ReactNode} from 'react';
import {modeOf} from '../state/binding.ts';
import {type KeyHint, keyHints} from '../state/key-hints.ts';
import type {Pane} from '../state/panes.ts';
import type {State} from '../state/state.ts';
import {chordLabel} from '../terminal/glyphs.ts';
import {truncatedStart} from '../terminal/text-width.ts';
import {type Display, useDisplay} from './display.ts';
import {fitSpans, Line, type Spans, spansWidth} from './line.tsx';
import type {View} from './view.ts';

const hintSpans = ({chords, label}: KeyHint, {glyphs, theme}: Display): Spans => [
	{text: ' '},
	{text: chords.map(chord => chordLabel(glyphs, chord)).join(glyphs.keyJoint), look: theme.key},
	{text: ` ${label} `, look: theme.secondary},
];

const hints = (state: State, columns: number, display: Display): Spans =>
	keyHints(modeOf(state), columns, hint => spansWidth(hintSpans(hint, display)), display.keymap, {
		state,
		catalog: display.catalog,
	}).flatMap(hint => hintSpans(hint, display));

/** A text while it is typed: its end is always seen, and what to press where there is room. */
const typedLine = (
	label: string,
	text: string,
	ending: string,
	state: State,
	columns: number,
	display: Display,
): Spans => {
	const {glyphs, theme, present} = display;
	const lead: Spans = [{text: ` ${label}`, look: theme.key}];
	const caret: Spans = [{text: glyphs.caret, look: theme.status}];
	const shown = truncatedStart(
		present(text),
		Math.max(1, columns - spansWidth(lead) - spansWidth(caret)),
		glyphs.ellipsis,
	);
	const prompt: Spans = [...lead, {text: shown}, ...caret];
	const ended: Spans = [...prompt, {text: `${ending}  `, look: theme.secondary}];
	const room = columns - spansWidth(ended);
	return room > 10 ? [...ended, ...hints(state, room, display)] : room < 0 ? prompt : ended;
};

const isSearching = (pane: Pane, {lists}: View): boolean =>
	pane !== 'detail' && !lists[pane].all.isWhole;

const filterLine = (state: State, view: View, columns: number, display: Display): Spans => {
	const {overlay, filters, pane} = state;
	const isOverlay = overlay?.name === 'help' || overlay?.name === 'facets';
	return typedLine(
		'/',
		isOverlay ? overlay.query : filters[pane],
		isOverlay ? '' : `  ${view.counts[pane]} found${isSearching(pane, view) ? ' so far' : ''}`,
		state,
		columns,
		display,
	);
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
					? typedLine('note: ', state.noting.text, '', state, columns, display)
					: hints(state, columns, display);
	return <Line spans={fitSpans(spans, columns, glyphs.ellipsis)} />;
}
