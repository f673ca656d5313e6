import {type CommandSpec, isPath} from './command-spec.ts';
import {isRemoteName, type RemoteName} from './remote-name.ts';

/** What is typed before a command there. */
const PROGRAM = 'ssh HOST';

interface Changes {
	readonly notes: readonly string[];
	readonly examples: readonly string[];
	/** What lists name that there is not there. */
	readonly missing?: readonly string[];
}

const CHANGES: Readonly<Record<RemoteName, Changes>> = {
	list: {
		notes: [
			'A table fits the terminal that ssh -t gives it, and is whole without one. JSON and CSV have every field: null and "not stated" are what the report does not say.',
		],
		examples: [
			'ssh HOST list towns --as-of 2011-03-30',
			"ssh HOST list quotes --json | jq -r '.[].speakerName'",
			'ssh HOST list events --format csv > events.csv',
		],
		// None are kept there.
		missing: ['marks'],
	},
	show: {
		notes: [
			'It tells what is known, who says so and how sure, where that stands, and the ids of the records it leads to. Characters of a paragraph count from 0, the end not included.',
		],
		examples: [
			'ssh HOST show place:brega --as-of 2011-03-30',
			"ssh HOST show quote:own-free-will --json | jq -r '.citation'",
		],
	},
	search: {
		notes: [
			'It looks through all texts of all records: names, words, summaries, notes. Small letters match any case. Several words are one TEXT in quotation marks, within others that your own shell takes away. Actors come first, then places, tensions, events, quotes, claims, steps of the story and ties; of each kind those whose titles have the words. It ends with 1 when nothing has them.',
		],
		examples: [
			'ssh HOST search benghazi',
			`ssh HOST "search 'koussa !immunity'"`,
			"ssh HOST search oil --json | jq -r '.[].id'",
		],
	},
	export: {
		notes: ['It is written to stdout. csv is a file for each kind, of which --kind names one.'],
		examples: [
			'ssh HOST export --format html > report.html',
			'ssh HOST export --format csv --kind towns > towns.csv',
		],
	},
};

/** A command as it is where it runs over SSH: on the report that is served there, without any file. */
export const remoteSpec = (spec: CommandSpec): CommandSpec => {
	const {
		notes,
		examples,
		missing = [],
	}: Changes = isRemoteName(spec.name) ? CHANGES[spec.name] : spec;
	const words = spec.words
		.filter(({of}) => !isPath(of))
		.map(word => ({
			...word,
			of: typeof word.of === 'string' ? word.of : word.of.filter(value => !missing.includes(value)),
		}));
	return {
		...spec,
		program: PROGRAM,
		words,
		options: spec.options.filter(({value}) => !isPath(value?.of)),
		notes,
		examples,
	};
};
