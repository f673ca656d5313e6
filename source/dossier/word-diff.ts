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

const parts = (dossier: string, article: string): readonly DiffPart[] => {
	const [ours, theirs] = [wordsOf(dossier), wordsOf(article)];
	const changes =
		ours.length > MOST_WORDS || theirs.length > MOST_WORDS
			? undefined
			: diffArrays([...ours], [...theirs], {maxEditLength: MOST_CHANGES});
	return changes === undefined
		? [
				{in: 'dossier', text: dossier},
				{in: 'article', text: article},
			]
		: changes.map(({removed, added, value}) => ({
				in: removed ? 'dossier' : added ? 'article' : 'both',
				text: value.join(''),
			}));
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
