import {createHash} from 'node:crypto';
import {sameTexts} from '../dossier/same-texts.ts';
import type {ArticleSource} from '../dossier/schema.ts';

export const sha256 = (bytes: Uint8Array | string): string =>
	createHash('sha256').update(bytes).digest('hex');

/** A source, and its text as it was when its hash was taken. */
export interface Edition {
	readonly source: ArticleSource;
	readonly text: string;
}

/**
Which of the sources of a dossier an article is, also when its line ends were changed or a byte order mark
was put before it.

@param bytes - Of its file.
@param text - In them.
*/
export const sameEdition = (
	articles: readonly ArticleSource[],
	bytes: Uint8Array,
	text: string,
): Edition | undefined => {
	const withHash = (hash: string, hashed: string): Edition | undefined => {
		const source = articles.find(article => article.sha256 === hash);
		return source === undefined ? undefined : {source, text: hashed};
	};
	let found = withHash(sha256(bytes), text);
	for (const same of sameTexts(text)) {
		found ??= withHash(sha256(same), same);
		if (found !== undefined) {
			return found;
		}
	}

	return undefined;
};
