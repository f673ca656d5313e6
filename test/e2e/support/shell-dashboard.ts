import type {Shell} from '../../support/shell.ts';
import {builtCommandLine} from '../../support/shell.ts';
import {FIRST_FRAME} from './dashboard.ts';

/** Starts the built program in a shell, and waits for its first frame. @returns Its process id. */
export const startDashboard = async (shell: Shell, ...args: readonly string[]): Promise<number> => {
	const from = shell.output().length;
	shell.start(`sh -c 'echo pid $$; exec "$@"' sh ${builtCommandLine(...args)}`);
	await shell.waitFor(() => shell.modes().alternateScreen, {label: 'the alternate screen'});
	await shell.waitFor(FIRST_FRAME);
	return Number(/^pid (\d+)/m.exec(shell.output().slice(from))?.[1]);
};
