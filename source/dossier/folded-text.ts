/*
Two editions of one text differ in how they are set: in curly and straight marks, in hard spaces, in
dashes, in how an accent is encoded. Folded, such texts are the same.
*/

/** What two texts may differ in and still have the same words; each reads after `the same but for`. */
const TYPOGRAPHY = [
	'quotation marks',
	'spaces',
	'dashes',
	'ellipses',
	'characters that do not show',
	'Unicode normalisation',
] as const;

export type Typography = (typeof TYPOGRAPHY)[number];

const DASHES = '\\-\u2010-\u2015\u2212\uFE58\uFE63\uFF0D';
const SPACE = '[^\\S\uFEFF]';

const INVISIBLE = /(?<invisible>[\u00AD\u061C\u180E\u200B\u200E\u200F\u2060-\u2064\uFEFF]+)/gu;

/** Each a stretch that is written in several ways; what comes first wins. */
const STRETCHES = new RegExp(
	[
		'(?<ellipsis>\u2026|\\.(?:[^\\S\uFEFF]?\\.){2,})',
		`(?<beside>${SPACE}+(?=[${DASHES}])|(?<=[${DASHES}])${SPACE}+)`,
		`(?<space>${SPACE}{2,}|[^\\S \uFEFF])`,
		`(?<dash>[${DASHES}]+(?:${SPACE}+[${DASHES}]+)*)`,
		'(?<mark>[\'"`´«»‹›‘-‟′″ʼ＂＇「」『』〝〞])',
		// A syllable of Hangul may be written in parts, any other character with what is put on it.
		'(?<cluster>[\u1100-\u115F\uA960-\uA97C]+[\u1160-\u11A7\uD7B0-\uD7C6]*[\u11A8-\u11FF\uD7CB-\uD7FB]*' +
			'|[\uAC00-\uD7A3][\u11A8-\u11C2]?|\\P{ASCII}\\p{M}*|\\p{ASCII}\\p{M}+)',
	].join('|'),
	'gu',
);

const PLAIN = /^(?!.*(?: {2}|\.{3}|\. \.| -|- |--))[ !#-&(-_a-~]*$/;

/** Where a folded text and its source part from being counted alike. */
interface Joint {
	readonly folded: number;
	/** In the source: where what is left out here begins, and ends. */
	readonly from: number;
	readonly to: number;
}

export interface FoldedText {
	readonly text: string;
	/** The index in the source at which a folded stretch begins. */
	readonly sourceStart: (index: number) => number;
	/** The index in the source before which a folded stretch ends. */
	readonly sourceEnd: (index: number) => number;
}

const kindOf = (groups: Readonly<Record<string, string | undefined>>): Typography => {
	if (groups.invisible !== undefined) {
		return 'characters that do not show';
	}

	if (groups.ellipsis !== undefined) {
		return 'ellipses';
	}

	if (groups.beside !== undefined || groups.space !== undefined) {
		return 'spaces';
	}

	if (groups.dash !== undefined) {
		return 'dashes';
	}

	return groups.mark === undefined ? 'Unicode normalisation' : 'quotation marks';
};

const written = (stretch: string, kind: Typography, isBesideDash: boolean): string => {
	switch (kind) {
		case 'characters that do not show':
			return '';
		case 'ellipses':
			return '…';
		case 'spaces':
			return isBesideDash ? '' : ' ';
		case 'dashes':
			return '-';
		case 'quotation marks':
			return '"';
		case 'Unicode normalisation':
			return stretch.normalize('NFC');
	}
};

/**
The last joint of those at or before an index. Where two are at it, the stretch of the one ends where that of
the other begins.
*/
const jointAt = (joints: readonly Joint[], index: number): Joint => {
	let low = -1;
	let high = joints.length - 1;
	while (low < high) {
		const middle = Math.ceil((low + high) / 2);
		if ((joints[middle]?.folded ?? 0) <= index) {
			low = middle;
		} else {
			high = middle - 1;
		}
	}

	return joints[low] ?? {folded: 0, from: 0, to: 0};
};

const same = (index: number): number => index;

const foldedBy = (
	stretches: RegExp,
	source: string,
	except: Typography | undefined,
): FoldedText => {
	const parts: string[] = [];
	const joints: Joint[] = [];
	let at = 0;
	let length = 0;
	for (const {0: stretch, index, groups = {}} of source.matchAll(stretches)) {
		const kind = kindOf(groups);
		if (kind === except) {
			continue;
		}

		const text = written(stretch, kind, groups.beside !== undefined);
		const before = source.slice(at, index);
		parts.push(before, text);
		at = index + stretch.length;
		length += before.length + text.length;
		if (text.length !== stretch.length) {
			joints.push({folded: length, from: text === '' ? index : at, to: at});
		}
	}

	parts.push(source.slice(at));
	return {
		text: parts.join(''),
		sourceStart(index) {
			const {folded: from, to} = jointAt(joints, index);
			return to + index - from;
		},
		sourceEnd(index) {
			const joint = jointAt(joints, index);
			return joint.folded === index ? joint.from : joint.to + index - joint.folded;
		},
	};
};

/**
A text as it would be in any edition.

@param except - What is left as it stands.
*/
export const folded = (source: string, except?: Typography): FoldedText => {
	if (PLAIN.test(source)) {
		return {text: source, sourceStart: same, sourceEnd: same};
	}

	// What does not show parts nothing: a dash and the space beside it, for instance.
	const shown = foldedBy(INVISIBLE, source, except);
	const whole = foldedBy(STRETCHES, shown.text, except);
	return {
		text: whole.text,
		sourceStart: index => shown.sourceStart(whole.sourceStart(index)),
		sourceEnd: index => shown.sourceEnd(whole.sourceEnd(index)),
	};
};

/** Folded, and without spaces at its ends, which part no words. */
const wordsIn = (text: string, except?: Typography): string => {
	const whole = folded(text, except).text;
	return except === 'spaces' ? whole : whole.replaceAll(/^ | $/g, '');
};

/**
What two texts differ in when their words are the same.

@returns `undefined` when they differ in more than typography; none when they do not differ at all.
*/
export const typographyBetween = (
	one: string,
	other: string,
): readonly Typography[] | undefined => {
	if (one === other) {
		return [];
	}

	return wordsIn(one) === wordsIn(other)
		? TYPOGRAPHY.filter(kind => wordsIn(one, kind) !== wordsIn(other, kind))
		: undefined;
};
