import type {Catalog} from '../../dossier/catalog.ts';
import {dayWithWeekday} from '../../dossier/days.ts';
import type {IsoDay} from '../../dossier/schema.ts';
import {actorBlocks} from './actor-blocks.ts';
import type {Block} from './block.ts';
import {claimBlocks} from './claim-blocks.ts';
import {eventBlocks} from './event-blocks.ts';
import {createNotes, type Note} from './notes.ts';
import {data, type Pieces, phrase, words} from './piece.ts';
import {quoteBlocks} from './quote-blocks.ts';
import {sourceBlocks} from './source-blocks.ts';
import {tensionBlocks} from './tension-blocks.ts';
import {townBlocks} from './town-blocks.ts';
import {unstatedBlocks} from './unstated-blocks.ts';

/** A part of a brief under a heading of its own. */
interface BriefSection {
	/** Short and plain, for links within a page. */
	readonly id: string;
	readonly title: string;
	/** Never empty: a section says so when there is nothing to tell. To be gone through once. */
	readonly blocks: Iterable<Block>;
}

/**
A dossier as a text to be read and cited: what it holds and in which order, however it is written. Its sections
are gone through in their order, to their ends and once: each is put together meanwhile.
*/
export interface Brief {
	readonly title: string;
	readonly summary: Pieces;
	/** As of when it is told, and of which days. */
	readonly standing: Pieces;
	readonly sections: readonly BriefSection[];
	/** In the order of their numbers, from 1; each is referred to. Known once all sections have been gone through. */
	readonly notes: () => readonly Note[];
	/** What it was drawn from. */
	readonly colophon: Pieces;
}

/**
The brief of a dossier: who holds what, who acts on which side, what happened, what was said, accounts
that disagree, and what is not stated; every statement with a note that says where it stands.

@param day - Control and sides are told as of the end of this day.
@throws {RangeError} `day` lies outside the dossier's span.
*/
export const briefOf = (catalog: Catalog, day: IsoDay): Brief => {
	const {dossier} = catalog;
	const notes = createNotes(catalog);
	const {first, last} = dossier.span;
	// The parts stand in the order in which they are read: notes are numbered as they are asked for.
	return {
		title: dossier.title,
		summary: phrase`${data(dossier.summary)}${notes.citeArticles()}`,
		standing: [
			words(
				`As of the end of ${dayWithWeekday(day)}. The dossier tells of ${
					first === last
						? dayWithWeekday(first)
						: `${dayWithWeekday(first)} to ${dayWithWeekday(last)}`
				}; days are local to the events. Where nobody else is named, the report says so in its own voice, and where no hedge is named, without one.`,
			),
		],
		sections: [
			{id: 'towns', title: 'Who holds which town', blocks: townBlocks(catalog, day, notes)},
			{id: 'actors', title: 'Who acts, by side', blocks: actorBlocks(catalog, day, notes)},
			{
				id: 'events',
				title: 'What happened, in order of time',
				blocks: eventBlocks(catalog, day, notes),
			},
			{id: 'quotes', title: 'What was said', blocks: quoteBlocks(catalog, notes)},
			{id: 'tensions', title: 'Accounts that disagree', blocks: tensionBlocks(catalog, notes)},
			{id: 'claims', title: 'What else is asserted', blocks: claimBlocks(catalog, notes)},
			{id: 'unstated', title: 'What is not stated', blocks: unstatedBlocks(catalog, day, notes)},
			{id: 'sources', title: 'Sources', blocks: sourceBlocks(catalog, notes)},
		],
		notes: notes.all,
		colophon: phrase`From the dossier ${data(dossier.id)}. Summaries are the dossier’s own words; only what stands in quotation marks is verbatim.`,
	};
};
