import {sideAsOf} from '../../dossier/as-of.ts';
import {type Catalog, referrersOfKind} from '../../dossier/catalog.ts';
import {longDay} from '../../dossier/days.ts';
import {spanOf} from '../../dossier/profile/fact.ts';
import type {Actor, IsoDay, Relation, Side} from '../../dossier/schema.ts';
import {titleById} from '../../dossier/title.ts';
import {ACTOR_KIND_WORDS, SIDE_WORDS} from '../../dossier/words.ts';
import {hedged} from './attribution.ts';
import {type Block, type Item, item, paragraph} from './block.ts';
import {each} from './each.ts';
import type {Notes} from './notes.ts';
import {data, joinPieces, type Pieces, phrase, sentence, strong, words} from './piece.ts';

const SIDE_HEADINGS: Record<Side, string> = {
	government: 'Government',
	opposition: 'Opposition',
	coalition: 'Coalition',
	international: 'International',
	civilian: 'Civilian',
	none: 'On no side',
	unknown: 'Side unknown',
};

const SIDES = Object.keys(SIDE_HEADINGS) as readonly Side[];

const sidePieces = (
	{side, from, until, basis, evidence}: Actor['sides'][number],
	left: Side | undefined,
	notes: Notes,
): Pieces => {
	const turned = left === undefined || left === side ? undefined : `left ${SIDE_WORDS[left]}`;
	return [
		words(
			`Side: ${[
				SIDE_WORDS[side],
				...(from === undefined ? [] : [`from ${longDay(from)}`]),
				...(until === undefined ? [] : [`until ${longDay(until)}`]),
				...(turned === undefined ? [] : [turned]),
				basis,
			].join(', ')}.`,
		),
		...notes.cite(evidence),
	];
};

const tieItem = (catalog: Catalog, relation: Relation, notes: Notes): Item => {
	const {label, to, evidence} = relation;
	const said = joinPieces([...spanOf(relation).map(data), hedged(catalog, relation)], ', ');
	const tie = phrase`${data(label)} ${data(titleById(catalog, to))}`;
	return item(
		said.length === 0
			? phrase`${tie}${notes.cite(evidence)}`
			: phrase`${tie} (${said})${notes.cite(evidence)}`,
	);
};

const actorItem = (catalog: Catalog, actor: Actor, day: IsoDay, notes: Notes): Item => {
	const {left, told} = sideAsOf(catalog.dossier, actor, day);
	const {name, aliases, kind, role, summary, evidence} = actor;
	const pieces = joinPieces(
		[
			phrase`${strong(name)}${
				aliases.length === 0 ? [] : phrase` (also ${joinPieces(aliases.map(data), ', ')})`
			} — ${role === undefined ? words(`${ACTOR_KIND_WORDS[kind]}.`) : sentence(role)}`,
			phrase`${sentence(summary)}${notes.cite(evidence)}`,
			told === undefined ? [] : sidePieces(told, left, notes),
		],
		' ',
	);
	return item(
		pieces,
		referrersOfKind(catalog, actor.id, 'relation')
			.filter(({from}) => from === actor.id)
			.map(relation => tieItem(catalog, relation, notes)),
	);
};

/** Everybody who acts or speaks, by the side on which they stood at the end of the day. */
export function* actorBlocks(catalog: Catalog, day: IsoDay, notes: Notes): Generator<Block> {
	const {actors} = catalog.dossier;
	if (actors.length === 0) {
		yield paragraph([words('The dossier names nobody who acts or speaks.')]);
	}

	const bySide = Map.groupBy(actors, actor => sideAsOf(catalog.dossier, actor, day).side);
	for (const side of SIDES) {
		const ofSide = bySide.get(side);
		if (ofSide !== undefined) {
			yield {kind: 'heading', pieces: [words(`${SIDE_HEADINGS[side]} (${ofSide.length})`)]};
			yield {kind: 'entries', items: each(ofSide, actor => actorItem(catalog, actor, day, notes))};
		}
	}
}
