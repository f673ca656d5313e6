import {facetLabel} from '../dossier/facet-words.ts';
import {keyFor} from '../state/key-names.ts';
import {PANES, paneTitle} from '../state/panes.ts';
import type {State} from '../state/state.ts';
import type {Display} from './display.ts';
import {fitSpans, type Span, type Spans, spansWidth} from './line.tsx';

/** What the panes are narrowed to, each in brackets; the one that is taken away next stands last. */
const chipTexts = ({facets, filters, pane}: State, {catalog}: Display): readonly string[] => [
	// A filter of the focused pane is shown in its title already.
	...PANES.filter(name => name !== pane && filters[name] !== '').map(
		name => `${paneTitle(name, catalog)} /${filters[name]}`,
	),
	...facets.map(facet => facetLabel(catalog, facet)),
];

/** One row over the panes while the facets narrow them; nothing else does. */
export const chipLine = (state: State, display: Display): Spans | undefined => {
	if (state.facets.length === 0) {
		return undefined;
	}

	const {glyphs, theme, present, keymap} = display;
	const explanation = `${keyFor(keymap, 'close')} takes the last away`;
	const {columns} = state.size;
	const texts = chipTexts(state, display).map(present);
	// The newest are the ones that can be taken away, so the oldest give way.
	let hidden = 0;
	const spansOf = (): readonly Span[] => [
		{text: hidden === 0 ? ' only' : ` ${hidden} more,`, look: theme.secondary},
		...texts
			.slice(hidden)
			.flatMap((text): Span[] => [{text: ' '}, {text: `[${text}]`, look: theme.status}]),
	];
	while (hidden < texts.length - 1 && spansWidth(spansOf()) > columns) {
		hidden++;
	}

	const spans = spansOf();
	const room = columns - spansWidth(spans);
	return fitSpans(
		room > explanation.length + 3
			? [...spans, {text: `  ${explanation}`, look: theme.secondary}]
			: spans,
		columns,
		glyphs.ellipsis,
	);
};
