import {lstat, rm} from 'node:fs/promises';
import {dirname} from 'node:path';
import {setTimeout} from 'node:timers/promises';
import {makeFolder} from '../terminal/make-folder.ts';
import {takeName} from './take-name.ts';

/** Milliseconds until a lock counts as left behind by a program that died with it. */
const LONGEST = 5000;

/** Milliseconds until it is tried again. */
const PAUSE = 5;

/** One from the future too: it would not grow old for as long as the clocks differ. */
const isLeftBehind = async (lock: string): Promise<boolean> => {
	try {
		return Math.abs(Date.now() - (await lstat(lock)).mtimeMs) > LONGEST;
	} catch {
		return false;
	}
};

/**
Takes away a lock that was left behind. Of all who wait for it one at a time looks and takes it away: another
might take away what the first has locked since.
*/
const takeAway = async (lock: string): Promise<void> => {
	const turn = `${lock}.turn`;
	if (!(await takeName(turn))) {
		if (await isLeftBehind(turn)) {
			await rm(turn, {force: true});
		}

		return;
	}

	try {
		if (await isLeftBehind(lock)) {
			await rm(lock, {force: true});
		}
	} finally {
		await rm(turn, {force: true});
	}
};

/** Waits for its turn; false: there can be no lock. */
const isLocked = async (lock: string): Promise<boolean> => {
	try {
		makeFolder(dirname(lock), 0o700);
		while (!(await takeName(lock))) {
			if (await isLeftBehind(lock)) {
				await takeAway(lock);
			}

			await setTimeout(PAUSE);
		}

		return true;
	} catch {
		return false;
	}
};

/**
Does something with a file while nobody else does, in whichever process. Where there can be no lock, as in
a folder that may not be written, it is done without one, and tells itself what is wrong there.
*/
export const whileLocked = async <Result>(
	path: string,
	task: () => Promise<Result>,
): Promise<Result> => {
	const lock = `${path}.lock`;
	const isOurs = await isLocked(lock);
	const begin = performance.now();
	try {
		return await task();
	} finally {
		// Held for longer it counts as left behind, and may be somebody else's by now.
		if (isOurs && performance.now() - begin < LONGEST) {
			// One that cannot be taken away is left behind.
			await rm(lock, {force: true}).catch(() => {});
		}
	}
};
