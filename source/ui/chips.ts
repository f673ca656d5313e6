import {facetLabel, facetShortLabel} from '../dossier/facet-words.ts';
import {closedBefore} from '../state/closing.ts';
import {keyFor} from '../state/key-names.ts';
import {PANES, type Pane, paneTitle} from '../state/panes.ts';
import type {State} from '../state/state.ts';
import {textWidth, truncated} from '../terminal/text-width.ts';
import type {Display} from './display.ts';
import {fairShare} from './fair-share.ts';
import {type Layout, slotOf} from './layout.ts';
import {fitSpans, type Spans, spansWidth} from './line.tsx';

/** As much of a text as is needed to tell which it is, whole and short. */
const LEAST_OF_WHOLE = 16;
const LEAST_OF_SHORT = 8;

/** Brackets, and the space before them. */
const CHIP_EDGES = 3;

/** Panes whose filter is told neither by their title nor where it is typed. */
const untoldIn = (state: State, layout: Layout): readonly Pane[] => {
	const {filters, filtering, overlay} = state;
	const isTyped = (pane: Pane): boolean =>
		filtering !== undefined && overlay === undefined && pane === state.pane;
	const isTitled = (pane: Pane): boolean => layout.isFramed && slotOf(layout, pane) !== undefined;
	return PANES.filter(pane => filters[pane] !== '' && !isTyped(pane) && !isTitled(pane));
};

/** What the panes are narrowed to, the one that is taken away next last. */
const chipsOf = (
	state: State,
	untold: readonly Pane[],
	{catalog}: Display,
	isShort: boolean,
): readonly string[] => {
	const label = isShort ? facetShortLabel : facetLabel;
	const ofFilter = (pane: Pane): string => `${paneTitle(pane, catalog)} /${state.filters[pane]}`;
	return [
		...untold.filter(pane => pane !== state.pane).map(ofFilter),
		...state.facets.map(facet => label(catalog, facet)),
		...untold.filter(pane => pane === state.pane).map(ofFilter),
	];
};

const TIMES: readonly string[] = ['', ' twice'];

/** What takes the last chip away, as things stand; nothing while a text is typed. */
const explanationOf = (
	state: State,
	untold: readonly Pane[],
	{keymap}: Display,
): string | undefined => {
	const {overlay, facets, filtering, noting, pane} = state;
	if (filtering !== undefined || noting !== undefined) {
		return undefined;
	}

	if (overlay !== undefined) {
		return overlay.name === 'facets' && facets.length > 0
			? `${keyFor(keymap, 'facets.drop')} takes the last away`
			: 'in the panes';
	}

	const {filter, facet} = closedBefore(state);
	const isOwnLast = untold.includes(pane);
	if (!isOwnLast && facets.length === 0) {
		return `${keyFor(keymap, 'close')} there clears it`;
	}

	const before = isOwnLast ? filter : facet;
	return `${keyFor(keymap, 'close')}${TIMES[before] ?? ` ${before + 1} times`} takes the last away`;
};

/** The row without what explains it: the newest chips, each of at least so many cells, or whole. */
const chipSpans = (
	texts: readonly string[],
	hidden: number,
	least: number,
	columns: number,
	{glyphs, theme}: Display,
): Spans | undefined => {
	const lead = hidden === 0 ? ' only' : ` ${hidden} more,`;
	const shown = texts.slice(hidden);
	const room = columns - textWidth(lead) - CHIP_EDGES * shown.length;
	const share = fairShare(shown.map(textWidth), room);
	return share < least
		? undefined
		: [
				{text: lead, look: theme.secondary},
				...shown.flatMap((text): Spans => {
					const fitting = textWidth(text) > share ? truncated(text, share, glyphs.ellipsis) : text;
					return [{text: ' '}, {text: `[${fitting}]`, look: theme.status}];
				}),
			];
};

/**
One row over the panes while facets narrow them, or a filter does that is not seen on the screen. All
chips are whole where there is room; else they are shortened, and at last the oldest give way.

@param layout - The panes that are on the screen.
*/
export const chipLine = (state: State, layout: Layout, display: Display): Spans | undefined => {
	const {glyphs, theme, present} = display;
	const {columns} = state.size;
	const untold = untoldIn(state, layout);
	const whole = chipsOf(state, untold, display, false).map(present);
	if (whole.length === 0) {
		return undefined;
	}

	const short = chipsOf(state, untold, display, true).map(present);
	let spans = chipSpans(whole, 0, LEAST_OF_WHOLE, columns, display);
	for (let hidden = 0; spans === undefined && hidden < short.length; hidden++) {
		const least = hidden === short.length - 1 ? Number.NEGATIVE_INFINITY : LEAST_OF_SHORT;
		spans = chipSpans(short, hidden, least, columns, display);
	}

	const shown = spans ?? [];
	const explanation = explanationOf(state, untold, display);
	const isExplained =
		explanation !== undefined && columns - spansWidth(shown) > textWidth(explanation) + 3;
	return fitSpans(
		isExplained ? [...shown, {text: `  ${explanation}`, look: theme.secondary}] : shown,
		columns,
		glyphs.ellipsis,
	);
};
