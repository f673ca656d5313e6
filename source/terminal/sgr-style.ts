/*
The style of a cell as one short text, so that two styles are compared as quickly as two strings: the
SGR parameters that make it out of none, in one order. None at all is the empty text.
*/

/** On and off codes of what a cell can be, each a bit of its own. */
const FLAGS = [
	{bit: 1, on: 1, off: 22},
	{bit: 2, on: 2, off: 22},
	{bit: 4, on: 3, off: 23},
	{bit: 8, on: 4, off: 24},
	{bit: 16, on: 7, off: 27},
	{bit: 32, on: 9, off: 29},
] as const;

/** Bold and dim, which one code ends. */
const INTENSITY = 3;

/** What a terminal is told of how text looks; colours as SGR parameters, empty for the terminal's own. */
interface Parts {
	readonly flags: number;
	readonly foreground: string;
	readonly background: string;
}

const NONE: Parts = {flags: 0, foreground: '', background: ''};

const codesOf = ({flags, foreground, background}: Parts): readonly string[] => [
	...FLAGS.filter(({bit}) => (flags & bit) !== 0).map(({on}) => String(on)),
	...(foreground === '' ? [] : [foreground]),
	...(background === '' ? [] : [background]),
];

/** How many parameters a colour takes: `38;5;n` three, `38;2;r;g;b` five. */
const colourLength = (kind: string | undefined): number => (kind === '5' ? 3 : 5);

const withCode = (parts: Parts, code: number, parameter: string): Parts => {
	if (code === 0) {
		return NONE;
	}

	const on = FLAGS.find(flag => flag.on === code);
	if (on !== undefined) {
		return {...parts, flags: parts.flags | on.bit};
	}

	const off = FLAGS.filter(flag => flag.off === code);
	if (off.length > 0) {
		return {...parts, flags: off.reduce((flags, {bit}) => flags & ~bit, parts.flags)};
	}

	if ((code >= 30 && code <= 37) || (code >= 90 && code <= 97)) {
		return {...parts, foreground: parameter};
	}

	if ((code >= 40 && code <= 47) || (code >= 100 && code <= 107)) {
		return {...parts, background: parameter};
	}

	return code === 39
		? {...parts, foreground: ''}
		: code === 49
			? {...parts, background: ''}
			: parts;
};

const applied = (before: Parts, parameters: string): Parts => {
	const all = parameters === '' ? ['0'] : parameters.split(';');
	let parts = before;
	for (let at = 0; at < all.length; at++) {
		const parameter = all[at] ?? '';
		if (parameter === '38' || parameter === '48') {
			const length = colourLength(all[at + 1]);
			const colour = all.slice(at, at + length).join(';');
			parts = parameter === '38' ? {...parts, foreground: colour} : {...parts, background: colour};
			at += length - 1;
		} else {
			parts = withCode(parts, Number.parseInt(parameter, 10) || 0, parameter);
		}
	}

	return parts;
};

const parse = (style: string): Parts => (style === '' ? NONE : applied(NONE, style));

/** The style after the SGR sequence with these parameters. */
export const styleAfter = (style: string, parameters: string): string =>
	codesOf(applied(parse(style), parameters)).join(';');

const sequence = (codes: readonly string[]): string => `\u{1B}[${codes.join(';')}m`;

/** The shortest SGR sequence from one style to another; empty where they are the same. */
export const styleChange = (from: string, to: string): string => {
	if (from === to) {
		return '';
	}

	if (to === '') {
		return '\u{1B}[m';
	}

	const before = parse(from);
	const after = parse(to);
	const removed = before.flags & ~after.flags;
	const ended = new Set(FLAGS.filter(({bit}) => (removed & bit) !== 0).map(({off}) => String(off)));
	// What ends bold ends dim too, so the one that stays is set again.
	const kept = ended.has('22') ? after.flags & INTENSITY : 0;
	const added = (after.flags & ~before.flags) | kept;
	const stepwise = [
		...ended,
		...FLAGS.filter(({bit}) => (added & bit) !== 0).map(({on}) => String(on)),
		...(after.foreground === before.foreground ? [] : [after.foreground || '39']),
		...(after.background === before.background ? [] : [after.background || '49']),
	];
	const anew = from === '' ? codesOf(after) : ['', ...codesOf(after)];
	const [a, b] = [sequence(stepwise), sequence(anew)];
	return a.length <= b.length ? a : b;
};
