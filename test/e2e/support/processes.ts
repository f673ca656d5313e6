import {readFileSync} from 'node:fs';

/** Whether a process is there and not a zombie, which stays where nobody reaps orphans. Linux only. */
export const isRunning = (pid: number): boolean => {
	try {
		const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
		return stat.slice(stat.lastIndexOf(')') + 2, stat.lastIndexOf(')') + 3) !== 'Z';
	} catch {
		return false;
	}
};
