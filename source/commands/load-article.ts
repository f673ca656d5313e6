import {createHash} from 'node:crypto';
import {paragraphsOf} from '../dossier/article.ts';
import {articlesOf} from '../dossier/catalog.ts';
import type {Dossier} from '../dossier/schema.ts';
import {visibleText} from '../terminal/visible-text.ts';
import type {ArticleText} from '../ui/display.ts';
import {Failure} from './failure.ts';
import {readInput, utf8Text} from './read-file.ts';

/**
The article in a file, known by its SHA-256 to be one that the dossier was drawn from.

@throws {Failure} It cannot be read, or is another text.
*/
export const loadArticle = async (dossier: Dossier, path: string): Promise<ArticleText> => {
	const bytes = await readInput(path, 'an article');
	const sha256 = createHash('sha256').update(bytes).digest('hex');
	const articles = articlesOf(dossier);
	const source = articles.find(article => article.sha256 === sha256);
	if (source === undefined) {
		throw new Failure(
			[
				`${path}: is not the article that this dossier was drawn from, or not the same edition of it.`,
				`  its SHA-256 is ${sha256}`,
				...articles.map(article => `  ${article.id} has ${article.sha256}`),
				'Leave --article out to read the dossier without it.',
			].join('\n'),
		);
	}

	return {
		source: source.id,
		// One visible sign for each control character, so that positions in a paragraph stay right.
		paragraphs: paragraphsOf(utf8Text(bytes, path)).map(visibleText),
	};
};
