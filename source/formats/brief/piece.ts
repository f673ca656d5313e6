/** A run of text in a brief. */
export type Piece =
	/** Our own words: they need no care. */
	| {readonly kind: 'words'; readonly text: string}
	/** Text of the dossier, which may hold anything that a text can hold. */
	| {readonly kind: 'data'; readonly text: string; readonly isStrong: boolean}
	/** An address on the web as the dossier has it, which may be any. */
	| {readonly kind: 'address'; readonly url: string}
	/** A reference to a note: the number of the note, and which of the references to it this is, both from 1. */
	| {readonly kind: 'note'; readonly note: number; readonly use: number};

export type Pieces = readonly Piece[];

export const words = (text: string): Piece => ({kind: 'words', text});

export const data = (text: string): Piece => ({kind: 'data', text, isStrong: false});

/** What a line is about: a name, a title. White space, a comma or nothing stands before and after it. */
export const strong = (text: string): Piece => ({kind: 'data', text, isStrong: true});

/** A text of the dossier as a sentence: with a full stop, unless it has a stop of its own. */
export const sentence = (text: string): Pieces =>
	/[.!?…。！？؟।][”’"')\]]*\s*$/u.test(text) ? [data(text)] : [data(text), words('.')];

/** Parts with our own words between each two; a part that is `undefined` or has nothing is left out. */
export const joinPieces = (
	parts: readonly (Piece | Pieces | undefined)[],
	between: string,
): Pieces => {
	const pieces: Piece[] = [];
	for (const part of parts) {
		const next = part === undefined ? [] : 'kind' in part ? [part] : part;
		if (next.length > 0 && pieces.length > 0) {
			pieces.push(words(between));
		}

		for (const piece of next) {
			pieces.push(piece);
		}
	}

	return pieces;
};

/** A template with pieces in it: what stands between them is our own words. */
export const phrase = (
	between: TemplateStringsArray,
	...parts: readonly (Piece | Pieces)[]
): Pieces =>
	between.flatMap((text, at): Pieces => {
		const part = parts[at];
		const next = part === undefined ? [] : 'kind' in part ? [part] : part;
		return text === '' ? next : [words(text), ...next];
	});
