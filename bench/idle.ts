import {type Command, type Place, Program} from './program.ts';
import type {Progress} from './progress.ts';
import {READY} from './script.ts';

/** ms after the last key. A bare Node, too, still tidies up about ten seconds after its start. */
const SETTLING = 12_000;

/** What a program does of its own accord while nobody presses a key. */
export type IdleFindings = {
	readonly seconds: number;
	readonly bytes: number;
	/** Processor time of all threads, in ms. This and the next two are missing without /proc. */
	readonly cpu: number | undefined;
	/**
	How often the main thread woke and went to sleep again: its voluntary context switches. A timer
	cannot be seen from outside, but each time it comes due is one of these.
	*/
	readonly wakes: number | undefined;
	/** The same for all threads: the main one, and those of the JavaScript engine and of libuv. */
	readonly allWakes: number | undefined;
};

export const measureIdle = async (
	command: Command,
	place: Place,
	seconds: number,
	progress: Progress,
): Promise<IdleFindings> => {
	progress('idle');
	await using program = new Program(command, place);
	await program.start(READY);
	// After a key there may be a timer that was not there at the start.
	for (const key of ['down', 'up', 'enter', 'backspace']) {
		await program.press(key);
	}

	await program.leaveAlone(SETTLING);
	const before = program.usage();
	const bytes = await program.leaveAlone(seconds * 1000);
	const after = program.usage();
	return {
		seconds,
		bytes,
		cpu: before && after && after.cpu - before.cpu,
		wakes: before && after && after.mainSleeps - before.mainSleeps,
		allWakes: before && after && after.sleeps - before.sleeps,
	};
};
