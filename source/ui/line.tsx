import {Text} from 'ink';
import {memo, type ReactNode} from 'react';
import {styled} from '../terminal/styles.ts';
import {textWidth, truncated} from '../terminal/text-width.ts';
import type {Look} from '../terminal/theme.ts';

/** A stretch of text in one look. The text is as the terminal can write it. */
export interface Span {
	readonly text: string;
	readonly look?: Look;
}

/** One row of the screen, or of a part of it. */
export type Spans = readonly Span[];

export const spansWidth = (spans: Spans): number =>
	spans.reduce((width, {text}) => width + textWidth(text), 0);

/** Spans in exactly `columns` cells: cut with an ellipsis, or filled up with spaces. */
export const fitSpans = (spans: Spans, columns: number, ellipsis: string): Spans => {
	const width = spansWidth(spans);
	if (width <= columns) {
		return width === columns ? spans : [...spans, {text: ' '.repeat(columns - width)}];
	}

	const end = truncated(ellipsis, columns, '');
	const fitting: Span[] = [];
	let room = columns - textWidth(end);
	for (const span of spans) {
		const cut = truncated(span.text, room, '');
		fitting.push({...span, text: cut});
		room -= textWidth(cut);
		if (cut !== span.text) {
			break;
		}
	}

	// A wide character that did not fit leaves a cell over.
	return [...fitting, {text: end + ' '.repeat(room)}];
};

export interface LineProps {
	readonly spans: Spans;
	/** Laid over every span: the reverse video of a selected row. */
	readonly look?: Look | undefined;
	/** What stands to the right of it in the same row, with a look of its own. */
	readonly beside?: LineProps;
}

/** In reverse video a colour would come out as a patch of background, so only the strokes stay. */
const strokes = ({bold = false, underline = false}: Look = {}): Look => ({bold, underline});

const lookOf = (own: Look | undefined, over: Look | undefined): Look =>
	over === undefined
		? (own ?? {})
		: over.inverse === true
			? {...strokes(own), ...over}
			: {...own, ...over};

/**
How much of a row its look is laid over, in UTF-16 code units. Reverse video ends with the text: blanks that
are seen go out one by one, from the row that loses it and to the one that gets it.
*/
const reachOf = (spans: Spans, look: Look | undefined): number =>
	look?.inverse === true
		? spans
				.map(({text}) => text)
				.join('')
				.trimEnd().length
		: Number.POSITIVE_INFINITY;

/** A row as Ink takes it: its text with the sequences of its looks. */
export const styledLine = ({spans, look, beside}: LineProps): string => {
	let reach = reachOf(spans, look);
	let line = '';
	for (const span of spans) {
		const over = span.text.slice(0, Math.max(0, reach));
		line += styled(over, lookOf(span.look, look)) + span.text.slice(over.length);
		reach -= span.text.length;
	}

	return beside === undefined ? line : line + styledLine(beside);
};

/**
Rows under one another, each fitted to its width before: one `Text`, whatever they are made of, since
every node costs Ink more than the text in it. It is drawn again only when it is another.
*/
export const Rows = memo(function Rows({text}: {readonly text: string}): ReactNode {
	return <Text>{text}</Text>;
});

export function Lines({lines}: {readonly lines: readonly LineProps[]}): ReactNode {
	return lines.length === 0 ? null : <Rows text={lines.map(styledLine).join('\n')} />;
}

export function Line(props: LineProps): ReactNode {
	return <Lines lines={[props]} />;
}
