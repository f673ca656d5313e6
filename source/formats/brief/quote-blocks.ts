import type {Catalog} from '../../dossier/catalog.ts';
import {longDay} from '../../dossier/days.ts';
import type {Quote} from '../../dossier/schema.ts';
import {quotedWords, titleById} from '../../dossier/title.ts';
import {CHANNEL_WORDS, VERB_CLASS_WORDS} from '../../dossier/words.ts';
import {relayedBy} from './attribution.ts';
import {type Block, paragraph} from './block.ts';
import type {Notes} from './notes.ts';
import {data, joinPieces, type Pieces, phrase, strong, words} from './piece.ts';

const unstatedOf = ({verb, day, place, channel}: Quote): readonly string[] => [
	...(verb === undefined ? ['verb'] : []),
	...(channel === undefined ? ['how'] : []),
	...(place === undefined ? ['where'] : []),
	...(day === undefined ? ['when'] : []),
];

const fromPieces = (catalog: Catalog, quote: Quote, notes: Notes): Pieces => {
	const {speaker, verb, verbClass, channel, place, day, via, form, evidence} = quote;
	const unstated = unstatedOf(quote);
	return phrase`${strong(titleById(catalog, speaker))}, ${joinPieces(
		[
			verb === undefined
				? undefined
				: phrase`“${data(verb)}” (${words(VERB_CLASS_WORDS[verbClass])})`,
			channel === undefined ? undefined : words(CHANNEL_WORDS[channel]),
			place === undefined ? undefined : data(titleById(catalog, place)),
			day === undefined ? undefined : words(longDay(day)),
			relayedBy(catalog, via),
			words(form === 'direct' ? 'whole sentences' : 'part of a sentence'),
			unstated.length === 0 ? undefined : words(`not stated: ${unstated.join(', ')}`),
		],
		'; ',
	)}.${notes.cite(evidence)}`;
};

/** What was said, verbatim, each with who said it, how, where and when. */
export function* quoteBlocks(catalog: Catalog, notes: Notes): Generator<Block> {
	const {quotes} = catalog.dossier;
	if (quotes.length === 0) {
		yield paragraph([words('The dossier quotes nobody.')]);
	}

	for (const quote of quotes) {
		yield {
			kind: 'quote',
			words: [data(quotedWords(quote))],
			from: fromPieces(catalog, quote, notes),
		};
	}
}
