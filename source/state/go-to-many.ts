import fuzzysort from 'fuzzysort';
import type {Catalog} from '../dossier/catalog.ts';
import {looseText, matchRanges, parseFilter} from '../dossier/filter.ts';
import {type DossierRecord, kindOf} from '../dossier/record.ts';
import {createSearchIndex, type SearchIndex} from '../dossier/search-index.ts';
import {KIND_WORDS} from '../dossier/title.ts';
import {
	type Destination,
	destinationOf,
	isMisspeltIn,
	KEYS,
	LEAST_SCORE,
	type Match,
	namesOf,
	weightOf,
} from './go-to.ts';
import {LIST_PANES, type ListPane} from './panes.ts';
import {LOOK, MAKE, wholeList} from './rows.ts';
import type {Work} from './work.ts';

/*
Going to one of very many records, in turns with the keys. A name is found by its letters, as among few; a
sentence only by words, or the beginnings of words, that stand in it: letters scattered over tens of
thousands of sentences are in most of them.
*/

/** So many are offered; whoever wants another one goes on typing. */
export const MOST_OFFERED = 500;

/** What scoring a name by its letters costs. */
const SCORE = 60;

/** Names whose letters are kept at a time: each takes a kilobyte or two. */
const MOST_PREPARED = 1000;

/** Of sentences that hold all words: where they all begin a word, and elsewhere. */
const WORD_SCORE = 0.9;
const INNER_SCORE = 0.72;

/** What a misspelt name is worth: more than letters scattered over a name, less than a stretch of one. */
const MISSPELT_SCORE = 0.69;

export interface ManyFound {
	/** The best, best first; of equals the earlier in the dossier. */
	readonly matches: readonly Match[];
	/** How many there are in all, those that are not offered too. */
	readonly count: number;
	readonly isWhole: boolean;
}

export interface ManySearch extends Work {
	/** As far as it is known now; the same object until more is. */
	readonly found: () => ManyFound;
}

interface Part {
	readonly records: readonly DossierRecord[];
	readonly index: SearchIndex;
	/** A list of names, not of sentences. */
	readonly isOfNames: boolean;
}

const listPart = (catalog: Catalog, pane: ListPane): Part => ({
	...wholeList(catalog, pane),
	isOfNames: pane === 'actors' || pane === 'front',
});

/** Records that stand in no list. */
const unlistedPart = (catalog: Catalog): Part => {
	const {relations, claims, tensions, story} = catalog.dossier;
	const records: readonly DossierRecord[] = [...relations, ...claims, ...tensions, ...story];
	return {records, index: createSearchIndex(catalog, records), isOfNames: false};
};

const partsOf = (catalog: Catalog): readonly Part[] => [
	...LIST_PANES.map(pane => listPart(catalog, pane)),
	catalog.derived(unlistedPart),
];

/** Whether all letters of a word stand in a text in their order. */
const hasLetters = (text: string, word: string): boolean => {
	let from = 0;
	for (const letter of word) {
		const found = text.indexOf(letter, from);
		if (found === -1) {
			return false;
		}

		from = found + 1;
	}

	return true;
};

const LETTER = /[\p{L}\p{N}]/u;

/** How well a sentence holds all words; nothing when it lacks one. */
const scoreIn = (loose: string, words: readonly string[], kind: string): number | undefined => {
	const line = loose.indexOf('\n');
	const end = line === -1 ? loose.length : line;
	let score = WORD_SCORE;
	for (const word of words) {
		const at = loose.indexOf(word);
		if (at !== -1 && at + word.length <= end) {
			score = at === 0 || !LETTER.test(loose[at - 1] ?? '') ? score : INNER_SCORE;
		} else if (!kind.startsWith(word)) {
			return undefined;
		}
	}

	return score;
};

interface Scored {
	/** Made only of what is offered in the end. */
	readonly match: () => Match;
	readonly score: number;
	/** Its place among all. */
	readonly order: number;
}

const byScore = (a: Scored, b: Scored): number => b.score - a.score || a.order - b.order;

/** Keeps the best of what it is given. */
class Best {
	#kept: Scored[] = [];
	count = 0;

	add(scored: Scored): void {
		this.count++;
		this.#kept.push(scored);
		if (this.#kept.length >= 4 * MOST_OFFERED) {
			this.#kept = [...this.sorted()];
		}
	}

	sorted(): readonly Scored[] {
		return this.#kept.toSorted(byScore).slice(0, MOST_OFFERED);
	}
}

const NO_MARKS: ReadonlySet<number> = new Set();

/** @param others - Destinations that are no records. */
export const searchMany = (
	catalog: Catalog,
	others: readonly Destination[],
	query: string,
): ManySearch => {
	const wanted = query.trim();
	const words = looseText(wanted).split(/\s+/u);
	const filter = parseFilter(words.map(word => word.replace(/^!+/, '')).join(' '));
	const parts = partsOf(catalog);
	const best = new Best();
	let [part, at, order] = [0, 0, 0];
	let prepared = 0;
	let last: ManyFound | undefined;

	const isDone = (): boolean => part >= parts.length;

	const addByLetters = (destination: Destination, place: number): boolean => {
		const [result] = fuzzysort.go(wanted, [destination], {keys: KEYS, threshold: LEAST_SCORE});
		if (result === undefined) {
			return false;
		}

		const score = result.score * weightOf(destination);
		const match = {destination, marked: new Set(result[0]?.indexes ?? [])};
		best.add({match: () => match, score, order: place});
		return true;
	};

	const sentenceMatch = (record: DossierRecord): Match => {
		const destination = destinationOf(catalog, record);
		const places = matchRanges(filter, destination.name).flatMap(([start, end]) =>
			Array.from({length: end - start}, (_, offset) => start + offset),
		);
		return {destination, marked: new Set(places)};
	};

	/** @returns What it cost. */
	const lookAtName = (loose: string, record: DossierRecord): number => {
		const isLettered = words.every(word => hasLetters(loose, word));
		const isNear = isMisspeltIn(loose, wanted);
		if (!isLettered && !isNear) {
			return LOOK;
		}

		const destination = destinationOf(catalog, record);
		// Its text has more in it than its names.
		const isNearly = isNear && isMisspeltIn(namesOf(destination), wanted);
		if (!(isLettered && addByLetters(destination, order)) && isNearly) {
			const score = MISSPELT_SCORE * weightOf(destination);
			best.add({match: () => ({destination, marked: NO_MARKS}), score, order});
		}

		prepared++;
		if (prepared >= MOST_PREPARED) {
			prepared = 0;
			fuzzysort.cleanup();
		}

		return SCORE;
	};

	const lookAtSentence = (loose: string, record: DossierRecord): number => {
		const kind = kindOf(record.id);
		const held = scoreIn(loose, words, kind);
		if (held !== undefined) {
			// A short one is likelier meant than a long one that holds the same words.
			const score = held * weightOf({kind: KIND_WORDS[kind]}) - loose.length / 1e5;
			best.add({match: () => sentenceMatch(record), score, order});
		}

		return LOOK;
	};

	for (const [place, destination] of others.entries()) {
		addByLetters(destination, place - others.length);
	}

	return {
		isDone,
		go(effort) {
			for (let left = effort; left > 0 && !isDone(); ) {
				const {records, index, isOfNames} = parts[part] as Part;
				const record = records[at];
				if (record !== undefined) {
					left -= index.isMade(at) ? LOOK : MAKE;
					const loose = index.make(at);
					left -= isOfNames ? lookAtName(loose, record) : lookAtSentence(loose, record);
				}

				at++;
				order++;
				if (at >= records.length) {
					part++;
					at = 0;
				}
			}

			if (isDone()) {
				fuzzysort.cleanup();
			}
		},
		found() {
			if (last === undefined || last.count !== best.count || last.isWhole !== isDone()) {
				last = {
					matches: best.sorted().map(({match}) => match()),
					count: best.count,
					isWhole: isDone(),
				};
			}

			return last;
		},
	};
};
