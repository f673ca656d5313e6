import {Text} from 'ink';
import type {ReactNode} from 'react';
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
}

/** In reverse video a colour would come out as a patch of background, so only the strokes stay. */
const strokes = ({bold, underline}: Look = {}): Look => ({
	...(bold === undefined ? {} : {bold}),
	...(underline === undefined ? {} : {underline}),
});

/** A row that has been fitted to its width: one `Text`, whatever it is made of. */
export function Line({spans, look = {}}: LineProps): ReactNode {
	return (
		<Text {...look} wrap="truncate-end">
			{spans.map((span, at) => (
				// biome-ignore lint/suspicious/noArrayIndexKey: spans have no identity besides their place
				<Text key={at} {...(look.inverse === true ? strokes(span.look) : span.look)}>
					{span.text}
				</Text>
			))}
		</Text>
	);
}

/** Rows under one another. A row is its place on the screen and nothing else. */
export function Lines({lines}: {readonly lines: readonly LineProps[]}): ReactNode {
	return lines.map((line, at) => (
		// biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity besides their place
		<Line key={at} {...line} />
	));
}
