import {createHash} from 'node:crypto';
import {paragraphsOf} from '../dossier/article.ts';
import {articlesOf} from '../dossier/article-sources.ts';
import type {ArticleSource, Dossier} from '../dossier/schema.ts';
import {faultsAgainstArticle} from '../dossier/verify.ts';
import {visibleText} from '../terminal/visible-text.ts';
import type {ArticleText} from '../ui/display.ts';
import {Failure} from './failure.ts';
import {faultList} from './fault-list.ts';
import {readInput, utf8Text} from './read-file.ts';

const sha256 = (bytes: Uint8Array | string): string =>
	createHash('sha256').update(bytes).digest('hex');

/** A source, and its text as it was when its hash was taken. */
interface KnownText {
	readonly source: ArticleSource;
	readonly text: string;
}

/** The source that a text is, also when an editor or a mail program changed its line ends. */
const sourceOf = (dossier: Dossier, bytes: Uint8Array, text: string): KnownText | undefined => {
	const lines = text.replace(/^\u{FEFF}/u, '').replaceAll('\r\n', '\n');
	const texts = new Map([
		...[`${lines}\n`, lines.replace(/\n$/, ''), lines].map(each => [sha256(each), each] as const),
		[sha256(bytes), text],
	]);
	for (const source of articlesOf(dossier)) {
		const known = texts.get(source.sha256);
		if (known !== undefined) {
			return {source, text: known};
		}
	}

	return undefined;
};

/** An article, and beside its paragraphs its whole text, as it was when its hash was taken. */
export interface LoadedArticle extends ArticleText {
	readonly text: string;
}

/**
The article in a file, known by its SHA-256 to be one that the dossier was drawn from; line ends and
a byte order mark may differ.

@throws {Failure} It cannot be read, is another text, or the dossier does not agree with it: a quote
that does not stand where it says, a range outside of its paragraph.
*/
export const loadArticle = async (dossier: Dossier, path: string): Promise<LoadedArticle> => {
	const bytes = await readInput(path, 'an article');
	const text = utf8Text(bytes, path);
	const known = sourceOf(dossier, bytes, text);
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
