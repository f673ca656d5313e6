import {codePointLength} from './article.ts';
import {articlesOf} from './article-sources.ts';
import {beginningOf} from './edtf-bounds.ts';
import {type Fault, pointerTo} from './fault.ts';
import type {Dossier, Evidence, IsoDay} from './schema.ts';

type Path = readonly (string | number)[];
type Report = (path: Path, message: string) => void;

const ID = /^(?:actor|place|quote|event|relation|claim|tension|step|source|road):[a-z0-9-]+$/;

/** Calls `visit` for every value of a JSON document, each with its path, parents first. */
const walk = (value: unknown, path: Path, visit: (value: unknown, path: Path) => void): void => {
	visit(value, path);
	if (Array.isArray(value)) {
		for (const [at, item] of value.entries()) {
			walk(item, [...path, at], visit);
		}
	} else if (typeof value === 'object' && value !== null) {
		for (const [key, item] of Object.entries(value)) {
			walk(item, [...path, key], visit);
		}
	}
};

const isEvidence = (value: unknown): value is Evidence =>
	typeof value === 'object' && value !== null && 'paragraph' in value && 'start' in value;

const checkIds = (dossier: Dossier, report: Report): void => {
	const firstUse = new Map<string, Path>();
	walk(dossier, [], (value, path) => {
		if (path.at(-1) === 'id' && typeof value === 'string') {
			const earlier = firstUse.get(value);
			if (earlier === undefined) {
				firstUse.set(value, path);
			} else {
				report(path, `the id ${value} is taken already, at ${pointerTo(earlier)}`);
			}
		}
	});
	walk(dossier, [], (value, path) => {
		if (
			typeof value === 'string' &&
			path.at(-1) !== 'id' &&
			ID.test(value) &&
			!firstUse.has(value)
		) {
			report(path, `there is no ${value} in this dossier`);
		}
	});
};

const checkEvidence = (dossier: Dossier, report: Report): void => {
	const articles = new Map(articlesOf(dossier).map(article => [article.id, article]));
	const sources = new Set(dossier.sources.map(source => source.id));
	walk(dossier, [], (value, path) => {
		if (!isEvidence(value)) {
			return;
		}

		if (value.start >= value.end) {
			report([...path, 'start'], `the range starts at ${value.start} but ends at ${value.end}`);
		}

		const article = articles.get(value.source);
		if (article !== undefined && value.paragraph > article.paragraphs) {
			report(
				[...path, 'paragraph'],
				`there is no paragraph ${value.paragraph}: ${value.source} has ${article.paragraphs}`,
			);
		} else if (article === undefined && sources.has(value.source)) {
			report([...path, 'source'], `${value.source} is not an article, so it has no paragraphs`);
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
	const check = (when: string | undefined, path: Path): void => {
		if (when !== undefined && beginningOf(when) === undefined) {
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

/** What a dossier of the right shape still gets wrong within itself; empty when it holds together. */
export const inconsistencies = (dossier: Dossier): readonly Fault[] => {
	const faults: Fault[] = [];
	const report: Report = (path, message) => {
		faults.push({pointer: pointerTo(path), message});
	};

	checkIds(dossier, report);
	checkEvidence(dossier, report);
	checkQuotes(dossier, report);
	checkDays(dossier, report);
	checkDates(dossier, report);
	checkRoads(dossier, report);
	return faults;
};

/** Events by their first instant; of two at one instant the earlier in the file stays first. */
export const inTimeOrder = (events: Dossier['events']): Dossier['events'] =>
	events
		.map(event => ({event, begins: beginningOf(event.when) ?? Number.POSITIVE_INFINITY}))
		.toSorted((a, b) => a.begins - b.begins)
		.map(({event}) => event);
