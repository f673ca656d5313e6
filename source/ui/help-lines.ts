import {matchesFilter, parseFilter} from '../dossier/filter.ts';
import type {Binding, Keymap, Mode} from '../state/binding.ts';
import {keyGroups} from '../state/key-hints.ts';
import {withKeys} from '../state/key-names.ts';
import {chordLabel} from '../terminal/glyphs.ts';
import {textWidth, wrapped} from '../terminal/text-width.ts';
import type {Display} from './display.ts';
import {fitSpans, type Spans, spansWidth} from './line.tsx';
import {marked} from './marked.ts';
import {signMeanings} from './sign-meanings.ts';

const TWO_COLUMNS_FROM = 100;
const THREE_COLUMNS_FROM = 170;
const GAP = 4;

/** Before a key, and between it and what it does. */
const MARGIN = 2;

/** With fewer columns beside the keys, what they do stands under them. */
const LEAST_MEANING = 8;

/** The heading over what the signs on the screen stand for. */
export const SIGNS = 'Signs';

/** What is open, as a heading over its keys. */
const HERE: Record<Mode, string> = {
	panes: 'In the panes',
	filter: 'While filtering',
	note: 'While writing a note',
	story: 'In the story',
	help: 'In the help',
	about: 'On this page',
	'go-to': 'In the list of names',
	evidence: 'In the evidence',
	tensions: 'Among the tensions',
	coverage: 'In the coverage',
	paragraph: 'Among the records of a paragraph',
	facets: 'Among the facets',
	marks: 'Among the marks',
	map: 'On the map',
	copy: 'With the text to copy',
};

const chordsOf = ({glyphs}: Display, {chords}: Binding): string =>
	chords.map(chord => chordLabel(glyphs, chord)).join(' ');

interface KeyBlock {
	readonly heading: string;
	readonly bindings: readonly Binding[];
}

/** First the keys of what the help was asked in, then all others by groups. */
const keyBlocks = (
	mode: Mode,
	keymap: Keymap,
	passes: (binding: Binding) => boolean,
): readonly KeyBlock[] => {
	const isHere = ({modes, group}: Binding): boolean =>
		mode !== 'panes' && group !== 'Move' && group !== 'Program' && modes.includes(mode);
	const here = keyGroups(keymap, binding => isHere(binding) && passes(binding)).flatMap(
		({bindings}) => bindings,
	);
	return [
		...(here.length === 0 ? [] : [{heading: HERE[mode], bindings: here}]),
		...keyGroups(keymap, binding => !isHere(binding) && passes(binding)).map(
			({group, bindings}) => ({
				heading: group,
				bindings,
			}),
		),
	];
};

/** The keys as blocks of lines, searched; what does not fit into so many columns is wrapped. */
const blocks = (
	query: string,
	mode: Mode,
	columns: number,
	display: Display,
): readonly (readonly Spans[])[] => {
	const {theme, present, keymap} = display;
	const labelOf = ({label}: Binding): string => withKeys(label, keymap);
	const filter = parseFilter(query);
	const groups = keyBlocks(mode, keymap, binding =>
		matchesFilter(
			filter,
			`${chordsOf(display, binding)}\n${labelOf(binding)}\n${binding.hint?.label ?? ''}\n${binding.group}`,
		),
	);
	const widest = Math.max(
		0,
		...groups.flatMap(({bindings}) =>
			bindings.map(binding => textWidth(chordsOf(display, binding))),
		),
	);
	const beside = columns - widest - 2 * MARGIN;
	const rows = (sign: string, meaning: string): readonly Spans[] => {
		const lead = ' '.repeat(MARGIN) + sign;
		if (beside < LEAST_MEANING) {
			return [
				[{text: lead, look: theme.key}],
				...wrapped(present(meaning), columns - 2 * MARGIN).map(
					(line): Spans => [{text: ' '.repeat(2 * MARGIN)}, ...marked(line, filter, theme)],
				),
			];
		}

		const width = widest + 2 * MARGIN;
		return wrapped(present(meaning), beside).map((line, at): Spans => {
			const text = at === 0 ? lead : '';
			return [
				{text: text + ' '.repeat(Math.max(0, width - textWidth(text))), look: theme.key},
				...marked(line, filter, theme),
			];
		});
	};

	const signs = signMeanings(display).filter(([sign, meaning]) =>
		matchesFilter(filter, `${sign}\n${meaning}\n${SIGNS}`),
	);
	return [
		...groups.map(({heading, bindings}) => [
			[{text: heading, look: theme.heading}],
			...bindings.flatMap(binding => rows(chordsOf(display, binding), labelOf(binding))),
			[],
		]),
		...(signs.length === 0
			? []
			: [
					[
						[{text: SIGNS, look: theme.heading}],
						...signs.flatMap(([sign, meaning]) => rows(sign, meaning)),
						[],
					],
				]),
	];
};

/** Whole blocks, in order, over so many columns that the highest is as low as it can be. */
const columnsOf = (
	groups: readonly (readonly Spans[])[],
	count: number,
): readonly (readonly Spans[])[] => {
	if (count < 2 || groups.length < 2) {
		return [groups.flat()];
	}

	let best: readonly (readonly Spans[])[] = [groups.flat()];
	let height = best[0]?.length ?? 0;
	for (let at = 1; at < groups.length; at++) {
		const columns = [groups.slice(0, at).flat(), ...columnsOf(groups.slice(at), count - 1)];
		const highest = Math.max(...columns.map(({length}) => length));
		if (highest < height) {
			best = columns;
			height = highest;
		}
	}

	return best;
};

/** What each column wants; where that is too much together, the widest give way. */
const sharedWidths = (wanted: readonly number[], columns: number): readonly number[] => {
	let most = Math.max(...wanted);
	const cut = (): readonly number[] => wanted.map(width => Math.min(width, most));
	while (most > 1 && cut().reduce((sum, width) => sum + width, 0) > columns) {
		most--;
	}

	return cut();
};

/**
Every key, by groups, in several columns where there is room.

@param mode - What the help was asked in: its keys come first.
*/
export const helpLines = (
	query: string,
	mode: Mode,
	columns: number,
	display: Display,
): readonly Spans[] => {
	const count = columns < TWO_COLUMNS_FROM ? 1 : columns < THREE_COLUMNS_FROM ? 2 : 3;
	const groups = blocks(query, mode, count === 1 ? columns : Number.MAX_SAFE_INTEGER, display);
	if (groups.length === 0) {
		return [[{text: 'No key does that.', look: display.theme.secondary}]];
	}

	const parts = columnsOf(groups, count);
	const widths = sharedWidths(
		parts.map(part => Math.max(...part.map(spansWidth))),
		columns - GAP * (parts.length - 1),
	);
	const height = Math.max(...parts.map(({length}) => length)) - 1;
	return Array.from({length: height}, (_, row) =>
		parts.flatMap(
			(part, at): Spans => [
				{text: at === 0 ? '' : ' '.repeat(GAP)},
				...(parts.length === 1
					? (part[row] ?? [])
					: fitSpans(part[row] ?? [], widths[at] ?? 0, display.glyphs.ellipsis)),
			],
		),
	);
};
