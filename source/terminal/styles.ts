import type {Capabilities} from './capabilities.ts';
import type {Look} from './theme.ts';

// biome-ignore lint/suspicious/noControlCharactersInRegex: SGR sequences begin with ESC
const SGR = /\u001B\[([\d;:]*)m/g;

// biome-ignore lint/suspicious/noControlCharactersInRegex: every byte that is not printable ASCII, ESC aside
const BEYOND_ASCII = /[^\u0020-\u007E\u001B]/gu;

const EXTENDED = /^[345]8$/;

const isColour = (code: number): boolean =>
	(code >= 30 && code <= 49) || (code >= 90 && code <= 107) || code === 58 || code === 59;

/** SGR parameters without those that set a colour; 38, 48 and 58 take their arguments along. */
const withoutColours = (parameters: string): string => {
	const kept: string[] = [];
	const all = parameters.split(';');
	for (let at = 0; at < all.length; at++) {
		const parameter = all[at] ?? '';
		const code = Number.parseInt(parameter, 10) || 0;
		if (EXTENDED.test(parameter)) {
			at += all[at + 1] === '5' ? 2 : 4;
		} else if (!isColour(code)) {
			kept.push(parameter);
		}
	}

	return kept.join(';');
};

/**
A line of a frame as a terminal of these capabilities can show it: without colour, bold and
reverse video stay; in ASCII, whatever is left beyond it becomes `?`.
*/
export const narrowed = (
	line: string,
	{colour, charset}: Pick<Capabilities, 'colour' | 'charset'>,
): string => {
	const coloured =
		colour === 'none'
			? line.replaceAll(SGR, (sequence, parameters: string) => {
					const kept = withoutColours(parameters);
					return kept === parameters ? sequence : kept === '' ? '' : `\u{1B}[${kept}m`;
				})
			: line;
	return charset === 'ascii' ? coloured.replaceAll(BEYOND_ASCII, '?') : coloured;
};

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
