import {EXPORT} from './export-spec.ts';
import {LIST} from './list-spec.ts';
import {SEARCH} from './search-spec.ts';
import {SHOW} from './show-spec.ts';
import {VALIDATE} from './validate-spec.ts';

/** Every command, in the order in which help lists them. Data alone: the start of the program reads it. */
export const COMMAND_SPECS = [LIST, SHOW, SEARCH, VALIDATE, EXPORT] as const;

export type CommandName = (typeof COMMAND_SPECS)[number]['name'];

export const isCommandName = (word: string | undefined): word is CommandName =>
	COMMAND_SPECS.some(({name}) => name === word);
