import {COMPLETION} from './completion-spec.ts';
import {EXPORT} from './export-spec.ts';
import {LIST} from './list-spec.ts';
import {MAN} from './man-spec.ts';
import {SEARCH} from './search-spec.ts';
import {SERVE} from './serve-spec.ts';
import {SHOW} from './show-spec.ts';
import {VALIDATE} from './validate-spec.ts';
import {VERIFY} from './verify-spec.ts';

/** Every command, in the order in which help lists them. Data alone: the start of the program reads it. */
export const COMMAND_SPECS = [
	LIST,
	SHOW,
	SEARCH,
	VALIDATE,
	VERIFY,
	EXPORT,
	SERVE,
	COMPLETION,
	MAN,
] as const;

/** What the scripts of shells ask with; no reader has to know of it. */
export const COMPLETE = '__complete';

export type CommandName = (typeof COMMAND_SPECS)[number]['name'] | typeof COMPLETE;

export const isCommandName = (word: string | undefined): word is CommandName =>
	word === COMPLETE || COMMAND_SPECS.some(({name}) => name === word);
