/*
A command as data. Its help, the completion of shells and the manual page are printed from this, and its
command line is read by it.
*/

/** What a word or the value of an option is; a list names all that it can be. */
export type Values = 'file' | 'folder' | 'record' | 'day' | 'text' | readonly string[];

/** Whether that names what is read or written. */
export const isPath = (of: Values | undefined): boolean => of === 'file' || of === 'folder';

/** A word of a command line that is no option. */
export interface WordSpec {
	/** In capitals, `DOSSIER`: it stands for the word in help and messages. */
	readonly name: string;
	readonly of: Values;
	/** Only the last words may be left out. */
	readonly isOptional?: boolean;
	/** A phrase; what a list names is put behind it. */
	readonly about: string;
}

export interface OptionSpec {
	/** Without dashes. One that begins with `no-` turns off what is on without it. */
	readonly name: string;
	/** A letter. */
	readonly short?: string;
	/** Absent: it is given or not. */
	readonly value?: {
		/** In capitals, `FILE`. */
		readonly name: string;
		readonly of: Values;
	};
	/** A phrase; what a list names is put behind it. */
	readonly about: string;
}

export interface CommandSpec {
	/** What is typed before it; absent: `libya-tui`. */
	readonly program?: string;
	/** Empty for the dashboard itself. */
	readonly name: string;
	/** A phrase. Of a command at most 25 characters, as two stand beside each other in the main help. */
	readonly about: string;
	/** In the order in which they are given. */
	readonly words: readonly WordSpec[];
	/** `--help` is everywhere and is not named here. */
	readonly options: readonly OptionSpec[];
	/** Paragraphs, each of whole sentences. */
	readonly notes: readonly string[];
	/** Command lines as they are typed. */
	readonly examples: readonly string[];
}

type Kept<Of extends Values> = Of extends readonly string[] ? Of[number] : string;

type InCamelCase<Name extends string> = Name extends `${infer Head}-${infer Tail}`
	? `${Head}${Capitalize<InCamelCase<Tail>>}`
	: Name;

type GivenOption<Option extends OptionSpec> = Option extends {value: {of: infer Of extends Values}}
	? Kept<Of> | undefined
	: boolean;

type GivenWord<Word extends WordSpec> =
	| Kept<Word['of']>
	| (Word extends {isOptional: true} ? undefined : never);

/**
What a command line gives to a command: a value for each word (`DOSSIER` as `dossier`) and for each option
(`--as-of` as `asOf`, `--no-color` as `noColor`).
*/
export type Given<Spec extends CommandSpec> = {
	readonly [Word in Spec['words'][number] as Lowercase<Word['name']>]: GivenWord<Word>;
} & {
	readonly [Option in Spec['options'][number] as InCamelCase<Option['name']>]: GivenOption<Option>;
};

/** A command as it is typed: `libya-tui list`. */
export const typedName = ({
	program = 'libya-tui',
	name,
}: Pick<CommandSpec, 'program' | 'name'>): string => (name === '' ? program : `${program} ${name}`);

/** A phrase and what a list names: `begin in a pane: actors, front`. */
export const aboutWith = (about: string, of: Values | undefined): string =>
	of === undefined || typeof of === 'string' ? about : `${about}: ${of.join(', ')}`;

const HELP: OptionSpec = {name: 'help', short: 'h', about: 'this page'};

/** Every option of a command as it may be given, `--help` behind its own. */
export const optionsOf = ({options}: Pick<CommandSpec, 'options'>): readonly OptionSpec[] => [
	...options,
	HELP,
];
