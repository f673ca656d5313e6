import type {ReactNode} from 'react';
import type {Glyphs} from '../terminal/glyphs.ts';
import {textWidth} from '../terminal/text-width.ts';
import {useDisplay} from './display.ts';
import {fitSpans, type LineProps, Rows, type Spans, spansWidth, styledLine} from './line.tsx';

export interface FrameProps {
	readonly columns: number;
	readonly rows: number;
	readonly isFocused: boolean;
	/** Without one the content stands alone. */
	readonly isFramed: boolean;
	readonly title: Spans;
	/** At the right end of the title's line. */
	readonly count: string;
	readonly isMoreAbove?: boolean;
	readonly isMoreBelow?: boolean;
	/** What stands in it, each row as wide as it is within; what it has no room for is left out. */
	readonly lines: readonly LineProps[];
}

const emptyRows = (count: number, row: string): readonly string[] =>
	Array.from({length: Math.max(0, count)}, () => row);

/** What stands at the right end of a title: how many there are, and whether more lies above and below. */
export const titleEnding = (
	{
		count,
		isMoreAbove = false,
		isMoreBelow = false,
	}: Pick<FrameProps, 'count' | 'isMoreAbove' | 'isMoreBelow'>,
	{above, below}: Glyphs,
): string =>
	[count, `${isMoreAbove ? above : ''}${isMoreBelow ? below : ''}`]
		.filter(part => part !== '')
		.join(' ');

/** A box whose title stands in its upper edge, which is heavier while it is focused. */
export function Frame({
	columns,
	rows,
	isFocused,
	isFramed,
	title,
	lines,
	...amounts
}: FrameProps): ReactNode {
	const {glyphs, theme} = useDisplay();
	if (!isFramed) {
		const drawn = lines.slice(0, rows).map(styledLine);
		return <Rows text={[...drawn, ...emptyRows(rows - drawn.length, '')].join('\n')} />;
	}

	const {frame} = glyphs;
	const upper = isFocused ? glyphs.focusedEdge : frame;
	const edge = (text: string) => ({text, look: theme.frame});
	const upperEdge = (text: string) => ({
		text,
		look: isFocused ? theme.focusedFrame : theme.frame,
	});
	const amount = titleEnding(amounts, glyphs);
	const ending = amount === '' ? '' : ` ${amount} `;
	const room = columns - 4 - textWidth(ending);
	const name = fitSpans(title, Math.max(0, Math.min(spansWidth(title), room - 2)), glyphs.ellipsis);
	const top: Spans = [
		upperEdge(upper.topLeft),
		upperEdge(' '),
		...name,
		upperEdge(' '),
		upperEdge(upper.top.repeat(Math.max(0, room - spansWidth(name)))),
		{text: ending, look: isFocused ? theme.plain : theme.secondary},
		upperEdge(upper.topRight),
	];
	const [left, right] = [frame.left, frame.right].map(sign => styledLine({spans: [edge(sign)]}));
	const drawn = lines.slice(0, rows - 2).map(styledLine);
	const within = [...drawn, ...emptyRows(rows - 2 - drawn.length, ' '.repeat(columns - 2))];
	return (
		<Rows
			text={[
				styledLine({spans: fitSpans(top, columns, '')}),
				...within.map(row => left + row + right),
				styledLine({
					spans: [edge(frame.bottomLeft + frame.bottom.repeat(columns - 2) + frame.bottomRight)],
				}),
			].join('\n')}
		/>
	);
}
