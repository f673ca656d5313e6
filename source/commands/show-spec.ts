import type {CommandSpec} from './command-spec.ts';

export const SHOW = {
	name: 'show',
	about: 'all there is on a record',
	words: [
		{name: 'ID', of: 'record', about: 'a record, such as actor:moussa-koussa'},
		{
			name: 'DOSSIER',
			of: 'file',
			isOptional: true,
			about: 'a dossier; else the one of your settings, or the built-in report',
		},
	],
	options: [
		{
			name: 'article',
			value: {name: 'FILE', of: 'file'},
			about: 'the article it was drawn from, to read the cited words',
		},
		{
			name: 'as-of',
			value: {name: 'DAY', of: 'day'},
			about: 'control and side at the end of a day (2011-03-30)',
		},
		{name: 'json', about: 'the record as JSON, with names, links and citation'},
	],
	notes: [
		'It tells what is known, who says so and how sure, where that stands, and the ids of the records it leads to. Characters of a paragraph count from 0, the end not included.',
	],
	examples: [
		'libya-tui show place:brega --as-of 2011-03-30',
		'libya-tui show claim:deal --article report.txt',
		"libya-tui show quote:own-free-will --json | jq -r '.citation'",
	],
} as const satisfies CommandSpec;
