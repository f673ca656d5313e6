import type {Environment} from '../terminal/capabilities.ts';

/**
What a client may set: what tells of its terminal and its reader's wishes. Nothing that names a file of the
server's, as LIBYA_TUI_DOSSIER would; and TERM comes with the terminal.
*/
const ALLOWED =
	/^(?:LANG|LC_[A-Z]{1,20}|NO_COLOR|FORCE_COLOR|COLORTERM|TERM_PROGRAM|LIBYA_TUI_(?:THEME|ASCII|SCREEN_READER))$/;

const MOST_VARIABLES = 32;
const MOST_CHARACTERS = 128;

const PRINTABLE = /^[\x20-\x7e]*$/;

const isFit = (value: string): boolean => value.length <= MOST_CHARACTERS && PRINTABLE.test(value);

/**
The environment with one variable more, or with another value for it.

@returns Nothing for one that a client may not set, so that it is refused.
*/
export const withVariable = (
	environment: Environment,
	name: string,
	value: string,
): Environment | undefined => {
	const isAllowed = ALLOWED.test(name) && isFit(value);
	const changed = {...environment, [name]: value};
	return isAllowed && Object.keys(changed).length <= MOST_VARIABLES ? changed : undefined;
};

/**
The environment of a session.

@param term - What its terminal says it is; absent: it has none. What cannot be a name is none either.
*/
export const withTerminal = (environment: Environment, term: string | undefined): Environment => ({
	...environment,
	TERM: term !== undefined && isFit(term) ? term : undefined,
});
