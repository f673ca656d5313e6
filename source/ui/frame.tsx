import {Box} from 'ink';
import type {ReactNode} from 'react';
import {textWidth} from '../terminal/text-width.ts';
import type {Look} from '../terminal/theme.ts';
import {useDisplay} from './display.ts';
import {fitSpans, Line, Lines, type Spans, spansWidth} from './line.tsx';

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
	readonly children: ReactNode;
}

function Side({
	sign,
	look,
	rows,
}: {
	readonly sign: string;
	readonly look: Look;
	readonly rows: number;
}): ReactNode {
	return <Lines lines={Array.from({length: rows}, () => ({spans: [{text: sign, look}]}))} />;
}

/** A box whose title stands in its upper edge; heavier while it is focused. */
export function Frame({
	columns,
	rows,
	isFocused,
	isFramed,
	title,
	count,
	isMoreAbove = false,
	isMoreBelow = false,
	children,
}: FrameProps): ReactNode {
	const {glyphs, theme} = useDisplay();
	if (!isFramed) {
		return (
			<Box flexDirection="column" width={columns} height={rows}>
				{children}
			</Box>
		);
	}

	const frame = isFocused ? glyphs.focusedFrame : glyphs.frame;
	const look = isFocused ? theme.focusedFrame : theme.frame;
	const edge = (text: string) => ({text, look});
	const more = `${isMoreAbove ? glyphs.above : ''}${isMoreBelow ? glyphs.below : ''}`;
	const right = [count, more].filter(part => part !== '').join(' ');
	const ending = right === '' ? '' : ` ${right} `;
	const room = columns - 4 - textWidth(ending);
	const name = fitSpans(title, Math.max(0, Math.min(spansWidth(title), room - 2)), glyphs.ellipsis);
	const top: Spans = [
		edge(frame.topLeft),
		edge(' '),
		...name,
		edge(' '),
		edge(frame.top.repeat(Math.max(0, room - spansWidth(name)))),
		{text: ending, look: isFocused ? theme.plain : theme.secondary},
		edge(frame.topRight),
	];
	return (
		<Box flexDirection="column" width={columns} height={rows}>
			<Line spans={fitSpans(top, columns, '')} />
			<Box flexDirection="row" height={rows - 2}>
				<Side sign={frame.left} look={look} rows={rows - 2} />
				<Box flexDirection="column" width={columns - 2} height={rows - 2}>
					{children}
				</Box>
				<Side sign={frame.right} look={look} rows={rows - 2} />
			</Box>
			<Line
				spans={[edge(frame.bottomLeft + frame.bottom.repeat(columns - 2) + frame.bottomRight)]}
			/>
		</Box>
	);
}
