import {type CommandSpec, optionsOf, type Values} from './command-spec.ts';
import {COMMAND_SPECS} from './command-specs.ts';
import {DASHBOARD} from './dashboard-spec.ts';

/** What may stand where the cursor is. */
export interface WordWanted {
	/** What is typed of it; of `--format=c` what stands behind the sign. */
	readonly typed: string;
	/** Stands before it in the same word: `--format=`. */
	readonly before: string;
	readonly candidates: readonly {readonly word: string; readonly about: string}[];
	/** Absent: nothing besides the candidates. */
	readonly of?: Values;
	/** The dossier that is named on the line. */
	readonly dossier: string | undefined;
}

interface ReadSoFar {
	/** Words that are no options. */
	readonly words: readonly string[];
	readonly options: ReadonlySet<string>;
	/** The option whose value comes next. */
	readonly open: string | undefined;
	/** Behind `--` all are words. */
	readonly isEnded: boolean;
}

const optionTyped = ({options}: CommandSpec, typed: string) =>
	optionsOf({options}).find(({name, short}) => typed === `--${name}` || typed === `-${short}`);

const readSoFar = (spec: CommandSpec, typed: readonly string[]): ReadSoFar => {
	const words: string[] = [];
	const options = new Set<string>();
	let open: string | undefined;
	let isEnded = false;
	for (const word of typed) {
		if (isEnded || !word.startsWith('-') || word === '-') {
			if (open === undefined) {
				words.push(word);
			}

			open = undefined;
			continue;
		}

		isEnded = word === '--';
		const option = optionTyped(spec, word.replace(/=.*$/s, ''));
		open = option?.value !== undefined && !word.includes('=') ? option.name : undefined;
		if (option !== undefined) {
			options.add(option.name);
		}
	}

	return {words, options, open, isEnded};
};

/** The dossier among the words of a line, those behind the cursor too. */
const dossierOn = (spec: CommandSpec, words: readonly string[]): string | undefined => {
	const at = spec.words.findIndex(({name}) => name === 'DOSSIER');
	return at === -1 ? undefined : words[at];
};

/**
What the word at `index` of a command line can be.

@param typed - The words behind the name of the program, the one with the cursor too.
*/
export const wordWanted = (typed: readonly string[], index: number): WordWanted => {
	const command: CommandSpec | undefined =
		index === 0 ? undefined : COMMAND_SPECS.find(({name}) => name === typed[0]);
	const spec: CommandSpec = command ?? DASHBOARD;
	const from = command === undefined ? 0 : 1;
	const current = typed[index] ?? '';
	const {words, options, open, isEnded} = readSoFar(spec, typed.slice(from, index));
	const later = readSoFar(spec, typed.slice(index + 1)).words;
	const known = {typed: current, before: '', candidates: []};
	const valuesOf = (name: string): Values | undefined => optionTyped(spec, `--${name}`)?.value?.of;
	if (open !== undefined) {
		const of = valuesOf(open);
		const dossier = dossierOn(spec, [...words, ...later]);
		return {...known, dossier, ...(of === undefined ? {} : {of})};
	}

	const [, option] = isEnded ? [] : (/^--([^=]+)=/.exec(current) ?? []);
	if (option !== undefined) {
		const of = valuesOf(option);
		const before = `--${option}=`;
		return {
			...known,
			before,
			typed: current.slice(before.length),
			dossier: dossierOn(spec, [...words, ...later]),
			...(of === undefined ? {} : {of}),
		};
	}

	const dossier = dossierOn(spec, [...words, current, ...later]);
	const wanted = spec.words[words.length];
	if ((current.startsWith('-') && !isEnded) || (wanted === undefined && current === '')) {
		return {
			...known,
			dossier,
			candidates: optionsOf(spec)
				.filter(({name}) => !options.has(name))
				.map(({name, about}) => ({word: `--${name}`, about})),
		};
	}

	return {
		...known,
		dossier,
		candidates:
			index === 0
				? (COMMAND_SPECS as readonly CommandSpec[]).map(({name, about}) => ({word: name, about}))
				: [],
		...(wanted === undefined ? {} : {of: wanted.of}),
	};
};
