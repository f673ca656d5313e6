import type {Look} from './theme.ts';

// biome-ignore lint/suspicious/noControlCharactersInRegex: SGR sequences begin with ESC
const SGR = /\u001B\[([\d;:]*)m/g;

// biome-ignore lint/suspicious/noControlCharactersInRegex: every byte that is not printable ASCII, ESC aside
const BEYOND_ASCII = /[^\u0020-\u007E\u001B]/gu;

/** A line in which whatever a terminal without Unicode cannot show is a `?`; styles stay. */
export const inAscii = (line: string): string => line.replaceAll(BEYOND_ASCII, '?');

/** A line without any style at all. */
export const unstyled = (line: string): string => line.replaceAll(SGR, '');

const COLOURS: Record<NonNullable<Look['colour']>, number> = {
	red: 31,
	green: 32,
	yellow: 33,
	blue: 34,
	cyan: 36,
};

interface Ends {
	readonly begin: string;
	readonly end: string;
}

const endsOf = ({colour, bold, dim, inverse, underline}: Look): Ends => {
	const codes: (readonly [on: number, off: number])[] = [];
	if (bold === true) {
		codes.push([1, 22]);
	}

	if (dim === true) {
		codes.push([2, 22]);
	}

	if (underline === true) {
		codes.push([4, 24]);
	}

	if (inverse === true) {
		codes.push([7, 27]);
	}

	if (colour !== undefined) {
		codes.push([COLOURS[colour], 39]);
	}

	return {
		begin: codes.map(([on]) => `\u{1B}[${on}m`).join(''),
		end: codes
			.toReversed()
			.map(([, off]) => `\u{1B}[${off}m`)
			.join(''),
	};
};

/** Of each look there is, once it has been asked for: a frame asks some hundred times for a dozen. */
const known: (Ends | undefined)[] = [];

const numberOf = ({colour, bold, dim, inverse, underline}: Look): number =>
	(bold === true ? 1 : 0) +
	(dim === true ? 2 : 0) +
	(underline === true ? 4 : 0) +
	(inverse === true ? 8 : 0) +
	(colour === undefined ? 0 : COLOURS[colour] * 16);

/** A text between the SGR sequences that begin a look and those that end it. */
export const styled = (text: string, look: Look): string => {
	const number = numberOf(look);
	if (number === 0 || text === '') {
		return text;
	}

	const {begin, end} = known[number] ?? endsOf(look);
	known[number] ??= {begin, end};
	return begin + text + end;
};
