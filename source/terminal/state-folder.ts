import {isAbsolute, join} from 'node:path';
import type {Environment} from './capabilities.ts';

/**
Where what is kept from one start to the next lies: `$XDG_STATE_HOME/libya-tui`, and under
`$HOME/.local/state` where that is unset, empty or relative.

@returns Nothing for somebody without a home.
*/
export const stateFolder = ({XDG_STATE_HOME = '', HOME = ''}: Environment): string | undefined => {
	const folder = [XDG_STATE_HOME, join(HOME, '.local', 'state')].find(isAbsolute);
	return folder === undefined ? undefined : join(folder, 'libya-tui');
};
