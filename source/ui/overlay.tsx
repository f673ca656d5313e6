import type {ReactNode} from 'react';
import type {Size} from '../state/state.ts';
import {textWidth} from '../terminal/text-width.ts';
import {type Display, useDisplay} from './display.ts';
import {Frame, titleEnding} from './frame.tsx';
import {roomIn} from './layout.ts';
import {fitSpans, type LineProps, type Spans} from './line.tsx';
import {OVERLAY_MARGIN, type OverlayView} from './overlay-view.ts';

export interface OverlayProps {
	readonly view: OverlayView;
	readonly size: Size;
}

/** The title where no edge holds it, with how many there are and where more lies at its right end. */
const titleLine = (view: OverlayView, columns: number, {glyphs, theme}: Display): Spans => {
	const ending = titleEnding(view, glyphs);
	const room = columns - (ending === '' ? 0 : textWidth(ending) + 1);
	return ending === '' || room < 1
		? view.title
		: [...fitSpans(view.title, room, glyphs.ellipsis), {text: ` ${ending}`, look: theme.plain}];
};

/** What lies over the panes: keys, evidence, a list of names. */
export function Overlay({view, size}: OverlayProps): ReactNode {
	const display = useDisplay();
	const {glyphs, theme, present} = display;
	const {title, pinned, shown, chosen, query, count, isBare, isFramed} = view;
	const {columns} = roomIn(size, isFramed);
	const room = Math.max(1, columns - OVERLAY_MARGIN);
	const inMargin = (lines: readonly Spans[]): readonly LineProps[] =>
		lines.map((spans, at) => {
			const isChosen =
				lines === shown && chosen !== undefined && at >= chosen.start && at < chosen.end;
			const isFirst = isChosen && at === Math.max(0, chosen.start);
			return {
				look: isChosen ? theme.selected : undefined,
				spans: [
					{text: isFirst ? `${glyphs.selected} ` : '  '},
					...fitSpans(spans, room, glyphs.ellipsis),
					{text: ' '},
				],
			};
		});
	const bare = (lines: readonly Spans[]): readonly LineProps[] =>
		lines.map(spans => ({spans: fitSpans(spans, columns, glyphs.ellipsis)}));
	const laid = isBare ? bare : inMargin;
	const heading = isFramed ? [] : laid([titleLine(view, isBare ? columns : room, display)]);
	const prompt: readonly LineProps[] =
		query === undefined
			? []
			: [
					{
						spans: fitSpans(
							[
								{text: ': ', look: theme.key},
								{text: present(query)},
								{text: glyphs.caret, look: theme.status},
							],
							columns,
							glyphs.ellipsis,
						),
					},
					{spans: [{text: glyphs.rule.repeat(columns), look: theme.frame}]},
				];
	const nothing: readonly LineProps[] =
		query !== undefined && shown.length === 0
			? bare([[{text: '  Nothing goes by that name.', look: theme.secondary}]])
			: [];
	return (
		<Frame
			columns={size.columns}
			rows={size.rows}
			isFocused
			isFramed={isFramed}
			title={title}
			count={count}
			isMoreAbove={view.isMoreAbove}
			isMoreBelow={view.isMoreBelow}
			lines={[...heading, ...prompt, ...laid(pinned), ...nothing, ...laid(shown)]}
		/>
	);
}
