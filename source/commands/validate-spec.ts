import type {CommandSpec} from './command-spec.ts';

export const VALIDATE = {
	name: 'validate',
	about: 'every fault of a dossier',
	words: [{name: 'DOSSIER', of: 'file', about: 'a dossier; - reads standard input'}],
	options: [{name: 'json', about: 'a JSON array of file, line, column, pointer and message'}],
	notes: [
		'A fault a line, as compilers write it: file, line, column, JSON Pointer and what is wrong. It ends with 1 when there is any.',
	],
	examples: [
		'libya-tui validate other-report.json',
		'vim -q <(libya-tui validate other-report.json)',
		'libya-tui validate - --json < other-report.json | jq length',
	],
} as const satisfies CommandSpec;
