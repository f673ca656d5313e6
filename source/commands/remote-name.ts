import {EXPORT} from './export-spec.ts';
import {LIST} from './list-spec.ts';
import {SEARCH} from './search-spec.ts';
import {SHOW} from './show-spec.ts';

/** What can be run over SSH: it reads the report that is served, and nothing else. */
export const REMOTE_SPECS = [LIST, SHOW, SEARCH, EXPORT] as const;

export type RemoteName = (typeof REMOTE_SPECS)[number]['name'];

export const isRemoteName = (word: string | undefined): word is RemoteName =>
	REMOTE_SPECS.some(({name}) => name === word);

/** The words without the name of the program, which some are used to. */
export const withoutProgram = (words: readonly string[]): readonly string[] =>
	words[0] === 'libya-tui' ? words.slice(1) : words;

const isAboutItself = (word: string): boolean => /^(?:-[hv]|--help|--version|help)$/.test(word);

/** What the log calls a command line: its first word where that is known, and nothing else of it. */
export const remoteNameOf = (line: readonly string[]): string => {
	const [name] = withoutProgram(line);
	if (name === undefined) {
		return 'digest';
	}

	return isRemoteName(name) || isAboutItself(name) ? name : 'unknown';
};
