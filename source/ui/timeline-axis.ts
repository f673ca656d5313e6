import type {TimeMark} from '../dossier/time-layout.ts';
import {type Gap, lengthInWords} from '../dossier/time-scale.ts';
import type {Look} from '../terminal/theme.ts';
import type {Span, Spans} from './line.tsx';
import type {Drawing, Signs} from './timeline-drawing.ts';

const YEAR = 365 * 86_400_000;
const BREAK = '//';

/** From so many events on a column has a denser sign than a digit. */
const CROWDS = [10, 30, 100, 300] as const;

const markSign = ({count, first, last}: TimeMark, signs: Signs): string => {
	if (count === 1) {
		return (first.lead ?? last.lead)?.isExact === true ? signs.exact : signs.inexact;
	}

	const reached = CROWDS.filter(least => count >= least).length;
	return reached === 0 ? String(count) : (signs.many[reached - 1] ?? '');
};

/** Writes how long a gap is into the middle of some cells, with some of the line on both sides. */
const writeLength = (cells: Span[], {length}: Gap, from: number, to: number, look: Look): void => {
	const words = lengthInWords(length);
	// Years are broken out of the line, days are not; a bare number is how many events there are.
	const breaks = length < YEAR ? '' : BREAK;
	const room = to - from;
	const text =
		[breaks + words + breaks, words].find(candidate => room - candidate.length >= 2) ??
		(room >= breaks.length ? breaks : '');
	if (text !== '') {
		const at = from + Math.floor((room - text.length) / 2);
		for (const [offset, character] of Array.from(text).entries()) {
			cells[at + offset] = {text: character, look};
		}
	}
};

/** Neighbouring cells of one look as one span. */
const joined = (cells: readonly Span[]): Spans => {
	const spans: Span[] = [];
	for (const cell of cells) {
		const last = spans.at(-1);
		if (last !== undefined && last.look === cell.look) {
			spans[spans.length - 1] = {...last, text: last.text + cell.text};
		} else {
			spans.push(cell);
		}
	}

	return spans;
};

/**
The line itself with its marks.

@param isPointedAt - A pointer over the axis shows which mark is selected.
*/
export const axisRow = (drawing: Drawing, isPointedAt: boolean): Spans => {
	const {scale, marks, columns, selectedColumn, related, asOf, signs} = drawing;
	const {theme} = drawing.display;
	const cells: Span[] = Array.from({length: columns}, () => ({
		text: signs.axis,
		look: theme.frame,
	}));
	if (asOf !== undefined) {
		cells[asOf.column] = {text: signs.asOf, look: theme.status};
	}

	for (const gap of scale.gaps) {
		if (gap.isCompressed) {
			const [from, to] = [gap.from + 1, gap.to];
			const isTicked = asOf !== undefined && asOf.column >= from && asOf.column < to;
			for (let column = from; column < to; column++) {
				if (column !== asOf?.column) {
					cells[column] = {text: signs.squeezed, look: theme.frame};
				}
			}

			const isTickLeft = isTicked && asOf.column - from < to - 1 - asOf.column;
			writeLength(
				cells,
				gap,
				isTickLeft ? asOf.column + 1 : from,
				isTicked && !isTickLeft ? asOf.column : to,
				theme.secondary,
			);
		}
	}

	for (const mark of marks) {
		const {column} = mark;
		if (column === selectedColumn) {
			cells[column] = {
				text: isPointedAt ? markSign(mark, signs) : signs.pointer,
				look: drawing.selectedLook,
			};
		} else if (mark.count > 0) {
			cells[column] = {
				text: markSign(mark, signs),
				look: related.has(column) ? theme.title : theme.plain,
			};
		}
	}

	return joined(cells);
};
