import type {CommandSpec} from './command-spec.ts';

export const LIST = {
	name: 'list',
	about: 'the records of one kind',
	words: [
		{name: 'LIST', of: ['marks'], about: 'what to list'},
		{
			name: 'DOSSIER',
			of: 'file',
			isOptional: true,
			about: 'a dossier; without it the report that comes with the program',
		},
	],
	options: [
		{name: 'json', about: 'a JSON array; of marks: record, kind, title, note and citation'},
	],
	notes: [
		'marks are the records that you marked, in the order in which you marked them: id, title and note.',
	],
	examples: ["libya-tui list marks --json | jq -r '.[].record'"],
} as const satisfies CommandSpec;
