import {isAbsolute, join} from 'node:path';
import type {Host} from './host.ts';

/**
Where a reader's settings are: `$XDG_CONFIG_HOME/libya-tui/config.json`, and under `$HOME/.config` where
that is unset, empty or relative.

@returns Nothing for somebody without a home.
*/
export const configPath = ({XDG_CONFIG_HOME = '', HOME = ''}: Host['env']): string | undefined => {
	const folder = [XDG_CONFIG_HOME, join(HOME, '.config')].find(isAbsolute);
	return folder === undefined ? undefined : join(folder, 'libya-tui', 'config.json');
};
