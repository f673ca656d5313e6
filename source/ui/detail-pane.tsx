import {memo, type ReactNode} from 'react';
import {leftOutWords} from '../state/left-out.ts';
import {useDisplay} from './display.ts';
import {emptyLines} from './empty-lines.ts';
import {roomIn} from './layout.ts';
import {fitSpans, type LineProps} from './line.tsx';
import {Pane} from './pane.tsx';
import {DETAIL_MARGIN, type DetailView} from './view.ts';

export interface DetailPaneProps {
	readonly view: DetailView;
	readonly columns: number;
	readonly rows: number;
	readonly isFocused: boolean;
	readonly isFramed: boolean;
}

/** Everything known about what is selected. The cursor shows while the pane is focused. */
export const DetailPane = memo(function DetailPane({
	view,
	columns,
	rows,
	isFocused,
	isFramed,
}: DetailPaneProps): ReactNode {
	const display = useDisplay();
	const {glyphs, theme} = display;
	const {profile, shown, item, itemCount, filter, leftOutOf} = view;
	const width = roomIn({columns, rows}, isFramed).columns;
	const lines: readonly LineProps[] =
		profile === undefined
			? emptyLines({columns: width, filter: '', nothing: 'Nothing is selected.'}, display)
			: shown.map((line, at) => {
					const isSelected = isFocused && line.item === item;
					const isFirst = isSelected && shown[at - 1]?.item !== item;
					return {
						look: isSelected ? theme.selected : undefined,
						spans: [
							{text: isFirst ? `${glyphs.selected} ` : '  '},
							...fitSpans(line.spans, Math.max(1, width - DETAIL_MARGIN), glyphs.ellipsis),
							{text: ' '},
						],
					};
				});
	return (
		<Pane
			pane="detail"
			columns={columns}
			rows={rows}
			isFocused={isFocused}
			isFramed={isFramed}
			filter={filter}
			note={leftOutOf && leftOutWords(leftOutOf, display.catalog)}
			count={isFocused && itemCount > 0 ? `${item + 1}/${itemCount}` : ''}
			isMoreAbove={view.isMoreAbove}
			isMoreBelow={view.isMoreBelow}
			lines={lines}
		/>
	);
});
