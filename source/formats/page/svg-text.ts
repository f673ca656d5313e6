import stringWidth from 'string-width';
import {printableText} from '../printable-text.ts';

/** Of the size of the letters, for a letter as wide as one cell of a terminal: rather too much than too little. */
const CELL = 0.63;

/** More of a name would cover too much of a picture. */
const MOST_CELLS = 30;

const graphemes = new Intl.Segmenter('en', {granularity: 'grapheme'});

/** About how wide a text is in a plain font, in the units of its size. */
export const widthOf = (text: string, size: number): number => stringWidth(text) * CELL * size;

/** A name as it stands in a picture: as `printableText` has it, and cut where it is long. */
export const pictureName = (text: string): string => {
	const name = printableText(text);
	if (name.length <= MOST_CELLS) {
		return name;
	}

	let cut = '';
	let cells = 0;
	for (const {segment} of graphemes.segment(name)) {
		cells += stringWidth(segment);
		if (cells > MOST_CELLS - 1) {
			return `${cut.trimEnd()}…`;
		}

		cut += segment;
	}

	return name;
};
