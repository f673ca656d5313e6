import type {Environment} from '../terminal/capabilities.ts';

/** Terminals that are older than UTF-8. */
const OLD = /^(?:vt\d|ansi|cons25|sun|wyse|adm)/;

/**
An environment with a character set. Few clients send their locale, and nearly all of their terminals show
UTF-8; so a terminal that says nothing of it is taken to.
*/
export const withLocale = (environment: Environment): Environment => {
	const {LC_ALL, LC_CTYPE, LANG, TERM = ''} = environment;
	return LC_ALL || LC_CTYPE || LANG || OLD.test(TERM)
		? environment
		: {...environment, LANG: 'C.UTF-8'};
};
