import {LIST_NAMES} from '../formats/list-names.ts';
import type {CommandSpec} from './command-spec.ts';

export const LIST = {
	name: 'list',
	about: 'the records of one kind',
	words: [
		{name: 'LIST', of: [...LIST_NAMES, 'marks'], about: 'what to list'},
		{
			name: 'DOSSIER',
			of: 'file',
			isOptional: true,
			about: 'a dossier; else the one of your settings, or the built-in report',
		},
	],
	options: [
		{
			name: 'filter',
			value: {name: 'TEXT', of: 'text'},
			about: 'only those with these words; !word leaves out',
		},
		{
			name: 'as-of',
			value: {name: 'DAY', of: 'day'},
			about: 'control and sides at the end of a day (2011-03-30)',
		},
		{
			name: 'format',
			value: {name: 'FORMAT', of: ['table', 'json', 'csv', 'markdown']},
			about: 'how',
		},
		{name: 'json', about: 'the same as --format json'},
	],
	notes: [
		'A table fits the terminal, and is whole in a pipe. JSON and CSV have every field: null and "not stated" are what the report does not say. marks are the records that you marked, with your notes.',
	],
	examples: [
		'libya-tui list towns --as-of 2011-03-30',
		"libya-tui list quotes --json | jq -r '.[].speakerName'",
		'libya-tui list events other-report.json --format csv > events.csv',
	],
} as const satisfies CommandSpec;
