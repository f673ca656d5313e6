import type {CommandSpec} from './command-spec.ts';

export const SHELLS = ['bash', 'zsh', 'fish'] as const;

export const COMPLETION = {
	name: 'completion',
	about: 'the Tab key of your shell',
	words: [{name: 'SHELL', of: SHELLS, about: 'what the script is for'}],
	options: [],
	notes: [
		'It prints a script, which completes commands, options, what they can be, files, and the ids of the records of the dossier on the line.',
		'In bash: put the first example into ~/.bashrc. In zsh: put the second into ~/.zshrc, after compinit. In fish: run the third.',
	],
	examples: [
		'source <(libya-tui completion bash)',
		'source <(libya-tui completion zsh)',
		'libya-tui completion fish > ~/.config/fish/completions/libya-tui.fish',
	],
} as const satisfies CommandSpec;
