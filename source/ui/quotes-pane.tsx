import {memo, type ReactNode} from 'react';
import {recordsOfKind} from '../dossier/catalog.ts';
import {citation} from '../dossier/citation.ts';
import {dayIn} from '../dossier/days.ts';
import {type Filter, parseFilter} from '../dossier/filter.ts';
import type {Quote} from '../dossier/schema.ts';
import {quotedWords, titleById} from '../dossier/title.ts';
import {type Display, useDisplay} from './display.ts';
import {emptyLines} from './empty-lines.ts';
import {foundBySpans} from './found-by.ts';
import {roomIn} from './layout.ts';
import {fitSpans, type LineProps, type Spans} from './line.tsx';
import {listCount} from './list-count.ts';
import type {ListPaneProps} from './list-pane.ts';
import {rowLook, rowMarker} from './list-row.ts';
import {marked} from './marked.ts';
import {Pane} from './pane.tsx';

/** The words, and under them who said them, where, when, and where they stand. */
const quoteLines = (quote: Quote, filter: Filter, display: Display): readonly [Spans, Spans] => {
	const {catalog, theme, present} = display;
	const attribution = [
		titleById(catalog, quote.speaker),
		quote.place && titleById(catalog, quote.place),
		quote.day && dayIn(catalog.dossier, quote.day),
		citation(catalog.dossier, quote.evidence),
	];
	const shown = attribution.filter(part => part !== undefined).join(' · ');
	return [
		marked(present(quotedWords(quote)), filter, theme),
		[
			...marked(present(shown), filter, theme, theme.secondary),
			...foundBySpans(quote, filter, [quotedWords(quote), shown], display),
		],
	];
};

/** What was said, in the report's order, two rows a quote. */
export const QuotesPane = memo(function QuotesPane({
	view,
	related,
	marked: markedRecords,
	columns,
	rows,
	isFocused,
	isFramed,
}: ListPaneProps): ReactNode {
	const display = useDisplay();
	const {catalog, glyphs, theme} = display;
	const filter = parseFilter(view.filter);
	const width = roomIn({columns, rows}, isFramed).columns;
	const marking = {selected: view.selected, related, isFocused, marked: markedRecords};
	const shown = recordsOfKind(catalog, view.shown, 'quote');
	const lines: readonly LineProps[] =
		shown.length === 0
			? emptyLines(
					{
						columns: width,
						filter: view.filter,
						isFocused,
						isNarrowed: view.isNarrowed,
						isSearching: !view.all.isWhole,
						nothing: 'This dossier holds no quotes.',
					},
					display,
				)
			: shown.flatMap(quote => {
					// The words name the quote; who said them stands under them as it is.
					const looks = [rowLook(theme, quote.id, marking)];
					const margins = [rowMarker(glyphs, quote.id, marking).padEnd(2), '  '];
					return quoteLines(quote, filter, display).map((spans, at) => ({
						look: looks[at],
						spans: [
							{text: margins[at] ?? ''},
							...fitSpans(spans, Math.max(1, width - 3), glyphs.ellipsis),
							{text: ' '},
						],
					}));
				});
	return (
		<Pane
			pane="quotes"
			columns={columns}
			rows={rows}
			isFocused={isFocused}
			isFramed={isFramed}
			filter={view.filter}
			count={listCount(view, related, glyphs)}
			lines={lines}
		/>
	);
});
