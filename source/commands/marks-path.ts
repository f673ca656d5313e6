import {join} from 'node:path';
import {stateFolder} from '../terminal/state-folder.ts';
import type {Host} from './host.ts';

/**
Where the marks on a dossier are kept: `marks/<id>.json` in `stateFolder`.

@returns Nothing for somebody without a home.
*/
export const marksPath = (env: Host['env'], dossier: string): string | undefined => {
	const folder = stateFolder(env);
	return folder === undefined ? undefined : join(folder, 'marks', `${dossier}.json`);
};
