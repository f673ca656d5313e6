import type {Catalog} from '../../dossier/catalog.ts';
import {dayAfter, longDay, readableDate} from '../../dossier/days.ts';
import {figureText} from '../../dossier/profile/event.ts';
import type {DossierEvent, IsoDay} from '../../dossier/schema.ts';
import {titleById} from '../../dossier/title.ts';
import {EVENT_KIND_WORDS, TIME_PRECISION_WORDS} from '../../dossier/words.ts';
import {hedged} from './attribution.ts';
import {type Block, type DatedBlock, paragraph} from './block.ts';
import {each} from './each.ts';
import type {Notes} from './notes.ts';
import {data, joinPieces, type Pieces, phrase, sentence, strong, words} from './piece.ts';

const namesOf = (catalog: Catalog, ids: readonly Parameters<typeof titleById>[1][]): Pieces =>
	joinPieces(
		ids.map(id => data(titleById(catalog, id))),
		', ',
	);

const labelled = (label: string, pieces: Pieces): Pieces =>
	pieces.length === 0 ? [] : phrase`${words(`${label}: `)}${pieces}`;

const whenPieces = ({phrase: written, precision}: DossierEvent): Pieces =>
	joinPieces(
		[
			written === undefined ? undefined : phrase`written “${data(written)}”`,
			precision === 'day' ? undefined : words(`known ${TIME_PRECISION_WORDS[precision]}`),
		],
		', ',
	);

const movementPieces = (catalog: Catalog, {movement}: DossierEvent): Pieces =>
	movement === undefined
		? []
		: phrase`from ${data(titleById(catalog, movement.from))} to ${data(titleById(catalog, movement.to))}`;

const datedBlock = (catalog: Catalog, event: DossierEvent, notes: Notes): DatedBlock => ({
	when: readableDate(event.when),
	pieces: joinPieces(
		[
			phrase`${strong(event.title)}${event.summary === undefined ? notes.cite(event.evidence) : []}`,
			event.summary === undefined
				? undefined
				: phrase`${sentence(event.summary)}${notes.cite(event.evidence)}`,
		],
		' — ',
	),
	details: joinPieces(
		[
			words(EVENT_KIND_WORDS[event.kind]),
			labelled('where', namesOf(catalog, event.places)),
			movementPieces(catalog, event),
			labelled('who', namesOf(catalog, event.participants)),
			joinPieces(
				event.figures.map(figure => data(figureText(figure))),
				'; ',
			),
			whenPieces(event),
			hedged(catalog, event),
		],
		' · ',
	),
});

/** Everything that happened, in order of time; what began after the day stands by itself. */
export function* eventBlocks(catalog: Catalog, day: IsoDay, notes: Notes): Generator<Block> {
	const {events} = catalog.dossier;
	if (events.length === 0) {
		yield paragraph([words('The dossier tells of no event.')]);
		return;
	}

	const end = Date.parse(dayAfter(day, 1));
	const isLater = ({when}: DossierEvent): boolean => (catalog.boundsOf(when)?.begin ?? 0) >= end;
	const dated = (some: readonly DossierEvent[]): Block => ({
		kind: 'dated',
		entries: each(some, event => datedBlock(catalog, event, notes)),
	});
	const [before, after] = [events.filter(event => !isLater(event)), events.filter(isLater)];
	yield {kind: 'timeline'};
	if (before.length > 0) {
		yield dated(before);
	}

	if (after.length > 0) {
		yield {kind: 'heading', pieces: [words(`After ${longDay(day)}`)]};
		yield dated(after);
	}
}
