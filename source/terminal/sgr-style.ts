import {
	type ColourDepth,
	colourCode,
	narrowedColour,
	OWN_COLOUR,
	oneOfPalette,
	oneOfSixteen,
	trueColour,
} from './colour.ts';

/** How a cell looks; colours as the numbers of `colour.ts`. */
export interface Style {
	/** A bit for each of `FLAGS`. */
	readonly flags: number;
	readonly foreground: number;
	readonly background: number;
	/** The colour of the line under the text. */
	readonly underline: number;
}

export const PLAIN: Style = {
	flags: 0,
	foreground: OWN_COLOUR,
	background: OWN_COLOUR,
	underline: OWN_COLOUR,
};

/** On and off codes of what a cell can be besides its colours. */
const FLAGS = [
	{bit: 0x01, on: 1, off: 22},
	{bit: 0x02, on: 2, off: 22},
	{bit: 0x04, on: 3, off: 23},
	{bit: 0x08, on: 4, off: 24},
	{bit: 0x10, on: 5, off: 25},
	{bit: 0x20, on: 7, off: 27},
	{bit: 0x40, on: 8, off: 28},
	{bit: 0x80, on: 9, off: 29},
	{bit: 0x1_00, on: 53, off: 55},
] as const;

/** Bold and dim, which one code ends. */
const INTENSITY = 0x03;

/** Lines under, through and over, and reverse video. */
const SEEN_ON_BLANKS = 0x1_a8;

/** Whether a blank looks otherwise in this style than without any. */
export const isSeenOnBlanks = ({flags, background}: Style): boolean =>
	(flags & SEEN_ON_BLANKS) !== 0 || background !== OWN_COLOUR;

/** Terminals without a palette have no way to say what colour a line is. */
const hasUnderlineColours = (depth: ColourDepth): boolean => depth === '256' || depth === 'true';

const withColour = (style: Style, part: string, colour: number, depth: ColourDepth): Style => {
	switch (part[0]) {
		case '3':
			return {...style, foreground: narrowedColour(colour, depth)};
		case '4':
			return {...style, background: narrowedColour(colour, depth)};
		default:
			return hasUnderlineColours(depth)
				? {...style, underline: narrowedColour(colour, depth)}
				: style;
	}
};

/** A colour out of the parameters after 38, 48 or 58; `undefined` where they are none. */
const colourOf = (parameters: readonly string[]): number | undefined => {
	const [kind, ...rest] = parameters.map(Number);
	if (kind === 5 && rest.length === 1) {
		return oneOfPalette(rest[0] ?? 0);
	}

	// Between colons the space of the colours may stand before them.
	const [red = 0, green = 0, blue = 0] = rest.length > 3 ? rest.slice(1) : rest;
	return kind === 2 && rest.length >= 3 ? trueColour(red, green, blue) : undefined;
};

const withCode = (style: Style, code: number, depth: ColourDepth): Style => {
	const {flags} = style;
	const on = FLAGS.find(flag => flag.on === code);
	if (on !== undefined) {
		return {...style, flags: flags | on.bit};
	}

	const ended = FLAGS.reduce((bits, {bit, off}) => (off === code ? bits | bit : bits), 0);
	if (ended !== 0) {
		return {...style, flags: flags & ~ended};
	}

	const index = code % 10;
	switch (Math.floor(code / 10)) {
		case 0:
			return code === 0 ? PLAIN : style;
		case 3:
		case 4:
			return index === 8
				? style
				: withColour(style, String(code), index === 9 ? OWN_COLOUR : oneOfSixteen(index), depth);
		case 5:
			return code === 59 ? {...style, underline: OWN_COLOUR} : style;
		case 9:
			return index < 8 ? withColour(style, '3', oneOfSixteen(8 + index), depth) : style;
		case 10:
			return index < 8 ? withColour(style, '4', oneOfSixteen(8 + index), depth) : style;
		default:
			return style;
	}
};

/** How many parameters a colour takes after 38, 48 or 58 where no colons hold it together. */
const lengthOfColour = (kind: string | undefined): number =>
	kind === '5' ? 2 : kind === '2' ? 4 : 0;

/** The style after an SGR sequence with these parameters, on a terminal with so many colours. */
export const styleAfter = (before: Style, parameters: string, depth: ColourDepth): Style => {
	const all = parameters.split(';');
	let style = before;
	for (let at = 0; at < all.length; at++) {
		const [code = '', ...inColons] = (all[at] ?? '').split(':');
		if (code === '38' || code === '48' || code === '58') {
			const length = inColons.length === 0 ? lengthOfColour(all[at + 1]) : 0;
			const colour = colourOf(length === 0 ? inColons : all.slice(at + 1, at + 1 + length));
			style = colour === undefined ? style : withColour(style, code, colour, depth);
			at += length;
		} else {
			// `4:0` ends what `4` begins; the other kinds of line are drawn as the plain one.
			style = withCode(style, code === '4' && inColons[0] === '0' ? 24 : Number(code), depth);
		}
	}

	return style;
};

const flagCodes = (flags: number): readonly string[] =>
	FLAGS.filter(({bit}) => (flags & bit) !== 0).map(({on}) => String(on));

const colourCodes = (from: Style, to: Style): readonly string[] => {
	const codes: string[] = [];
	for (const [name, part] of [
		['foreground', 3],
		['background', 4],
		['underline', 5],
	] as const) {
		if (from[name] !== to[name]) {
			codes.push(to[name] === OWN_COLOUR ? String(part * 10 + 9) : colourCode(to[name], part));
		}
	}

	return codes;
};

const sequence = (codes: readonly string[]): string => `\u{1B}[${codes.join(';')}m`;

/** The shortest SGR sequence from one style to another; empty where they are the same. */
export const styleChange = (from: Style, to: Style): string => {
	const removed = from.flags & ~to.flags;
	const ended = new Set(FLAGS.filter(({bit}) => (removed & bit) !== 0).map(({off}) => String(off)));
	// What ends bold ends dim too, so the one that stays is set again.
	const kept = ended.has('22') ? to.flags & INTENSITY : 0;
	const stepwise = [
		...ended,
		...flagCodes((to.flags & ~from.flags) | kept),
		...colourCodes(from, to),
	];
	if (stepwise.length === 0) {
		return '';
	}

	// No parameter at all ends every style.
	const anew = sequence(['', ...flagCodes(to.flags), ...colourCodes(PLAIN, to)]);
	const steps = sequence(stepwise);
	return steps.length <= anew.length ? steps : anew;
};
