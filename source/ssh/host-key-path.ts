import {join} from 'node:path';
import type {Environment} from '../terminal/capabilities.ts';
import {stateFolder} from '../terminal/state-folder.ts';

/**
Where the host key is kept: `ssh_host_ed25519_key` in `stateFolder`.

@returns Nothing for somebody without a home.
*/
export const hostKeyPath = (env: Environment): string | undefined => {
	const folder = stateFolder(env);
	return folder === undefined ? undefined : join(folder, 'ssh_host_ed25519_key');
};
