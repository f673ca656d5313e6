import {cyclesAmong, type Lead} from './cycles.ts';
import {beginningOf, edtfBounds} from './edtf-bounds.ts';
import {type Fault, pointerTo} from './fault.ts';
import {missingDay} from './named-days.ts';
import {lengthFault} from './quote-length.ts';
import type {Readable} from './readable.ts';
import {remembered} from './remembered.ts';
import type {Dossier, Evidence, IsoDay} from './schema.ts';

type Path = readonly (string | number)[];
type Report = (path: Path, message: string) => void;
type Read = Readable<Dossier>;

const LISTS = {
	source: 'sources',
	actor: 'actors',
	place: 'places',
	road: 'roads',
	quote: 'quotes',
	event: 'events',
	relation: 'relations',
	claim: 'claims',
	tension: 'tensions',
	step: 'story',
} as const;

type Kind = keyof typeof LISTS;

/** What an id looks like. */
export const ID = new RegExp(`^(?:${Object.keys(LISTS).join('|')}):[a-z0-9-]+$`);

/** The keys whose values are ids. A test holds them against the schema. */
export const REFERENCES: ReadonlySet<string> = new Set([
	'source',
	'place',
	'yearFrom',
	'from',
	'to',
	'speaker',
	'via',
	'about',
	'places',
	'participants',
	'assertedBy',
	'records',
	'record',
]);

const LONGEST_SHOWN = 80;

/** A value of the document, for a message. */
const shown = (value: string): string =>
	value.length > LONGEST_SHOWN ? `${value.slice(0, LONGEST_SHOWN)}…` : value;

const kindIn = (id: string): Kind | undefined => {
	const kind = id.slice(0, id.indexOf(':'));
	return Object.hasOwn(LISTS, kind) ? (kind as Kind) : undefined;
};

/** Visits what can be read of a list, each with its position. */
const eachOf = <Item>(
	list: readonly (Item | null)[] | null | undefined,
	visit: (item: Item, at: number) => void,
): void => {
	for (let at = 0; at < (list?.length ?? 0); at++) {
		const item = list?.[at];
		if (item !== null && item !== undefined) {
			visit(item, at);
		}
	}
};

const isTold = <Value>(value: Value | null | undefined): value is Value =>
	value !== null && value !== undefined;

/** The ids of a dossier, and the kinds of which some id cannot be read: of these nobody knows what is missing. */
interface Ids {
	readonly known: ReadonlySet<string>;
	readonly unsure: ReadonlySet<Kind>;
}

const LIST_ENTRIES = Object.entries(LISTS) as [Kind, (typeof LISTS)[Kind]][];

/** Where an id that is taken more than once is taken first. */
const firstUseOf = (dossier: Read, id: string): Path => {
	for (const [, list] of LIST_ENTRIES) {
		const at = dossier[list]?.findIndex(record => record?.id === id) ?? -1;
		if (at !== -1) {
			return [list, at, 'id'];
		}
	}

	return [];
};

const checkIds = (dossier: Read, report: Report): Ids => {
	const known = new Set<string>();
	const unsure = new Set<Kind>();
	for (const [kind, list] of LIST_ENTRIES) {
		const records = dossier[list];
		if (records === null) {
			unsure.add(kind);
		}

		for (let at = 0; at < (records?.length ?? 0); at++) {
			const id = records?.[at]?.id;
			if (!isTold(id)) {
				unsure.add(kind);
			} else if (known.has(id)) {
				const earlier = pointerTo(firstUseOf(dossier, id));
				report([list, at, 'id'], `the id ${shown(id)} is taken already, at ${earlier}`);
			} else {
				known.add(id);
			}
		}
	}

	return {known, unsure};
};

/**
What was mentioned and cited while a dossier was read: far fewer texts than there are in it, from which it is
known whether going through all of them would find a fault.
*/
export interface Mentioned {
	/** Whether an id is one of the dossier's, of which no two are the same. */
	readonly isThere: (id: string) => boolean;
	/** Every text that is an id or looks like one; some of them more than once. */
	readonly ids: readonly string[];
	/** The last paragraph that was cited of each source. */
	readonly paragraphs: ReadonlyMap<string, number>;
	/** Every range ends after it starts. */
	readonly areRangesRight: boolean;
}

const areAllThere = (
	{sources}: Read,
	{isThere, ids, paragraphs, areRangesRight}: Mentioned,
): boolean => {
	const lengths = new Map<string, number>();
	eachOf(sources, source => {
		if (source.kind === 'article') {
			lengths.set(source.id ?? '', source.paragraphs ?? 0);
		}
	});

	return (
		areRangesRight &&
		ids.every(isThere) &&
		[...paragraphs].every(([source, last]) => last <= (lengths.get(source) ?? 0))
	);
};

const isEvidence = (value: object): value is Readable<Evidence> =>
	'paragraph' in value || 'start' in value;

/** Every list, object and reference of a document, with its path, which is only good while it is visited. */
const walk = (
	value: unknown,
	key: string,
	path: (string | number)[],
	visit: {
		readonly reference: (id: string, path: Path) => void;
		readonly evidence: (evidence: Readable<Evidence>, path: Path) => void;
	},
): void => {
	if (typeof value === 'string') {
		if (REFERENCES.has(key)) {
			visit.reference(value, path);
		}
	} else if (Array.isArray(value)) {
		for (const [at, item] of value.entries()) {
			path.push(at);
			walk(item, key, path, visit);
			path.pop();
		}
	} else if (typeof value === 'object' && value !== null) {
		if (isEvidence(value)) {
			visit.evidence(value, path);
		}

		for (const name of Object.keys(value)) {
			path.push(name);
			walk((value as Readonly<Record<string, unknown>>)[name], name, path, visit);
			path.pop();
		}
	}
};

const checkReferences = (dossier: Read, report: Report, mentioned: Mentioned | undefined): void => {
	if (mentioned !== undefined && areAllThere(dossier, mentioned)) {
		return;
	}

	const {known, unsure} = checkIds(dossier, report);
	const sources = new Map<string, Readable<Dossier['sources'][number]>>();
	eachOf(dossier.sources, source => {
		if (isTold(source.id) && !sources.has(source.id)) {
			sources.set(source.id, source);
		}
	});

	walk(dossier, '', [], {
		reference: (id, path) => {
			const kind = known.has(id) ? undefined : kindIn(id);
			if (kind !== undefined && !unsure.has(kind)) {
				report(path, `there is no ${shown(id)} in this dossier`);
			}
		},
		evidence: ({source: id, paragraph, start, end}, path) => {
			if (isTold(start) && isTold(end) && start >= end) {
				report([...path, 'start'], `the range starts at ${start} but ends at ${end}`);
			}

			const source = isTold(id) ? sources.get(id) : undefined;
			if (source === undefined || !isTold(source.kind)) {
				return;
			}

			if (source.kind !== 'article') {
				report(
					[...path, 'source'],
					`${shown(id ?? '')} is not an article, so it has no paragraphs`,
				);
			} else if (isTold(paragraph) && isTold(source.paragraphs) && paragraph > source.paragraphs) {
				report(
					[...path, 'paragraph'],
					`there is no paragraph ${paragraph}: ${shown(id ?? '')} has ${source.paragraphs}`,
				);
			}
		},
	});
};

const checkQuotes = (dossier: Read, report: Report): void => {
	eachOf(dossier.quotes, (quote, at) => {
		const message = lengthFault(quote);
		if (message !== undefined) {
			report(['quotes', at, 'text'], message);
		}
	});
};

type CheckDay = (day: IsoDay | null | undefined, path: () => Path) => void;

/** Nothing is outside of a span that is not known itself. */
const checkSpan = ({span}: Read, report: Report): CheckDay => {
	const {first, last} = span ?? {};
	if (!isTold(first) || !isTold(last)) {
		return () => {};
	}

	if (first > last) {
		report(['span'], `the span ends (${last}) before it begins (${first})`);
		return () => {};
	}

	return (day, path) => {
		if (isTold(day) && (day < first || day > last)) {
			report(path(), `${day} is outside the span, ${first} to ${last}`);
		}
	};
};

/** Whether both can be read, and one is not the other. */
const areOther = (one: string | null | undefined, other: string | null | undefined): boolean =>
	isTold(one) && isTold(other) && one !== other;

const checkSides = (dossier: Read, report: Report, check: CheckDay): void => {
	eachOf(dossier.actors, ({sides}, at) => {
		eachOf(sides, ({side, from, until}, which) => {
			const path = (...end: Path): Path => ['actors', at, 'sides', which, ...end];
			check(from, () => path('from'));
			check(until, () => path('until'));
			if (isTold(from) && isTold(until) && from > until) {
				report(path(), `this side ends (${until}) before it begins (${from})`);
			}

			const other = sides?.[which - 1];
			const before = other?.from;
			if (isTold(before) && from !== null && (from === undefined || before > from)) {
				report(
					path(),
					`${from ?? 'what began before the span'} comes after ${before}: give sides in order of time`,
				);
			} else if (
				isTold(other) &&
				before !== null &&
				before === from &&
				areOther(other.side, side)
			) {
				report(
					path(),
					`two sides are told from ${from ?? 'before the span'}, ${other.side} and ${side}: keep one, or give one of them another day`,
				);
			}
		});
	});
};

const checkControl = (dossier: Read, report: Report, check: CheckDay): void => {
	eachOf(dossier.places, ({control}, at) => {
		eachOf(control, ({day, carriedFrom, state}, which) => {
			const path = (end: string): Path => ['places', at, 'control', which, end];
			check(day, () => path('day'));
			check(carriedFrom, () => path('carriedFrom'));
			if (isTold(carriedFrom) && isTold(day) && carriedFrom >= day) {
				report(path('carriedFrom'), `${carriedFrom} is not before ${day}`);
			}

			const other = control?.[which - 1];
			const before = other?.day;
			if (isTold(before) && isTold(day) && before > day) {
				report(path('day'), `${day} comes after ${before}: give control in order of days`);
			} else if (isTold(day) && before === day && areOther(other?.state, state)) {
				report(
					path('day'),
					`two states are told of ${day}, ${other?.state} and ${state}: keep the one at the end of that day`,
				);
			}
		});
	});
};

const checkDays = (dossier: Read, report: Report): void => {
	const check = checkSpan(dossier, report);
	checkSides(dossier, report, check);
	checkControl(dossier, report, check);
	eachOf(dossier.story, ({day}, at) => check(day, () => ['story', at, 'day']));
};

const checkDates = (dossier: Read, report: Report): void => {
	const begins = remembered(beginningOf);
	const check = (when: string | null | undefined, path: () => Path): void => {
		if (isTold(when) && begins(when) === undefined) {
			const missing = missingDay(when);
			report(
				path(),
				missing === undefined
					? `${JSON.stringify(shown(when))} is not an EDTF date, such as 2011-03-30, 1988 or 198X`
					: `no calendar has the day ${missing}: give one that there is, or only the month`,
			);
		}
	};

	eachOf(dossier.events, ({when}, at) => check(when, () => ['events', at, 'when']));
	eachOf(dossier.relations, ({since, until}, at) => {
		check(since, () => ['relations', at, 'since']);
		check(until, () => ['relations', at, 'until']);
		const begin = isTold(since) ? edtfBounds(since)?.begin : undefined;
		const end = isTold(until) ? edtfBounds(until)?.end : undefined;
		if (begin !== undefined && end !== undefined && begin > end) {
			report(
				['relations', at, 'until'],
				`this relation ends (${shown(until ?? '')}) before it begins (${shown(since ?? '')})`,
			);
		}
	});
};

const checkRoads = (dossier: Read, report: Report): void => {
	eachOf(dossier.roads, ({towns}, at) => {
		eachOf(towns, ({km}, which) => {
			const before = towns?.[which - 1]?.km;
			if (isTold(before) && isTold(km) && before >= km) {
				report(['roads', at, 'towns', which, 'km'], `${km} km is not beyond ${before} km`);
			}
		});
	});
};

type Leads = Map<string, Lead<Path>[]>;

const addLead = (leads: Leads, from: string, lead: Lead<Path>): void => {
	const others = leads.get(from);
	if (others === undefined) {
		leads.set(from, [lead]);
	} else {
		others.push(lead);
	}
};

/** What quotes, claims, tensions and steps are about, as far as that is one of these again. */
const subjects = (dossier: Read): Leads => {
	const leads: Leads = new Map();
	const add = (
		from: string | null | undefined,
		to: string | null | undefined,
		path: () => Path,
	): void => {
		if (isTold(from) && isTold(to) && /^(?:quote|claim|tension|step):/.test(to)) {
			addLead(leads, from, {to, path: path()});
		}
	};

	for (const list of ['quotes', 'claims'] as const) {
		eachOf<Readable<Dossier['quotes' | 'claims'][number]>>(dossier[list], ({id, about}, at) => {
			eachOf(about, (subject, which) => add(id, subject, () => [list, at, 'about', which]));
		});
	}

	eachOf(dossier.tensions, ({id, accounts}, at) => {
		eachOf(accounts, ({records}, which) => {
			eachOf(records, (record, place) =>
				add(id, record, () => ['tensions', at, 'accounts', which, 'records', place]),
			);
		});
	});
	eachOf(dossier.story, ({id, record}, at) => add(id, record, () => ['story', at, 'record']));
	return leads;
};

/** The article that each article has its year from. */
const years = (dossier: Read): Leads => {
	const leads: Leads = new Map();
	eachOf(dossier.sources, (source, at) => {
		if (source.kind === 'article' && isTold(source.id) && isTold(source.dateline?.yearFrom)) {
			addLead(leads, source.id, {
				to: source.dateline.yearFrom,
				path: ['sources', at, 'dateline', 'yearFrom'],
			});
		}
	});

	return leads;
};

const wayOf = (ids: readonly string[]): string => ids.map(shown).join(' → ');

/**
Nothing is about itself, by whatever way: a quote or claim by what it is about, a tension by its accounts, a
step by its record. No article has its year from itself, nobody relays what they say themselves, and a
relation is between two actors. (A day that control is carried from is an earlier one, so that leads nowhere
back.)
*/
const checkCycles = (dossier: Read, report: Report): void => {
	for (const {path, ids} of cyclesAmong(subjects(dossier))) {
		report(path, `${shown(ids[0] ?? '')} is about itself: ${wayOf(ids)}`);
	}

	for (const {path, ids} of cyclesAmong(years(dossier))) {
		report(path, `${shown(ids[0] ?? '')} has its year from itself: ${wayOf(ids)}`);
	}

	eachOf(dossier.quotes, ({speaker, via}, at) => {
		if (isTold(via) && via === speaker) {
			report(['quotes', at, 'via'], `${shown(via)} says this, and so does not relay it`);
		}
	});

	eachOf(dossier.claims, ({assertedBy, via}, at) => {
		if (isTold(via) && via === assertedBy) {
			report(['claims', at, 'via'], `${shown(via)} asserts this, and so does not relay it`);
		}
	});

	eachOf(dossier.relations, ({from, to}, at) => {
		if (isTold(from) && from === to) {
			report(['relations', at, 'to'], `${shown(to)} is related to itself`);
		}
	});
};

/** What is let through for whoever tells more of it. */
export interface Leniency {
	/** Quotes whose text is not as long as their ranges: beside the article it is known which words are wrong. */
	readonly takesMisquotes?: boolean | undefined;
}

/**
What a dossier gets wrong within itself; empty when it holds together. Of one that does not have its shape,
as much as can be told of what can be read: what is missing or wrong already is not told again by what
follows from it.

@param mentioned - Where that was noted while it was read, so that not all of it is gone through again.
*/
export const inconsistencies = (
	dossier: Read,
	mentioned?: Mentioned,
	{takesMisquotes = false}: Leniency = {},
): readonly Fault[] => {
	const faults: Fault[] = [];
	const report: Report = (path, message) => {
		faults.push({pointer: pointerTo(path), message});
	};

	checkReferences(dossier, report, mentioned);
	if (!takesMisquotes) {
		checkQuotes(dossier, report);
	}

	checkDays(dossier, report);
	checkDates(dossier, report);
	checkRoads(dossier, report);
	checkCycles(dossier, report);
	return faults;
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
