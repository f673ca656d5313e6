import {distance} from 'fastest-levenshtein';
import fuzzysort from 'fuzzysort';
import {articlesOf} from '../dossier/article-sources.ts';
import type {Catalog} from '../dossier/catalog.ts';
import {type DossierRecord, kinded} from '../dossier/record.ts';
import type {Evidence, RecordId} from '../dossier/schema.ts';
import {KIND_WORDS, titleOf} from '../dossier/title.ts';

/** Somewhere to go: a record, a paragraph of an article, or a command of the keymap. */
export interface Destination {
	readonly name: string;
	/** What it is: `actor`, `quote`, `command`. */
	readonly kind: string;
	/** Other names it is found by. */
	readonly aliases: string;
	readonly target:
		| {readonly type: 'record'; readonly record: RecordId}
		| ({readonly type: 'paragraph'} & Pick<Evidence, 'source' | 'paragraph'>)
		| {readonly type: 'command'; readonly binding: string};
}

export interface Match {
	readonly destination: Destination;
	/** Places in the name that matched, in UTF-16 code units. */
	readonly marked: ReadonlySet<number>;
}

/** Who and where are looked for most; ties and claims repeat their names. */
const WEIGHTS: Readonly<Record<string, number>> = {
	actor: 1,
	place: 1,
	tension: 0.9,
	event: 0.85,
	quote: 0.8,
	claim: 0.7,
	'story step': 0.65,
	tie: 0.6,
};

export const weightOf = ({kind}: Pick<Destination, 'kind'>): number => WEIGHTS[kind] ?? 0.75;

/** What people call a kind besides its name. */
const OTHER_WORDS: Readonly<Record<string, string>> = {
	tension: 'tensions disagreement accounts that disagree',
	claim: 'claims',
	quote: 'quotes',
	event: 'events',
	step: 'story tour',
	relation: 'ties relations',
};

const aliasesOf = (entry: ReturnType<typeof kinded>): string =>
	entry.kind === 'actor' || entry.kind === 'place'
		? entry.record.aliases.join(' ')
		: (OTHER_WORDS[entry.kind] ?? '');

/** The reporters, who are no actors: the page about the dossier tells of them. */
export const reporterDestinations = ({dossier}: Catalog): readonly Destination[] =>
	articlesOf(dossier).flatMap(({byline}) =>
		byline.map(({name}) => ({
			name,
			kind: 'reporter',
			aliases: '',
			target: {type: 'command', binding: 'read.about'},
		})),
	);

export const destinationOf = (catalog: Catalog, record: DossierRecord): Destination => {
	const entry = kinded(record);
	return {
		name: titleOf(catalog, record),
		kind: KIND_WORDS[entry.kind],
		aliases: aliasesOf(entry),
		target: {type: 'record', record: record.id},
	};
};

/** What a destination is found by. */
export const KEYS = ['name', 'aliases', 'kind'] as const;

/** Below this the letters have nothing to do with each other. */
export const LEAST_SCORE = 0.25;

/** From here on a match is a stretch of the name and not letters scattered over it. */
const GOOD_SCORE = 0.7;

const NO_MARKS: ReadonlySet<number> = new Set();

/** Letters that a misspelt word of this length may differ in. */
const tolerance = (word: string): number => (word.length < 4 ? 0 : word.length < 8 ? 1 : 2);

/** A command that is called by its very name comes before all whose names only resemble it. */
const headStart = ({name, target}: Destination, wanted: string): number =>
	target.type === 'command' && name.toLowerCase().startsWith(`${wanted.toLowerCase()}:`) ? 1 : 0;

/** All names of a destination in small letters. */
export const namesOf = ({name, aliases}: Destination): string => `${name} ${aliases}`.toLowerCase();

/** Whether a text, in small letters, has a word that is almost the query's: Gaddafi for Qaddafi. */
export const isMisspeltIn = (text: string, query: string): boolean => {
	const word = query.toLowerCase();
	const most = tolerance(word);
	return (
		most > 0 &&
		text
			.split(/[^\p{L}\p{N}]+/u)
			.some(
				known =>
					known.length > 3 &&
					Math.abs(known.length - word.length) <= most &&
					distance(known, word) <= most,
			)
	);
};

const misspelt = (destinations: readonly Destination[], query: string): readonly Destination[] =>
	destinations.filter(destination => isMisspeltIn(namesOf(destination), query));

/**
Destinations whose name, other names or kind resemble the query, best first, then those that a
misspelt query may mean; all of them in their own order for an empty query.
*/
export const matchingDestinations = (
	destinations: readonly Destination[],
	query: string,
): readonly Match[] => {
	const wanted = query.trim();
	if (wanted === '') {
		return destinations.map(destination => ({destination, marked: NO_MARKS}));
	}

	const order = new Map(destinations.map((destination, at) => [destination, at]));
	const place = (destination: Destination): number => order.get(destination) ?? 0;
	const found = fuzzysort
		.go(wanted, destinations, {keys: KEYS, limit: 0, threshold: LEAST_SCORE})
		.map(result => ({
			destination: result.obj,
			marked: new Set(result[0]?.indexes ?? []),
			score: result.score * weightOf(result.obj) + headStart(result.obj, wanted),
		}))
		.toSorted((a, b) => b.score - a.score || place(a.destination) - place(b.destination));
	const byDestination = new Map(found.map(match => [match.destination, match]));
	const near = misspelt(destinations, wanted)
		.toSorted((a, b) => weightOf(b) - weightOf(a) || place(a) - place(b))
		.map(destination => byDestination.get(destination) ?? {destination, marked: NO_MARKS});
	// A name that is nearly the query's is likelier meant than letters scattered over a sentence.
	const isGood = (found[0]?.score ?? 0) >= GOOD_SCORE;
	const all = isGood ? [...found, ...near] : [...near, ...found];
	return [...new Map(all.map(match => [match.destination, match])).values()];
};
