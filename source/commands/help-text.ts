import {wrappedSimple} from '../terminal/simple-wrap.ts';
import {
	aboutWith,
	type CommandSpec,
	type OptionSpec,
	optionsOf,
	typedName,
} from './command-spec.ts';

/** As wide as a text can be on 80 columns with no terminal breaking it. */
const COLUMNS = 79;

/** Where the second of two short entries begins. */
const MIDDLE = 41;

type Entry = readonly [label: string, about: string];

/** An option as help shows it: `-o, --output FILE`. */
const optionLabel = ({name, short, value}: OptionSpec): string =>
	`${short === undefined ? '' : `-${short}, `}--${name}${value === undefined ? '' : ` ${value.name}`}`;

/**
Labels under each other with what they mean.

@param isDense - Two short entries that follow each other share a line.
*/
const entryLines = (entries: readonly Entry[], isDense = false): readonly string[] => {
	const column = 2 + Math.max(0, ...entries.map(([label]) => label.length)) + 2;
	const startOf = ([label]: Entry): string => `  ${label}`.padEnd(column);
	const isShort = ([, about]: Entry): boolean => column + about.length <= MIDDLE - 2;
	const lines: string[] = [];
	for (let at = 0; at < entries.length; at++) {
		const entry = entries[at] as Entry;
		const next = entries[at + 1];
		if (isDense && next !== undefined && isShort(entry) && isShort(next)) {
			const left = `${startOf(entry)}${entry[1]}`.padEnd(MIDDLE - 2);
			lines.push(`${left}${startOf(next)}${next[1]}`);
			at++;
			continue;
		}

		const [first = '', ...more] = wrappedSimple(entry[1], COLUMNS - column);
		lines.push(
			`${startOf(entry)}${first}`.trimEnd(),
			...more.map(line => `${' '.repeat(column)}${line}`),
		);
	}

	return lines;
};

/** What is typed, words and all: `libya-tui list LIST [DOSSIER] [options]`. */
const usageOf = (spec: CommandSpec): string =>
	[
		typedName(spec),
		...spec.words.map(({name, isOptional}) => (isOptional ? `[${name}]` : name)),
		'[options]',
	].join(' ');

const section = (heading: string, lines: readonly string[]): readonly string[] =>
	lines.length === 0 ? [] : ['', heading, ...lines];

/**
The help of a command, which fits a screen of 80×24.

@param commands - Those that it has, for the program itself; two of them share a line, or two options.
*/
export const helpText = (spec: CommandSpec, commands: readonly CommandSpec[] = []): string => {
	const isDense = commands.length > 0;
	return [
		`${typedName(spec)}: ${spec.about}`,
		'',
		`Usage: ${usageOf(spec)}`,
		...entryLines(spec.words.map(({name, of, about}) => [name, aboutWith(about, of)])),
		...spec.notes.flatMap(note => wrappedSimple(note, COLUMNS - 2).map(line => `  ${line}`)),
		...section(
			'Commands (libya-tui COMMAND --help tells of one)',
			entryLines(
				commands.map(({name, about}) => [name, about]),
				isDense,
			),
		),
		...section(
			'Options',
			entryLines(
				optionsOf(spec).map(option => [
					optionLabel(option),
					aboutWith(option.about, option.value?.of),
				]),
				isDense,
			),
		),
		...section(
			spec.examples.length === 1 ? 'Example' : 'Examples',
			spec.examples.map(example => `  ${example}`),
		),
		'',
	].join('\n');
};
