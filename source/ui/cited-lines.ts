import {codePointSlice} from '../dossier/article.ts';
import type {Stretch} from '../dossier/stretch.ts';
import {wrapped} from '../terminal/text-width.ts';
import type {Look} from '../terminal/theme.ts';
import type {Display} from './display.ts';
import type {Spans} from './line.tsx';

export interface CitedLine {
	readonly spans: Spans;
	readonly isCited: boolean;
}

/** A piece of a text, all of it cited or none, in UTF-16 code units as it is shown. */
interface Piece {
	readonly start: number;
	readonly end: number;
	readonly isCited: boolean;
}

/** Where each of the wrapped lines of a text begins in it, the spaces at breaks left out. */
const lineStarts = (text: string, lines: readonly string[]): readonly number[] => {
	let from = 0;
	return lines.map(line => {
		const start = text.indexOf(line, from);
		from = start + line.length;
		return start;
	});
};

/** A text broken into lines, what is cited of it set apart; the stretches may overlap. */
export const citedLines = (
	text: string,
	stretches: readonly Pick<Stretch, 'start' | 'end'>[],
	columns: number,
	rest: Look,
	{theme, present}: Display,
): readonly CitedLine[] => {
	const bounds = [...new Set([0, ...stretches.flatMap(({start, end}) => [start, end])])].toSorted(
		(a, b) => a - b,
	);
	let whole = '';
	const pieces = bounds.map((start, at): Piece => {
		const begin = whole.length;
		// Breaking into lines composes accents, so places are counted in composed text.
		whole += present(codePointSlice(text, start, bounds[at + 1])).normalize();
		return {
			start: begin,
			end: whole.length,
			isCited: stretches.some(stretch => stretch.start <= start && start < stretch.end),
		};
	});
	const rows = wrapped(whole, columns);
	const starts = lineStarts(whole, rows);
	return rows.map((row, line) => {
		const offset = starts[line] ?? 0;
		const parts = pieces.flatMap(({start, end, isCited}) => {
			const part = row.slice(Math.max(0, start - offset), Math.max(0, end - offset));
			return part === '' ? [] : [{text: part, isCited}];
		});
		return {
			spans: parts.map(part => ({text: part.text, look: part.isCited ? theme.selected : rest})),
			isCited: parts.some(part => part.isCited),
		};
	});
};
