import {homedir} from 'node:os';
import {isAbsolute, join} from 'node:path';

/**
Where compiled code is kept: `$XDG_CACHE_HOME/libya-tui`, and under `~/.cache` where that is unset, empty
or relative.

@returns Nothing for somebody without a home.
*/
export const cacheFolder = ({XDG_CACHE_HOME = '', HOME}: NodeJS.ProcessEnv): string | undefined => {
	const folder = [XDG_CACHE_HOME, join(HOME || homedir(), '.cache')].find(isAbsolute);
	return folder === undefined ? undefined : join(folder, 'libya-tui');
};
