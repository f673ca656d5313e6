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

/** A text between the SGR sequence that begins a look and the one that ends it. */
export const styled = (text: string, {colour, bold, dim, inverse, underline}: Look): string => {
	const begin: number[] = [];
	const end: number[] = [];
	const add = (on: number, off: number): void => {
		begin.push(on);
		end.push(off);
	};

	if (bold === true) {
		add(1, 22);
	}

	if (dim === true) {
		add(2, 22);
	}

	if (underline === true) {
		add(4, 24);
	}

	if (inverse === true) {
		add(7, 27);
	}

	if (colour !== undefined) {
		add(COLOURS[colour], 39);
	}

	return begin.length === 0 || text === ''
		? text
		: `${begin.map(code => `\u{1B}[${code}m`).join('')}${text}${end
				.toReversed()
				.map(code => `\u{1B}[${code}m`)
				.join('')}`;
};
