import type {CommandSpec} from './command-spec.ts';

export const VERIFY = {
	name: 'verify',
	about: 'a dossier and its article',
	words: [
		{
			name: 'DOSSIER',
			of: 'file',
			isOptional: true,
			about: 'a dossier, - for stdin; else the one of your settings, or built in',
		},
	],
	options: [
		{
			name: 'article',
			value: {name: 'FILE', of: 'file'},
			about: 'the article that it was drawn from, as UTF-8 text; needed',
		},
		{
			name: 'source',
			value: {name: 'ID', of: 'text'},
			about: 'which of its sources the article is, when its SHA-256 does not tell',
		},
		{name: 'json', about: 'a JSON object: what was counted, and every finding'},
	],
	notes: [
		'Holds every quote and every range of a dossier against the text: the SHA-256, the paragraphs, each quote word for word where it says it stands, each range inside its paragraph, and each quotation of the article in some record. What differs in typography alone is a warning; another edition is compared all the same.',
		'Of a quote in other words [-what the dossier has-] and {+what the article has+} are shown. Exit code 1: there is a fault.',
	],
	examples: [
		'libya-tui verify --article report.txt',
		'libya-tui verify mine.json --article mine.txt --json | jq .isProved',
	],
} as const satisfies CommandSpec;
