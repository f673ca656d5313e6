/*
What the manual page tells besides the commands, their options and the keys, which tell of themselves.
*/

/** A name and what it is, in whole sentences or a phrase. */
type Entry = readonly [name: string, about: string];

export const DESCRIPTION: readonly string[] = [
	'A dossier is one JSON document that holds what one report says: who acts, who holds which town on which day, who said what, and how sure it is. libya-tui shows it as a dashboard; every fact on the screen is one key from its evidence. A dossier of the report of 31 March 2011 is built in.',
	'What the report does not say is shown as not stated; what is inferred is marked as inferred; accounts that disagree stand side by side.',
	'Where standard input or output is no terminal a plain digest is printed instead of the dashboard. On a terminal that cannot place its cursor (TERM=dumb) lines of text are written.',
];

export const EXIT_CODES: readonly Entry[] = [
	['0', 'All went well, or whoever reads the output has seen enough of it.'],
	['1', 'The data is bad, something failed, or search found nothing.'],
	['2', 'The command line cannot be understood.'],
	['75', 'Over SSH: too many commands wait already.'],
	[
		'78',
		'serve: the host key, or the file of those who may log in, cannot be used as it is, or there is nowhere to keep a host key.',
	],
	['127', 'Over SSH: there is no such command.'],
	['130', 'It was ended with Ctrl-C.'],
];

export const ENVIRONMENT: readonly Entry[] = [
	['LC_ALL, LC_CTYPE, LANG', 'A locale that is not UTF-8 is written to in plain ASCII.'],
	['NO_COLOR', 'Anything: no colour.'],
	['FORCE_COLOR', 'From 0 to 3: none, 16 colours, 256, or 24 bits. Wins over NO_COLOR.'],
	['COLORTERM, TERM', 'What the terminal can show.'],
	[
		'LIBYA_TUI_THEME, LIBYA_TUI_DOSSIER, LIBYA_TUI_ASCII, LIBYA_TUI_SCREEN_READER',
		'As in the config, over which they go; options go over them. 0 turns off what the config turns on; an empty dossier is the built-in one.',
	],
	['XDG_CONFIG_HOME', 'Where the config is, else ~/.config.'],
	['XDG_STATE_HOME', 'Where marks and crash reports are kept, else ~/.local/state.'],
	['XDG_CACHE_HOME', 'Where the compiled program is kept, else ~/.cache.'],
];

export const FILES: readonly Entry[] = [
	[
		'~/.config/libya-tui/config.json',
		'JSON: theme; dossier, which is opened when none is named; ascii and screenReader, true or false; keys, by what they do. What is wrong in it is told of, and left out.',
	],
	['~/.local/state/libya-tui/marks/', 'The marks and notes on each dossier.'],
	['~/.local/state/libya-tui/crash-*.txt', 'What is known of a fault of the program.'],
	['~/.cache/libya-tui/', 'What makes the next start quicker. It may be deleted at any time.'],
];
