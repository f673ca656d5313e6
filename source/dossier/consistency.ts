import {codePointLength} from './article.ts';
import {articlesOf} from './article-sources.ts';
import {beginningOf} from './edtf-bounds.ts';
import {type Fault, pointerTo} from './fault.ts';
import {remembered} from './remembered.ts';
import type {Dossier, Evidence, IsoDay, Source} from './schema.ts';

type Path = readonly (string | number)[];
type Report = (path: Path, message: string) => void;

/** What an id looks like: a text that looks like one must be the id of something. */
export const ID =
	/^(?:actor|place|quote|event|relation|claim|tension|step|source|road):[a-z0-9-]+$/;

type Visit = (value: string | object, key: string | number | undefined, path: Path) => void;

/**
Calls `visit` for every text, list and object of a JSON document, each with its key, parents first.

@param visit - The path is one list that changes with every value: copy it to keep it.
*/
const walk = (document: object, visit: Visit): void => {
	const path: (string | number)[] = [];
	const enter = (value: unknown, key: string | number): void => {
		if (typeof value === 'string') {
			path.push(key);
			visit(value, key, path);
			path.pop();
		} else if (typeof value === 'object' && value !== null) {
			path.push(key);
			visit(value, key, path);
			enterAll(value);
			path.pop();
		}
	};

	const enterAll = (value: object): void => {
		if (Array.isArray(value)) {
			for (let at = 0; at < value.length; at++) {
				enter(value[at], at);
			}
		} else {
			for (const key in value) {
				enter((value as Readonly<Record<string, unknown>>)[key], key);
			}
		}
	};

	enterAll(document);
};

const isEvidence = (value: object): value is Evidence => 'paragraph' in value && 'start' in value;

interface Identified {
	readonly id: string;
}

/** What a dossier lists under each of its keys, all of it with an id. */
const listsOf = (
	dossier: Dossier,
): readonly (readonly [key: string, list: readonly Identified[]])[] =>
	Object.entries(dossier).flatMap(([key, list]) =>
		Array.isArray(list) ? [[key, list as readonly Identified[]] as const] : [],
	);

/** The path of the first use of an id that is used more than once. */
const firstUseOf = (dossier: Dossier, wanted: string): Path => {
	for (const [key, list] of listsOf(dossier)) {
		const at = list.findIndex(({id}) => id === wanted);
		if (at !== -1 && dossier.id !== wanted) {
			return [key, at, 'id'];
		}
	}

	return ['id'];
};

/** Reports ids that are taken already. @returns All there are. */
const checkIds = (dossier: Dossier, report: Report): ReadonlySet<string> => {
	const taken = new Set<string>([dossier.id]);
	for (const [key, list] of listsOf(dossier)) {
		for (let at = 0; at < list.length; at++) {
			const {id = ''} = list[at] ?? {};
			const before = taken.size;
			if (taken.add(id).size === before) {
				const earlier = pointerTo(firstUseOf(dossier, id));
				report([key, at, 'id'], `the id ${id} is taken already, at ${earlier}`);
			}
		}
	}

	return taken;
};

/** What is named must be there; and evidence must be a stretch of a paragraph that there is. */
const checkReferences = (
	dossier: Dossier,
	ids: ReadonlySet<string>,
	reportMissing: Report,
	reportEvidence: Report,
): void => {
	const articles = new Map(articlesOf(dossier).map(article => [article.id, article]));
	const sources = new Set(dossier.sources.map(source => source.id));
	const checkEvidence = ({source, paragraph, start, end}: Evidence, path: Path): void => {
		if (start >= end) {
			reportEvidence([...path, 'start'], `the range starts at ${start} but ends at ${end}`);
		}

		const article = articles.get(source);
		if (article !== undefined && paragraph > article.paragraphs) {
			reportEvidence(
				[...path, 'paragraph'],
				`there is no paragraph ${paragraph}: ${source} has ${article.paragraphs}`,
			);
		} else if (article === undefined && sources.has(source)) {
			reportEvidence([...path, 'source'], `${source} is not an article, so it has no paragraphs`);
		}
	};

	walk(dossier, (value, key, path) => {
		if (typeof value === 'string') {
			// Most of them are of a few sources.
			const isKnown = key === 'id' || (key === 'source' && sources.has(value as Source['id']));
			if (!isKnown && ID.test(value) && !ids.has(value)) {
				reportMissing(path, `there is no ${value} in this dossier`);
			}
		} else if (isEvidence(value)) {
			checkEvidence(value, path);
		}
	});
};

/** A quote's text is its ranges joined by one space, so their lengths are known without the article. */
const checkQuotes = (dossier: Dossier, report: Report): void => {
	for (const [at, {text, evidence}] of dossier.quotes.entries()) {
		const cited = evidence.reduce((sum, {start, end}) => sum + end - start, evidence.length - 1);
		const length = codePointLength(text);
		if (length !== cited) {
			report(
				['quotes', at, 'text'],
				`the text has ${length} characters, but its ranges, joined by one space, have ${cited}`,
			);
		}
	}
};

const checkDays = (dossier: Dossier, report: Report): void => {
	const {first, last} = dossier.span;
	if (first > last) {
		report(['span'], `the span ends (${last}) before it begins (${first})`);
	}

	const check = (day: IsoDay | undefined, path: Path): void => {
		if (day !== undefined && (day < first || day > last)) {
			report(path, `${day} is outside the span, ${first} to ${last}`);
		}
	};

	for (const [at, actor] of dossier.actors.entries()) {
		for (const [which, {from, until}] of actor.sides.entries()) {
			const path = ['actors', at, 'sides', which];
			check(from, [...path, 'from']);
			check(until, [...path, 'until']);
			if (from !== undefined && until !== undefined && from > until) {
				report(path, `this side ends (${until}) before it begins (${from})`);
			}

			const before = actor.sides[which - 1]?.from;
			if (before !== undefined && (from === undefined || before > from)) {
				report(
					path,
					`${from ?? 'what began before the span'} comes after ${before}: give sides in order of time`,
				);
			}
		}
	}

	for (const [at, place] of dossier.places.entries()) {
		for (const [which, {day, carriedFrom}] of place.control.entries()) {
			const path = ['places', at, 'control', which, 'day'];
			check(day, path);
			check(carriedFrom, ['places', at, 'control', which, 'carriedFrom']);
			if (carriedFrom !== undefined && carriedFrom >= day) {
				report(
					['places', at, 'control', which, 'carriedFrom'],
					`${carriedFrom} is not before ${day}`,
				);
			}

			const before = place.control[which - 1]?.day;
			if (before !== undefined && before > day) {
				report(path, `${day} comes after ${before}: give control in order of days`);
			}
		}
	}

	for (const [at, step] of dossier.story.entries()) {
		check(step.day, ['story', at, 'day']);
	}
};

const checkDates = (dossier: Dossier, report: Report): void => {
	const begins = remembered(beginningOf);
	const check = (when: string | undefined, path: Path): void => {
		if (when !== undefined && begins(when) === undefined) {
			report(path, `${JSON.stringify(when)} is not an EDTF date, such as 2011-03-30, 1988 or 198X`);
		}
	};

	for (const [at, event] of dossier.events.entries()) {
		check(event.when, ['events', at, 'when']);
	}

	for (const [at, relation] of dossier.relations.entries()) {
		check(relation.since, ['relations', at, 'since']);
		check(relation.until, ['relations', at, 'until']);
	}
};

const checkRoads = (dossier: Dossier, report: Report): void => {
	for (const [at, road] of dossier.roads.entries()) {
		for (const [which, {km}] of road.towns.entries()) {
			const before = road.towns[which - 1]?.km;
			if (before !== undefined && before >= km) {
				report(['roads', at, 'towns', which, 'km'], `${km} km is not beyond ${before} km`);
			}
		}
	}
};

/**
What was mentioned and cited while a dossier was read: far fewer texts than there are in it, from which it is
known whether going through all of them would find a fault.
*/
export interface Mentioned {
	/** Every text that is an id or looks like one. */
	readonly ids: ReadonlySet<string>;
	/** The last paragraph that was cited of each source. */
	readonly paragraphs: ReadonlyMap<string, number>;
	/** Every range ends after it starts. */
	readonly areRangesRight: boolean;
}

const areAllThere = (
	{sources}: Dossier,
	taken: ReadonlySet<string>,
	{ids, paragraphs, areRangesRight}: Mentioned,
): boolean => {
	const lengths = new Map<string, number>(
		sources.map(source => [source.id, source.kind === 'article' ? source.paragraphs : 0]),
	);
	return (
		areRangesRight &&
		[...ids].every(id => taken.has(id)) &&
		[...paragraphs].every(([source, last]) => last <= (lengths.get(source) ?? 0))
	);
};

/**
What a dossier of the right shape still gets wrong within itself; empty when it holds together. By what
is wrong: ids, then what is named and not there, evidence, quotes, days, dates, roads.

@param mentioned - Where that was noted while it was read, so that not all of it is gone through again.
*/
export const inconsistencies = (dossier: Dossier, mentioned?: Mentioned): readonly Fault[] => {
	const reporting = (faults: Fault[]): Report => {
		return (path, message) => {
			faults.push({pointer: pointerTo(path), message});
		};
	};

	const named: Fault[] = [];
	const evidence: Fault[] = [];
	const rest: Fault[] = [];
	const report = reporting(rest);
	const taken = checkIds(dossier, reporting(named));
	if (mentioned === undefined || !areAllThere(dossier, taken, mentioned)) {
		checkReferences(dossier, taken, reporting(named), reporting(evidence));
	}

	checkQuotes(dossier, report);
	checkDays(dossier, report);
	checkDates(dossier, report);
	checkRoads(dossier, report);
	return [...named, ...evidence, ...rest];
};

/** Events by their first instant; of two at one instant the earlier in the file stays first. */
export const inTimeOrder = (events: Dossier['events']): Dossier['events'] => {
	const begins = remembered(beginningOf);
	const beginnings = events.map(({when}) => begins(when) ?? Number.POSITIVE_INFINITY);
	const isInOrder = beginnings.every((begin, at) => at === 0 || (beginnings[at - 1] ?? 0) <= begin);
	return isInOrder
		? events
		: events
				.map((event, at) => ({event, begins: beginnings[at] ?? 0}))
				.toSorted((a, b) => a.begins - b.begins)
				.map(({event}) => event);
};
