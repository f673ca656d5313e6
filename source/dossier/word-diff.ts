import {diffArrays} from 'diff';

/** A stretch of two texts: that both have, or only one. */
export interface DiffPart {
	readonly in: 'both' | 'dossier' | 'article';
	readonly text: string;
}

/** Beyond this a reader sees no more in a diff than in the two texts. */
const MOST_WORDS = 2000;

/** Changes to find; where there are more, the texts have little in common. */
const MOST_CHANGES = 400;

/** A word, a sign, or a stretch of spaces; scripts without spaces by their characters. */
const wordsOf = (text: string): readonly string[] =>
	text.match(
		/\s+|\p{Script=Han}\p{M}*|[\p{L}\p{N}\p{M}]+(?:['’][\p{L}\p{M}]+)*|[^\p{L}\p{N}\s]\p{M}*/gu,
	) ?? [];

const changedParts = (ours: readonly string[], theirs: readonly string[]): readonly DiffPart[] => {
	const changes =
		ours.length > MOST_WORDS || theirs.length > MOST_WORDS
			? undefined
			: diffArrays([...ours], [...theirs], {maxEditLength: MOST_CHANGES});
	return changes === undefined
		? [
				{in: 'dossier', text: ours.join('')},
				{in: 'article', text: theirs.join('')},
			]
		: changes.map(({removed, added, value}) => ({
				in: removed ? 'dossier' : added ? 'article' : 'both',
				text: value.join(''),
			}));
};

/** How many words two texts begin with that are the same. */
const sharedHead = (ours: readonly string[], theirs: readonly string[]): number => {
	const differs = ours.findIndex((word, at) => word !== theirs[at]);
	return differs === -1 ? ours.length : differs;
};

/** Between what both begin and end with: of a long text with a slip in it little is left. */
const parts = (dossier: string, article: string): readonly DiffPart[] => {
	const [all, others] = [wordsOf(dossier), wordsOf(article)];
	const head = sharedHead(all, others);
	const [rest, otherRest] = [all.slice(head), others.slice(head)];
	const tail = sharedHead(rest.toReversed(), otherRest.toReversed());
	return [
		{in: 'both', text: all.slice(0, head).join('')},
		...changedParts(rest.slice(0, rest.length - tail), otherRest.slice(0, otherRest.length - tail)),
		{in: 'both', text: rest.slice(rest.length - tail).join('')},
	];
};

/** Spaces alone between two changes make them one, which is read more easily. */
const withoutGaps = (found: readonly DiffPart[]): readonly DiffPart[] => {
	const merged: DiffPart[] = [];
	let dossier = '';
	let article = '';
	const flush = (): void => {
		if (dossier !== '') {
			merged.push({in: 'dossier', text: dossier});
		}

		if (article !== '') {
			merged.push({in: 'article', text: article});
		}

		dossier = '';
		article = '';
	};

	for (const [at, part] of found.entries()) {
		const isGap =
			part.in === 'both' &&
			part.text.trim() === '' &&
			dossier + article !== '' &&
			at < found.length - 1;
		if (part.in === 'both' && !isGap) {
			flush();
			merged.push(part);
			continue;
		}

		dossier += part.in === 'article' ? '' : part.text;
		article += part.in === 'dossier' ? '' : part.text;
	}

	flush();
	return merged;
};

/** What a dossier has and what its article has there, word by word. */
export const wordDiff = (dossier: string, article: string): readonly DiffPart[] =>
	withoutGaps(parts(dossier, article).filter(({text}) => text !== ''));
