import {homedir} from 'node:os';
import {join} from 'node:path';
import {builtInDossier} from '../dossier/built-in.ts';
import {dayAfter, isDay} from '../dossier/days.ts';
import {visibleText} from '../terminal/visible-text.ts';
import type {ExitCode, Host} from './host.ts';
import {settingsOf} from './settings.ts';
import {type WordWanted, wordWanted} from './word-wanted.ts';
import {writeOut} from './write-out.ts';

type Candidate = WordWanted['candidates'][number];

/** More than this are of no help in a list below a prompt. */
const MOST = 400;

const MOST_ABOUT = 60;

const KEYS = [
	'actors',
	'places',
	'quotes',
	'events',
	'relations',
	'claims',
	'tensions',
	'story',
] as const;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
	typeof value === 'object' && value !== null;

/** A dossier as it stands, unchecked: what is wrong in it is told by the command, not at a key. */
const documentAt = async (path: string | undefined): Promise<unknown> => {
	if (path === undefined || path === '') {
		return builtInDossier;
	}

	const {readInput, utf8Text} = await import('./read-file.ts');
	const file = path.startsWith('~/') ? join(homedir(), path.slice(2)) : path;
	return JSON.parse(utf8Text(await readInput(file, 'a dossier'), file));
};

const aboutOf = (record: Readonly<Record<string, unknown>>): string => {
	const text = [record.name, record.title, record.text, record.label].find(
		known => typeof known === 'string',
	);
	const [line = ''] = visibleText(String(text ?? '')).split('␊');
	return Array.from(line).slice(0, MOST_ABOUT).join('');
};

const recordsIn = (document: unknown): readonly Candidate[] =>
	isObject(document)
		? KEYS.flatMap(key => {
				const records = document[key];
				return Array.isArray(records) ? records.filter(isObject) : [];
			}).flatMap(record =>
				typeof record.id === 'string' && /^[a-z]+:[a-z0-9-]+$/.test(record.id)
					? [{word: record.id, about: aboutOf(record)}]
					: [],
			)
		: [];

const daysIn = (document: unknown): readonly Candidate[] => {
	const span = isObject(document) ? document.span : undefined;
	const {first, last} = isObject(span) ? span : {};
	const days: Candidate[] = [];
	if (typeof first !== 'string' || typeof last !== 'string' || !isDay(first) || !isDay(last)) {
		return days;
	}

	for (let day = first; day <= last && days.length < MOST; day = dayAfter(day, 1)) {
		days.push({word: day, about: ''});
	}

	return days;
};

const candidatesFor = async ({
	candidates,
	of,
	dossier,
}: WordWanted): Promise<readonly Candidate[]> => {
	switch (of) {
		case 'record':
			return [...candidates, ...recordsIn(await documentAt(dossier))];
		case 'day':
			return [...candidates, ...daysIn(await documentAt(dossier))];
		case undefined:
		case 'file':
		case 'folder':
		case 'text':
			return candidates;
		default:
			return [...candidates, ...of.map(word => ({word, about: ''}))];
	}
};

const kinds = (candidates: readonly Candidate[]): readonly string[] => [
	...new Set(candidates.map(({word}) => word.slice(0, word.indexOf(':') + 1))),
];

/** What all of them begin with; they are in the order of their characters. */
const beginning = (words: readonly string[]): string => {
	const [first = '', last = ''] = [words[0], words.at(-1)];
	const end = Array.from(first).findIndex((character, at) => character !== last[at]);
	return end === -1 ? first : first.slice(0, end);
};

/** One beginning for each character by which they first differ, as long as those of that character share it. */
const branches = (candidates: readonly Candidate[]): readonly string[] => {
	const words = candidates.map(({word}) => word).sort();
	const shared = beginning(words).length;
	return Array.from(Map.groupBy(words, word => word[shared]).values(), branch => beginning(branch));
};

/** Of too many ids how they begin, behind which is typed on: their kinds, then the characters of one kind. */
const heads = (typed: string, candidates: readonly Candidate[]): readonly string[] =>
	typed.includes(':') ? branches(candidates) : kinds(candidates);

const linesFor = async (wanted: WordWanted): Promise<readonly string[]> => {
	const {typed, before, of} = wanted;
	const fitting = (await candidatesFor(wanted)).filter(({word}) => word.startsWith(typed));
	const names = of === 'file' ? [':files'] : of === 'folder' ? [':folders'] : [];
	if (fitting.length > MOST && of === 'record') {
		return [...heads(typed, fitting).map(head => before + head), ':open'];
	}

	return [
		...fitting.map(({word, about}) => `${before}${word}${about === '' ? '' : `\t${about}`}`),
		...names,
	];
};

/**
Answers the scripts of shells: what the word with the cursor can be, a line each. Whatever is wrong with
what is typed, or with the dossier that it names, there is nothing to offer and nothing is said.

@param argv - The place of that word, from 0, then all words behind the name of the program.
*/
export const complete = async (host: Host, argv: readonly string[]): Promise<ExitCode> => {
	const [index = '', ...words] = argv;
	try {
		const wanted = wordWanted(words, Number(index));
		const lines = await linesFor({
			...wanted,
			// Where the line names none, its command would take the one that is set.
			dossier: wanted.dossier || settingsOf(host.env).dossier,
		});
		return await writeOut(host, lines.map(line => `${line}\n`).join(''));
	} catch {
		return 1;
	}
};
