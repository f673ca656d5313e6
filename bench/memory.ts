import {setTimeout as wait} from 'node:timers/promises';
import type {Amounts} from './amounts.ts';
import {type Command, type Place, Program} from './program.ts';
import type {Progress} from './progress.ts';
import {COLUMNS, READY, ROWS, SCENES} from './script.ts';

/** ms without a byte after which the next key is pressed, where no times are taken. */
const HASTE = 4;

const STEPS = SCENES.flatMap(({steps}) => steps);

/** Back to the first at the end, from larger and smaller, wide and narrow layouts. */
const SIZES = [
	[100, 30],
	[80, 24],
	[160, 48],
	[COLUMNS, ROWS],
] as const;

/** Resident memory in MiB after so many of something. */
export type MemoryAfter = {readonly count: number; readonly residentMib: number};

/** Memory of the processes in the terminal, summed, in MiB. Without it, there is no /proc. */
export type MemoryFindings = {
	/** The script of keys once, at a reader's pace. */
	readonly reading: {
		readonly seconds: number;
		readonly keys: number;
		readonly residentMib: number | undefined;
		readonly peakMib: number | undefined;
	};
	/** In one program, as fast as it answers; the resizes after the keys. */
	readonly keys: readonly MemoryAfter[];
	readonly resizes: readonly MemoryAfter[];
};

const readAtLeisure = async (
	command: Command,
	place: Place,
	seconds: number,
): Promise<MemoryFindings['reading']> => {
	await using program = new Program(command, place);
	await program.start(READY);
	const began = performance.now();
	for (const [pressed, {key}] of STEPS.entries()) {
		const due = began + (pressed * seconds * 1000) / STEPS.length;
		await wait(Math.max(0, due - performance.now()));
		await program.press(key, HASTE);
	}

	const usage = program.usage();
	return {
		seconds,
		keys: STEPS.length,
		residentMib: usage?.residentMib,
		peakMib: usage?.peakMib,
	};
};

/** Does something as often as the last of the counts says, and looks at the memory after each. */
const afterEach = async (
	program: Program,
	counts: readonly number[],
	act: (time: number) => Promise<unknown>,
	told: (count: number) => void,
): Promise<readonly MemoryAfter[]> => {
	const found: MemoryAfter[] = [];
	let done = 0;
	for (const count of counts) {
		told(count);
		for (; done < count; done += 1) {
			await act(done);
		}

		const usage = program.usage();
		found.push(...(usage ? [{count, residentMib: usage.residentMib}] : []));
	}

	return found;
};

export const measureMemory = async (
	command: Command,
	place: Place,
	{readingSeconds, manyKeys, manyResizes}: Amounts,
	progress: Progress,
): Promise<MemoryFindings> => {
	progress(`reading for ${readingSeconds} s`);
	const reading = await readAtLeisure(command, place, readingSeconds);

	await using program = new Program(command, place);
	await program.start(READY);
	const keys = await afterEach(
		program,
		manyKeys,
		async time => program.press(STEPS[time % STEPS.length]?.key ?? '', HASTE),
		count => progress(`memory, up to ${count} keys`),
	);
	const resizes = await afterEach(
		program,
		manyResizes,
		async time => {
			const [columns, rows] = SIZES[time % SIZES.length] ?? [COLUMNS, ROWS];
			await program.resize(columns, rows, HASTE);
		},
		count => progress(`memory, up to ${count} resizes`),
	);
	return {reading, keys, resizes};
};
