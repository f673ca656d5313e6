import {
	type ControlOnDay,
	controlAsOf,
	controlBefore,
	townsInRoadOrder,
} from '../../dossier/as-of.ts';
import type {Catalog} from '../../dossier/catalog.ts';
import {dayIn, longDay} from '../../dossier/days.ts';
import {fittedPlaces, mapPlaces} from '../../dossier/map-places.ts';
import type {Control, Dossier, IsoDay, Place, Road} from '../../dossier/schema.ts';
import {titleById} from '../../dossier/title.ts';
import {whereaboutsOf} from '../../dossier/whereabouts.ts';
import {BASIS_WORDS, CONTROL_WORDS, NOT_STATED} from '../../dossier/words.ts';
import {asserter} from './attribution.ts';
import {type Block, type Cell, item, paragraph} from './block.ts';
import {each} from './each.ts';
import type {Notes} from './notes.ts';
import {data, joinPieces, type Pieces, phrase, strong, words} from './piece.ts';

/** Of more places than these it is not told in words where they lie. */
const MOST_IN_WORDS = 40;

/** Towns of the front line in road order, then what else somebody is told to hold. */
const heldPlaces = (dossier: Dossier): readonly Place[] => [
	...townsInRoadOrder(dossier),
	...dossier.places.filter(({frontLine, control}) => !frontLine && control.length > 0),
];

const sinceWords = (dossier: Dossier, {since, toldFor, isCarried}: ControlOnDay): string => {
	const start = since === dossier.span.first ? `${longDay(since)} or earlier` : longDay(since);
	return isCarried ? `${start}; last told for ${dayIn(dossier, toldFor)}` : start;
};

const basisPieces = (catalog: Catalog, {basis, assertedBy}: Control): Pieces =>
	assertedBy === undefined || assertedBy === 'author'
		? [words(basis)]
		: phrase`${words(basis)}, says ${asserter(catalog, assertedBy)}`;

const townRow = (catalog: Catalog, town: Place, day: IsoDay, notes: Notes): readonly Cell[] => {
	const {dossier} = catalog;
	const name = {pieces: [strong(town.name)]};
	const held = controlAsOf(dossier, town, day);
	if (held === undefined) {
		return [
			name,
			{pieces: [words(NOT_STATED)], state: null},
			{pieces: [words('—')]},
			{pieces: [words('—')]},
			{pieces: phrase`Nothing is told of it up to that day.${notes.cite(town.evidence)}`},
		];
	}

	const {control} = held;
	const before = controlBefore(dossier, town, day);
	return [
		name,
		{
			pieces: [
				words(
					`${CONTROL_WORDS[control.state]}${before === undefined ? '' : `, ${CONTROL_WORDS[before]} the day before`}`,
				),
			],
			state: control.state,
		},
		{pieces: basisPieces(catalog, control)},
		{pieces: [words(sinceWords(dossier, held))]},
		{
			pieces: phrase`${control.note === undefined ? words(`So ${control.basis}.`) : data(control.note)}${notes.cite(control.evidence)}`,
		},
	];
};

const BASES = ['reported', 'claimed', 'inferred'] as const;

/** What the words of the table mean, as far as they stand in it. */
const basisKey = (dossier: Dossier, places: readonly Place[], day: IsoDay): readonly Block[] => {
	const told = new Set(places.map(place => controlAsOf(dossier, place, day)?.control.basis));
	const used = BASES.filter(basis => told.has(basis));
	return used.length === 0
		? []
		: [paragraph([words(`Basis — ${used.map(basis => BASIS_WORDS[basis]).join('; ')}.`)])];
};

/** `Westbay, 52 km, Eastbay, 44 km, Cape`. */
const roadPieces = (catalog: Catalog, {name, source, towns}: Road, notes: Notes): Pieces => {
	const stops = towns.flatMap(({place, km}, at): Pieces[] => {
		const before = towns[at - 1];
		return [
			...(before === undefined ? [] : [[words(`${Math.round(km - before.km)} km`)]]),
			[data(titleById(catalog, place))],
		];
	});
	return phrase`Along the ${data(name)}: ${joinPieces(stops, ', ')}. The distances are not from the report.${notes.citeWhole([source])}`;
};

const mapBlocks = (catalog: Catalog, day: IsoDay, notes: Notes): readonly Block[] => {
	const {dossier} = catalog;
	const placed = mapPlaces(dossier, day);
	if (placed.length === 0) {
		return [paragraph([words('The dossier gives no place on the Earth, so there is no map.')])];
	}

	const shown = fittedPlaces(placed);
	const told = shown.slice(0, MOST_IN_WORDS).flatMap(({id}) => {
		const place = catalog.find(id) as Place | undefined;
		const where = place && whereaboutsOf(dossier, place, day);
		return where === undefined ? [] : [item([data(where)])];
	});
	const rest = shown.length - told.length;
	const sources = shown.flatMap(({id}) => {
		const {coordinates} = catalog.find(id) as Place;
		return coordinates === undefined ? [] : [coordinates.source];
	});
	return [
		{
			kind: 'map',
			inWords:
				rest === 0 ? told : [...told, item([words(`and ${rest} more, which are not told here`)])],
			caption: phrase`Where the places lie is not from the report.${notes.citeWhole(sources)}`,
		},
	];
};

/** Who held each town at the end of the day, and where the towns lie. */
export function* townBlocks(catalog: Catalog, day: IsoDay, notes: Notes): Generator<Block> {
	const {dossier} = catalog;
	const places = heldPlaces(dossier);
	if (places.length === 0) {
		yield paragraph([words('The dossier names no town on a front line.')]);
	} else {
		yield {
			kind: 'table',
			caption: `Control at the end of ${longDay(day)}`,
			head: ['Town', 'Held by', 'Basis', 'Since', 'What it rests on'],
			rows: each(places, place => townRow(catalog, place, day, notes)),
		};
		yield* basisKey(dossier, places, day);
	}

	for (const road of dossier.roads) {
		yield paragraph(roadPieces(catalog, road, notes));
	}

	yield* mapBlocks(catalog, day, notes);
}
