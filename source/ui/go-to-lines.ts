import type {Destination, Match} from '../state/go-to.ts';
import {goingIn} from '../state/keymap.ts';
import type {LineRange} from '../state/viewport.ts';
import {textWidth} from '../terminal/text-width.ts';
import type {Display} from './display.ts';
import type {ItemLines} from './item-lines.ts';
import {fitSpans, type Span, type Spans} from './line.tsx';

const KIND_COLUMNS = 12;

const nameSpans = (
	{name}: Destination,
	marked: ReadonlySet<number>,
	{theme, present}: Display,
): Spans => {
	const spans: Span[] = [];
	let at = 0;
	for (const character of name) {
		const text = present(character);
		const look = marked.has(at) ? theme.match : theme.plain;
		at += character.length;
		const last = spans.at(-1);
		if (last !== undefined && last.look === look) {
			spans[spans.length - 1] = {text: last.text + text, look};
		} else {
			spans.push({text, look});
		}
	}

	return spans;
};

const matchLine = ({destination, marked}: Match, columns: number, display: Display): Spans => {
	const {glyphs, theme, present} = display;
	const kind = present(destination.kind);
	return [
		...fitSpans(
			nameSpans(destination, marked, display),
			Math.max(8, columns - KIND_COLUMNS),
			glyphs.ellipsis,
		),
		{text: kind.padStart(KIND_COLUMNS - (textWidth(kind) - kind.length)), look: theme.secondary},
	];
};

export interface GoToLines extends ItemLines {
	/** Which is chosen of how many; with an ellipsis while more may be found. */
	readonly count: string;
}

/**
What `:` offers for a query, the best first, one destination a line.

@param rows - Lines on the screen: only those that can be seen with the chosen one are drawn.
*/
export const goToLines = (
	query: string,
	chosen: number,
	{columns, rows}: {readonly columns: number; readonly rows: number},
	display: Display,
): GoToLines => {
	const {matches, count, isWhole} = goingIn(display.catalog, display.keymap).found(query);
	const total = `${count}${isWhole ? '' : display.glyphs.ellipsis}`;
	return {
		lines: matches.map((match, at) =>
			Math.abs(at - chosen) <= rows ? matchLine(match, columns, display) : [],
		),
		items: matches.map((_, at): LineRange => ({start: at, end: at + 1})),
		count: `${matches.length === 0 ? 0 : chosen + 1}/${total}`,
	};
};
