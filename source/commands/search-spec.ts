import type {CommandSpec} from './command-spec.ts';

export const SEARCH = {
	name: 'search',
	about: 'the records with words',
	words: [
		{name: 'TEXT', of: 'text', about: 'words, all of them wanted; !word leaves out'},
		{
			name: 'DOSSIER',
			of: 'file',
			isOptional: true,
			about: 'a dossier; else the one of your settings, or the built-in report',
		},
	],
	options: [{name: 'json', about: 'a JSON array of id, kind, title, found: [{field, text}]'}],
	notes: [
		'It looks through all texts of all records: names, words, summaries, notes. Small letters match any case. Several words are one TEXT in quotation marks. Actors come first, then places, tensions, events, quotes, claims, steps of the story and ties; of each kind those whose titles have the words. It ends with 1 when nothing has them.',
	],
	examples: [
		'libya-tui search benghazi',
		"libya-tui search 'koussa !immunity' other-report.json",
		"libya-tui search oil --json | jq -r '.[].id'",
	],
} as const satisfies CommandSpec;
