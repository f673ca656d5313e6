import {PANES} from '../state/panes.ts';
import {THEME_NAMES} from '../terminal/theme-names.ts';
import type {CommandSpec} from './command-spec.ts';

/** The program without a command. */
export const DASHBOARD = {
	name: '',
	about: 'a war report as a dashboard of actors, front-line towns and quotes',
	words: [
		{
			name: 'DOSSIER',
			of: 'file',
			isOptional: true,
			about: 'a report; else that of your settings, or built in; piped, a digest',
		},
	],
	options: [
		{
			name: 'article',
			value: {name: 'FILE', of: 'file'},
			about: 'the article it was drawn from, to read the evidence in it',
		},
		{name: 'pane', value: {name: 'PANE', of: PANES}, about: 'begin in a pane'},
		{
			name: 'as-of',
			value: {name: 'DAY', of: 'day'},
			about: 'show how things stood at the end of a day (2011-03-30)',
		},
		{name: 'theme', value: {name: 'THEME', of: THEME_NAMES}, about: 'colours'},
		{name: 'select', value: {name: 'ID', of: 'record'}, about: 'begin at a record'},
		{name: 'ascii', about: 'plain ASCII'},
		{name: 'no-color', about: 'no colour (NO_COLOR)'},
		{name: 'screen-reader', about: 'lines, no boxes'},
		{name: 'version', short: 'v', about: 'the version'},
	],
	notes: [],
	examples: ['libya-tui other-report.json --pane quotes --article other-report.txt'],
} as const satisfies CommandSpec;
