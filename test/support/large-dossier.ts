import {once} from 'node:events';
import {createWriteStream} from 'node:fs';
import {finished} from 'node:stream/promises';
import {dayAfter} from '../../source/dossier/days.ts';
import type {
	Actor,
	ArticleSource,
	Claim,
	Control,
	Dossier,
	DossierEvent,
	Evidence,
	Place,
	Quote,
	Relation,
	Road,
	Step,
	Tension,
} from '../../source/dossier/schema.ts';

/*
An invented war of three years in an invented country, as large as it is asked for and the same every
time: names, dates, links, control and evidence as a desk that codes thousands of reports would have
them. Some speakers and towns come up far more often than others, as they do.

  node test/support/large-dossier.ts FILE    writes it with 100,000 records
*/

/** How many of each kind of record that has a list. */
export interface LargeAmounts {
	readonly actors: number;
	readonly places: number;
	readonly quotes: number;
	readonly events: number;
}

/** 100,000 records in all. */
export const LARGE: LargeAmounts = {actors: 20_000, places: 10_000, quotes: 40_000, events: 30_000};

const FIRST_DAY = '2031-01-01';
const DAYS = 1095;
const ARTICLES = 400;
const PARAGRAPHS = 60;
const TOWNS = 48;

/** Numbers from 0 up to 1, the same for a seed on every machine (mulberry32). */
const randomFrom = (seed: number): (() => number) => {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
};

/** Chance, and what is made with it. */
class Lot {
	readonly #random: () => number;

	constructor(seed: number) {
		this.#random = randomFrom(seed);
	}

	/** A whole number from 0, below `end`. */
	below(end: number): number {
		return Math.floor(this.#random() * end);
	}

	/** The same, small ones far more often than large ones. */
	lowBelow(end: number): number {
		return Math.floor(end * this.#random() ** 3);
	}

	isSo(chance: number): boolean {
		return this.#random() < chance;
	}

	of<Item>(items: readonly Item[]): Item {
		return items[this.below(items.length)] as Item;
	}

	between(least: number, most: number): number {
		return least + this.#random() * (most - least);
	}
}

const words = (text: string): readonly string[] => text.trim().split(/\s+/u);

const SYLLABLES = words(
	'ka ro mi vel dan tor esh ba li ne sar um qa il ho ret ma zu pe nor ti lav ga wen ós ay é ru ston',
);
const GIVEN = words(
	'Alma Bero Cira Dovan Elis Faro Gwen Hadi Ilse Joren Kasim Lena Miro Nadja Omar Petra Quill Rana Stelio Tova Umar Vesna Wanda Yusra Zeno Noé José Søren Łucja Ödön',
);
const ENDS = words('bay field ford gate haven hill marsh mouth port stead ton wick yard crossing');
const NOUNS = words(
	'road bridge convoy shell clinic market ceasefire column harbour airfield barracks refinery school checkpoint mast depot well envoy ministry council hospital train tanker patrol battery ridge valley camp prison cable granary radio pipeline ferry',
);
const VERBS = words(
	'held left crossed shelled reached entered guarded closed opened lost repaired searched burned surrounded watched emptied promised denied refused evacuated',
);
const ADVERBS = words(
	'again overnight slowly openly briefly entirely barely twice yesterday early quietly at last',
);
const QUALITIES = words(
	'northern southern old empty broken main second burning narrow western new eastern armed',
);
const LETTERS = words('أحمد سالم بن نصر كريم عمر حسن يوسف');

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const slugOf = (name: string): string =>
	name
		.normalize('NFKD')
		.toLowerCase()
		.replaceAll(/[^a-z0-9]+/g, '-')
		.replaceAll(/^-|-$/g, '') || 'unnamed';

const surname = (lot: Lot): string =>
	capitalised(Array.from({length: 2 + lot.below(2)}, () => lot.of(SYLLABLES)).join(''));

const sentence = (lot: Lot): string =>
	`${capitalised(`the ${lot.of(QUALITIES)} ${lot.of(NOUNS)}`)} ${lot.of(VERBS)} the ${lot.of(NOUNS)} ${lot.of(ADVERBS)}`;

const dayIn = (lot: Lot, first = 0): string =>
	DAYS_TOLD[first + lot.below(DAYS - first)] ?? FIRST_DAY;

const DAYS_TOLD: readonly string[] = Array.from({length: DAYS}, (_, at) => dayAfter(FIRST_DAY, at));

const evidence = (lot: Lot, length = 20 + lot.below(120)): Evidence => {
	const start = lot.below(400);
	return {
		source: `source:report-${lot.below(ARTICLES) + 1}`,
		paragraph: lot.below(PARAGRAPHS) + 1,
		start,
		end: start + length,
	};
};

const article = (_: unknown, at: number): ArticleSource => ({
	id: `source:report-${at + 1}`,
	kind: 'article',
	title: `Report ${at + 1}`,
	sha256: (at + 1).toString(16).padStart(64, '0'),
	paragraphs: PARAGRAPHS,
	dateline: {place: 'place:p-0', day: DAYS_TOLD[(at * 2) % DAYS] ?? FIRST_DAY},
	byline: [],
});

const SIDES = ['government', 'opposition', 'coalition', 'international', 'civilian'] as const;
const ACTOR_KINDS = [
	'person',
	'person',
	'person',
	'group',
	'armed-force',
	'unnamed-source',
] as const;
const BASES = ['reported', 'claimed', 'inferred'] as const;
const STATES = ['government', 'opposition', 'contested', 'abandoned'] as const;

const actor = (lot: Lot, at: number): Actor => {
	const name = `${lot.of(GIVEN)} ${surname(lot)}`;
	const side = lot.of(SIDES);
	const changes = lot.isSo(0.05) ? dayIn(lot, 2) : undefined;
	return {
		id: `actor:${slugOf(name)}-${at}`,
		name,
		aliases: [
			...(lot.isSo(0.3) ? [`${surname(lot)} the ${lot.of(QUALITIES)}`] : []),
			...(lot.isSo(0.1) ? [`${lot.of(LETTERS)} ${lot.of(LETTERS)}`] : []),
		],
		kind: lot.of(ACTOR_KINDS),
		...(lot.isSo(0.7) ? {role: `${lot.of(QUALITIES)} ${lot.of(NOUNS)} commander`} : {}),
		sides:
			changes === undefined
				? [{side, basis: lot.of(BASES), evidence: [evidence(lot)]}]
				: [
						{
							side,
							until: dayAfter(changes, -1),
							basis: 'reported',
							evidence: [evidence(lot)],
						},
						{side: lot.of(SIDES), from: changes, basis: 'reported', evidence: [evidence(lot)]},
					],
		summary: `${sentence(lot)}; ${name} was there.`,
		evidence: [evidence(lot), ...(lot.isSo(0.3) ? [evidence(lot)] : [])],
	};
};

const controlOf = (lot: Lot): readonly Control[] =>
	Array.from({length: 30}, () => dayIn(lot))
		.toSorted()
		.map(day => ({
			day,
			state: lot.of(STATES),
			basis: lot.of(BASES),
			evidence: [evidence(lot)],
		}))
		.filter(({day}, at, all) => day !== all[at - 1]?.day);

const place = (lot: Lot, at: number): Place => {
	const isTown = at > 0 && at <= TOWNS;
	return {
		id: `place:p-${at}`,
		name: `${surname(lot)}${lot.of(ENDS)}`,
		aliases: lot.isSo(0.2) ? [`${lot.of(LETTERS)}`] : [],
		kind: isTown ? 'town' : lot.of(['city', 'village', 'village', 'facility', 'region']),
		frontLine: isTown,
		...(lot.isSo(0.4) ? {summary: `${sentence(lot)}.`} : {}),
		...(isTown || lot.isSo(0.9)
			? {
					coordinates: {
						lat: Math.round(lot.between(-40, -34) * 10_000) / 10_000,
						lon: Math.round((isTown ? 60 + at / 6 : lot.between(58, 70)) * 10_000) / 10_000,
						precision: lot.of([1, 1, 1, 2, 3]),
						source: 'source:atlas',
					},
				}
			: {}),
		control: isTown ? [...controlOf(lot)] : [],
		evidence: [evidence(lot)],
	};
};

const road: Road = {
	id: 'road:shore',
	name: 'shore road',
	source: 'source:atlas',
	towns: Array.from({length: TOWNS}, (_, at) => ({
		place: `place:p-${at + 1}`,
		km: Math.round(at * 23.5),
	})),
};

interface Known {
	readonly actors: readonly Actor['id'][];
	readonly amounts: LargeAmounts;
}

const actorIn = (lot: Lot, {actors}: Known): Actor['id'] =>
	actors[lot.lowBelow(actors.length)] as Actor['id'];

/** An actor who is not this one: nobody relays what they say themselves. */
const otherActorIn = (lot: Lot, {actors}: Known, than: Actor['id']): Actor['id'] => {
	const at = lot.lowBelow(actors.length - 1);
	return actors[actors[at] === than ? actors.length - 1 : at] as Actor['id'];
};

const placeIn = (lot: Lot, {amounts}: Known): Place['id'] =>
	`place:p-${lot.lowBelow(amounts.places)}`;

const quote = (lot: Lot, at: number, known: Known): Quote => {
	const text = `${sentence(lot)}, and ${sentence(lot).toLowerCase()}${lot.isSo(0.1) ? ` — ${lot.of(LETTERS)}` : ''}.`;
	const speaker = actorIn(lot, known);
	return {
		id: `quote:q-${at}`,
		speaker,
		text,
		form: lot.isSo(0.7) ? 'direct' : 'fragment',
		verb: lot.of(['said', 'told', 'warned', 'insisted', 'conceded']),
		verbClass: lot.of(['neutral', 'neutral', 'assertive', 'concessive', 'appeal']),
		...(lot.isSo(0.9) ? {day: dayIn(lot)} : {}),
		...(lot.isSo(0.5) ? {place: placeIn(lot, known)} : {}),
		...(lot.isSo(0.6) ? {channel: lot.of(['speech', 'statement', 'interview', 'press'])} : {}),
		...(lot.isSo(0.1) ? {via: otherActorIn(lot, known, speaker)} : {}),
		about: lot.isSo(0.4) ? [lot.isSo(0.5) ? placeIn(lot, known) : actorIn(lot, known)] : [],
		evidence: [evidence(lot, Array.from(text).length)],
	};
};

/** When an event was: mostly a day, now and then a month, a stretch of days, or about a day. */
const whenOf = (lot: Lot): Pick<DossierEvent, 'when' | 'precision'> => {
	const day = dayIn(lot);
	const chance = lot.below(100);
	if (chance < 88) {
		return {when: day, precision: 'day'};
	}

	if (chance < 92) {
		return {when: day.slice(0, 7), precision: 'month'};
	}

	return chance < 96
		? {when: `${day}/${dayAfter(day, 1 + lot.below(9))}`, precision: 'interval'}
		: {when: `${day}~`, precision: 'approximate'};
};

const event = (lot: Lot, at: number, known: Known): DossierEvent => {
	const from: Place['id'] = `place:p-${1 + lot.below(TOWNS)}`;
	const to: Place['id'] = `place:p-${1 + lot.below(TOWNS)}`;
	return {
		id: `event:e-${at}`,
		title: sentence(lot),
		...whenOf(lot),
		kind: lot.of(['battle', 'battle', 'attack', 'movement', 'political', 'humanitarian']),
		places: [...new Set([placeIn(lot, known), ...(lot.isSo(0.2) ? [placeIn(lot, known)] : [])])],
		participants: [...new Set([actorIn(lot, known), actorIn(lot, known)])],
		figures: lot.isSo(0.2)
			? [{value: 1 + lot.below(90), of: 'people killed', precision: 'minimum'}]
			: [],
		...(lot.isSo(0.1) && from !== to ? {movement: {from, to}} : {}),
		assertedBy: lot.isSo(0.6) ? 'author' : actorIn(lot, known),
		certainty: lot.of(['certain', 'probable', 'possible', 'uncommitted']),
		evidence: [evidence(lot)],
	};
};

const relation = (lot: Lot, at: number, known: Known): Relation => {
	const from = actorIn(lot, known);
	return {
		id: `relation:r-${at}`,
		from,
		to: otherActorIn(lot, known, from),
		label: 'answers to',
		assertedBy: 'author',
		certainty: 'probable',
		evidence: [evidence(lot)],
	};
};

const claim = (lot: Lot, at: number, known: Known): Claim => ({
	id: `claim:c-${at}`,
	text: `${sentence(lot)}.`,
	assertedBy: actorIn(lot, known),
	certainty: 'possible',
	polarity: lot.isSo(0.2) ? 'denied' : 'affirmed',
	about: [placeIn(lot, known)],
	evidence: [evidence(lot)],
});

const tension = (lot: Lot, at: number): Tension => ({
	id: `tension:t-${at}`,
	title: sentence(lot),
	question: `Who ${lot.of(VERBS)} the ${lot.of(NOUNS)}?`,
	accounts: [0, 1].map(side => ({
		text: `${sentence(lot)}.`,
		records: [`claim:c-${2 * at + side}` as const],
	})),
	evidence: [evidence(lot)],
});

const step = (lot: Lot, at: number): Step => ({
	id: `step:s-${at}`,
	text: `${sentence(lot)}.`,
	record: `place:p-${at + 1}`,
	day: DAYS_TOLD[at * 80] ?? FIRST_DAY,
	evidence: [evidence(lot)],
});

const times = <Item>(count: number, make: (at: number) => Item): Item[] =>
	Array.from({length: count}, (_, at) => make(at));

/**
The dossier of these amounts, with a hundredth as many ties and claims on top, at the most.

@param amounts - At least 49 places, and two actors.
*/
export const largeDossier = (amounts: LargeAmounts, seed = 1): Dossier => {
	const lot = new Lot(seed);
	const actors = times(amounts.actors, at => actor(lot, at));
	const known: Known = {actors: actors.map(({id}) => id), amounts};
	const others = Math.min(40, amounts.quotes);
	const events = times(amounts.events, at => event(lot, at, known));
	return {
		id: 'war-of-the-shore-road',
		title: 'The war of the shore road',
		summary: 'Three invented years, coded from four hundred invented reports.',
		span: {first: FIRST_DAY, last: DAYS_TOLD.at(-1) ?? FIRST_DAY},
		sources: [
			...Array.from({length: ARTICLES}, article),
			{id: 'source:atlas', kind: 'gazetteer', title: 'An invented atlas'},
		],
		actors,
		places: times(amounts.places, at => place(lot, at)),
		roads: [road],
		quotes: times(amounts.quotes, at => quote(lot, at, known)),
		events: events.toSorted((a, b) => (a.when < b.when ? -1 : a.when > b.when ? 1 : 0)),
		relations: times(others, at => relation(lot, at, known)),
		claims: times(others, at => claim(lot, at, known)),
		tensions: times(others / 4, at => tension(lot, at)),
		story: times(10, at => step(lot, at)),
	};
};

/** Writes a dossier as its file, a record a line, without ever holding the whole text. */
export const writeDossier = async (dossier: Dossier, path: string): Promise<void> => {
	const file = createWriteStream(path);
	const write = async (text: string): Promise<void> => {
		if (!file.write(text)) {
			await once(file, 'drain');
		}
	};

	let before = '{';
	for (const [key, value] of Object.entries(dossier)) {
		await write(`${before}\n${JSON.stringify(key)}: `);
		before = ',';
		if (!Array.isArray(value)) {
			await write(JSON.stringify(value));
			continue;
		}

		for (const [at, item] of value.entries()) {
			await write(`${at === 0 ? '[' : ','}\n${JSON.stringify(item)}`);
		}

		await write(value.length === 0 ? '[]' : '\n]');
	}

	await write('\n}\n');
	file.end();
	await finished(file);
};

if (import.meta.main) {
	const path = process.argv[2];
	if (path === undefined) {
		process.stderr.write('usage: node test/support/large-dossier.ts FILE\n');
		process.exitCode = 2;
	} else {
		await writeDossier(largeDossier(LARGE), path);
	}
}
