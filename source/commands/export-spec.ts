import {EXPORT_NAMES} from '../formats/export-names.ts';
import {LIST_NAMES} from '../formats/list-names.ts';
import type {CommandSpec} from './command-spec.ts';

export const EXPORT = {
	name: 'export',
	about: 'a dossier for other tools',
	words: [
		{
			name: 'DOSSIER',
			of: 'file',
			isOptional: true,
			about: 'a dossier; else the one of your settings, or the built-in report',
		},
	],
	options: [
		{name: 'format', value: {name: 'FORMAT', of: EXPORT_NAMES}, about: 'as what'},
		{
			name: 'output',
			short: 'o',
			value: {name: 'PATH', of: 'file'},
			about: 'a file, for csv a folder; - or nothing is stdout',
		},
		{
			name: 'as-of',
			value: {name: 'DAY', of: 'day'},
			about: 'control and sides at the end of a day; else the last',
		},
		{name: 'kind', value: {name: 'KIND', of: LIST_NAMES}, about: 'one kind, for csv'},
		{
			name: 'article',
			value: {name: 'FILE', of: 'file'},
			about: 'for annotations with positions in the whole article',
		},
	],
	notes: ['A file is written whole or not at all, over one that is there; folders are made.'],
	examples: [
		'libya-tui export --format geojson --as-of 2011-03-30 -o front.geojson',
		'libya-tui export --format csv -o tables',
		'libya-tui export other-report.json --format ftm -o entities.ftm.json',
	],
} as const satisfies CommandSpec;
