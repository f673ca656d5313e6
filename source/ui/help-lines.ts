import {matchesFilter, parseFilter} from '../dossier/filter.ts';
import {keyGroups} from '../state/key-hints.ts';
import type {Binding} from '../state/keymap.ts';
import {chordLabel} from '../terminal/glyphs.ts';
import {textWidth} from '../terminal/text-width.ts';
import type {Display} from './display.ts';
import {fitSpans, type Spans} from './line.tsx';
import {marked} from './marked.ts';

const TWO_COLUMNS_FROM = 100;
const GAP = 4;

const chordsOf = ({glyphs}: Display, {chords}: Binding): string =>
	chords.map(chord => chordLabel(glyphs, chord)).join(' ');

/** The keymap's groups as blocks of lines, searched. */
const blocks = (query: string, display: Display): readonly (readonly Spans[])[] => {
	const {theme, present} = display;
	const filter = parseFilter(query);
	const groups = keyGroups(binding =>
		matchesFilter(
			filter,
			`${chordsOf(display, binding)}\n${binding.label}\n${binding.hint?.label ?? ''}\n${binding.group}`,
		),
	);
	const widest = Math.max(
		0,
		...groups.flatMap(({bindings}) =>
			bindings.map(binding => textWidth(chordsOf(display, binding))),
		),
	);
	return groups.map(({group, bindings}) => [
		[{text: group, look: theme.heading}],
		...bindings.map((binding): Spans => {
			const chords = chordsOf(display, binding);
			return [
				{text: `  ${chords}${' '.repeat(widest - textWidth(chords))}  `, look: theme.key},
				...marked(present(binding.label), filter, theme),
			];
		}),
		[],
	]);
};

/** Every key, by groups, in two columns where there is room. */
export const helpLines = (query: string, columns: number, display: Display): readonly Spans[] => {
	const groups = blocks(query, display);
	const flat = groups.flat();
	if (flat.length === 0) {
		return [[{text: 'No key does that.', look: display.theme.secondary}]];
	}

	if (columns < TWO_COLUMNS_FROM || groups.length < 2) {
		return flat.slice(0, -1);
	}

	// As many whole groups on the left as bring the two sides nearest to each other.
	let split = 1;
	let best = Number.POSITIVE_INFINITY;
	for (let at = 1; at < groups.length; at++) {
		const left = groups.slice(0, at).flat().length;
		const height = Math.max(left, flat.length - left);
		if (height < best) {
			best = height;
			split = at;
		}
	}

	const left = groups.slice(0, split).flat();
	const right = groups.slice(split).flat();
	const width = Math.floor((columns - GAP) / 2);
	return Array.from({length: best - 1}, (_, row) => [
		...fitSpans(left[row] ?? [], width, display.glyphs.ellipsis),
		{text: ' '.repeat(GAP)},
		...(right[row] ?? []),
	]);
};
