import type {Catalog} from '../../dossier/catalog.ts';
import {dayWithWeekday} from '../../dossier/days.ts';
import type {ArticleSource, Source} from '../../dossier/schema.ts';
import {titleById} from '../../dossier/title.ts';
import {NOT_STATED, SOURCE_WORDS} from '../../dossier/words.ts';
import {type Block, type Item, item} from './block.ts';
import {each} from './each.ts';
import type {Notes} from './notes.ts';
import {data, joinPieces, type Pieces, phrase, strong, words} from './piece.ts';

const articleItems = (catalog: Catalog, article: ArticleSource, notes: Notes): readonly Item[] => {
	const {publisher, dateline, paragraphs, sha256, byline} = article;
	const year =
		dateline.yearFrom === undefined
			? []
			: phrase`; the year is not from the report${notes.citeWhole([dateline.yearFrom])}`;
	return [
		item(phrase`Publisher: ${publisher === undefined ? words(NOT_STATED) : data(publisher)}`),
		item(
			phrase`Dateline: ${data(titleById(catalog, dateline.place))}, ${words(dayWithWeekday(dateline.day))}${year}`,
		),
		...byline.map(({name, role, from, evidence}) =>
			item(
				phrase`${data(name)} ${words(role === 'reported' ? 'reported' : 'contributed reporting')} from ${joinPieces(
					from.map(place => data(titleById(catalog, place))),
					' and ',
				)}${notes.cite(evidence)}`,
			),
		),
		item([words(`${paragraphs} paragraphs; SHA-256 of the text ${sha256}`)]),
	];
};

const sourceItems = (catalog: Catalog, source: Source, notes: Notes): readonly Item[] => {
	if (source.kind === 'article') {
		return articleItems(catalog, source, notes);
	}

	const facts: readonly (Pieces | undefined)[] = [
		source.url === undefined ? undefined : [{kind: 'address', url: source.url}],
		source.licence === undefined ? undefined : phrase`Licence: ${data(source.licence)}`,
		source.note === undefined ? undefined : [data(source.note)],
	];
	return facts.flatMap(pieces => (pieces === undefined ? [] : [item(pieces)]));
};

/** What the dossier was drawn from. */
export function* sourceBlocks(catalog: Catalog, notes: Notes): Generator<Block> {
	yield {
		kind: 'entries',
		items: each(catalog.dossier.sources, source =>
			item(
				phrase`${strong(source.title)} (${words(SOURCE_WORDS[source.kind])})`,
				sourceItems(catalog, source, notes),
			),
		),
	};
}
