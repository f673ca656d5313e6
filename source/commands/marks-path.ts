import {isAbsolute, join} from 'node:path';
import type {Host} from './host.ts';

/**
Where the marks on a dossier are kept: `$XDG_STATE_HOME/libya-tui/marks/<id>.json`, and under
`$HOME/.local/state` where that is unset, empty or relative.

@returns Nothing for somebody without a home.
*/
export const marksPath = (env: Host['env'], dossier: string): string | undefined => {
	const {XDG_STATE_HOME: state = '', HOME: home = ''} = env;
	const folder = [state, join(home, '.local', 'state')].find(isAbsolute);
	return folder === undefined ? undefined : join(folder, 'libya-tui', 'marks', `${dossier}.json`);
};
