import {homedir} from 'node:os';
import {isAbsolute, join} from 'node:path';

/** By the list of users; nothing for somebody who is not on it, in a container for instance. */
const listedHome = (home: () => string): string => {
	try {
		return home();
	} catch {
		return '';
	}
};

/**
Where compiled code is kept: `$XDG_CACHE_HOME/libya-tui`, and under `~/.cache` where that is unset, empty
or relative.

@param home - Asked where `$HOME` says nothing; throws where nobody knows.
@returns Nothing for somebody without a home.
*/
export const cacheFolder = (
	{XDG_CACHE_HOME = '', HOME}: NodeJS.ProcessEnv,
	home: () => string = homedir,
): string | undefined => {
	const folder = [XDG_CACHE_HOME, join(HOME || listedHome(home), '.cache')].find(isAbsolute);
	return folder === undefined ? undefined : join(folder, 'libya-tui');
};
