import type {CommandSpec} from './command-spec.ts';

export const MAN = {
	name: 'man',
	about: 'the manual page, as roff',
	words: [],
	options: [],
	notes: [
		'It holds every command, option and key, the environment, the files and the exit codes. A page kept as man1/libya-tui.1 in a folder of MANPATH is found by man libya-tui.',
	],
	examples: ['libya-tui man | man -l -', 'libya-tui man > ~/.local/share/man/man1/libya-tui.1'],
} as const satisfies CommandSpec;
