import type {Stretch} from '../dossier/pack-stretches.ts';
import type {Look} from '../terminal/theme.ts';
import type {Spans} from './line.tsx';

/*
Dates that are no exact day, as the stretches that they cover: a year, an interval, "about the 30th".
*/

/** What a stretch is drawn with, each of one cell. */
export interface StretchSigns {
	readonly line: string;
	/** Where a stretch begins and ends for sure. */
	readonly begin: string;
	readonly end: string;
	/** Where it begins and ends about or perhaps. */
	readonly rough: string;
	/** Where it goes on in the past, or in the future. */
	readonly past: string;
	readonly future: string;
	/** Begins and ends in one column. */
	readonly both: string;
}

/** A stretch as it is drawn. */
export interface DrawnStretch extends Stretch {
	readonly look: Look;
}

const beginSign = (end: Stretch['begin'], signs: StretchSigns): string =>
	({sure: signs.begin, rough: signs.rough, open: signs.past})[end];

const endSign = (end: Stretch['end'], signs: StretchSigns): string =>
	({sure: signs.end, rough: signs.rough, open: signs.future})[end];

const stretchText = ({from, to, begin, end}: Stretch, signs: StretchSigns): string => {
	if (from < to) {
		return beginSign(begin, signs) + signs.line.repeat(to - from - 1) + endSign(end, signs);
	}

	if (begin === 'open') {
		return signs.past;
	}

	return end === 'open' ? signs.future : end === 'rough' ? signs.rough : signs.both;
};

export const stretchSpans = (row: readonly DrawnStretch[], signs: StretchSigns): Spans => {
	let end = 0;
	return row.flatMap(stretch => {
		const blank = ' '.repeat(stretch.from - end);
		end = stretch.to + 1;
		const drawn = {text: stretchText(stretch, signs), look: stretch.look};
		return blank === '' ? [drawn] : [{text: blank}, drawn];
	});
};
