import {type Filter, matchRanges} from '../dossier/filter.ts';
import type {Look, Theme} from '../terminal/theme.ts';
import type {Span, Spans} from './line.tsx';

/** A text with what the filter matched set apart. */
export const marked = (text: string, filter: Filter, theme: Theme, look?: Look): Spans => {
	if (filter.terms.length === 0) {
		return text === '' ? [] : [look === undefined ? {text} : {text, look}];
	}

	const spans: Span[] = [];
	let at = 0;
	const push = (end: number, style: Look | undefined): void => {
		if (end > at) {
			spans.push({text: text.slice(at, end), ...(style === undefined ? {} : {look: style})});
			at = end;
		}
	};

	for (const [start, end] of matchRanges(filter, text)) {
		push(start, look);
		push(end, {...look, ...theme.match});
	}

	push(text.length, look);
	return spans;
};
