import type {ReactNode} from 'react';
import type {Size} from '../state/state.ts';
import {useDisplay} from './display.ts';
import {Frame} from './frame.tsx';
import {roomIn} from './layout.ts';
import {fitSpans, type LineProps, type Spans} from './line.tsx';
import {OVERLAY_MARGIN, type OverlayView} from './overlay-view.ts';

export interface OverlayProps {
	readonly view: OverlayView;
	readonly size: Size;
}

/** What lies over the panes: keys, evidence, a list of names. */
export function Overlay({view, size}: OverlayProps): ReactNode {
	const {glyphs, theme, present} = useDisplay();
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
			lines={[...prompt, ...laid(pinned), ...nothing, ...laid(shown)]}
		/>
	);
}
