import {paragraphsOf} from '../dossier/article.ts';
import {articlesOf} from '../dossier/article-sources.ts';
import type {Dossier} from '../dossier/schema.ts';
import {faultsAgainstArticle} from '../dossier/verify.ts';
import {visibleText} from '../terminal/visible-text.ts';
import type {ArticleText} from '../ui/display.ts';
import {Failure} from './failure.ts';
import {faultList} from './fault-list.ts';
import {readInput, utf8Text} from './read-file.ts';
import {sameEdition, sha256} from './same-edition.ts';

/** An article, and beside its paragraphs its whole text, as it was when its hash was taken. */
export interface LoadedArticle extends ArticleText {
	readonly text: string;
}

/**
The article in the bytes of a file, known by its SHA-256 to be one that the dossier was drawn from; line ends and
a byte order mark may differ.

@throws {Failure} It is another text, or the dossier does not agree with it: a quote
that does not stand where it says, a range outside of its paragraph. Other typography and words that no
record covers are no matter here.
*/
export const articleIn = (dossier: Dossier, bytes: Uint8Array, path: string): LoadedArticle => {
	const text = utf8Text(bytes, path);
	const known = sameEdition(articlesOf(dossier), bytes, text);
	if (known === undefined) {
		throw new Failure(
			[
				`${path}: is not the article that this dossier was drawn from, or not the same edition of it.`,
				`  its SHA-256 is ${sha256(bytes)}`,
				...articlesOf(dossier).map(article => `  ${article.id} has ${article.sha256}`),
				'Leave --article out to read the dossier without it.',
			].join('\n'),
		);
	}

	const paragraphs = paragraphsOf(text);
	const faults = faultsAgainstArticle(dossier, known.source, paragraphs);
	if (faults.length > 0) {
		throw new Failure(
			[
				`${path}: the dossier does not agree with this article:`,
				...faultList(faults),
				'Leave --article out to read the dossier without it.',
			].join('\n'),
		);
	}

	return {
		source: known.source.id,
		// One visible sign for each control character, so that positions in a paragraph stay right.
		paragraphs: paragraphs.map(visibleText),
		text: known.text,
	};
};

/** The same in a file. @throws {Failure} As `articleIn`, and where it cannot be read. */
export const loadArticle = async (dossier: Dossier, path: string): Promise<LoadedArticle> =>
	articleIn(dossier, await readInput(path, 'an article'), path);
