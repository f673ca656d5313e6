import {matchingDestinations} from '../state/go-to.ts';
import {allDestinations} from '../state/keymap.ts';
import {textWidth} from '../terminal/text-width.ts';
import type {Display} from './display.ts';
import {fitSpans, type Span, type Spans} from './line.tsx';

const KIND_COLUMNS = 12;

/** What `:` offers for a query, the best first, one destination a line. */
export const goToLines = (
	query: string,
	columns: number,
	{catalog, keymap, glyphs, theme, present}: Display,
): readonly Spans[] =>
	matchingDestinations(allDestinations(catalog, keymap), query).map(({destination, marked}) => {
		const name: Span[] = [];
		let at = 0;
		for (const character of destination.name) {
			const text = present(character);
			const look = marked.has(at) ? theme.match : theme.plain;
			at += character.length;
			const last = name.at(-1);
			if (last !== undefined && last.look === look) {
				name[name.length - 1] = {text: last.text + text, look};
			} else {
				name.push({text, look});
			}
		}

		const kind = present(destination.kind);
		return [
			...fitSpans(name, Math.max(8, columns - KIND_COLUMNS), glyphs.ellipsis),
			{text: kind.padStart(KIND_COLUMNS - (textWidth(kind) - kind.length)), look: theme.secondary},
		];
	});
