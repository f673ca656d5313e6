/** How much of everything a run measures. Lists of counts ascend. */
export type Amounts = {
	/** Starts of each program, in turn. */
	readonly startRounds: number;
	/** Times that the script of keys is read, each in a program of its own. */
	readonly keyRounds: number;
	/** Times that a key is held down all the way, and one back. */
	readonly holds: number;
	readonly idleSeconds: number;
	/** How long the script is read at a reader's pace. */
	readonly readingSeconds: number;
	/** Times that a dossier of 100,000 records is opened and read. */
	readonly scaleRounds: number;
	/** After how many keys, and then resizes, memory is looked at. */
	readonly manyKeys: readonly number[];
	readonly manyResizes: readonly number[];
};

/** Five minutes or six. */
export const FULL: Amounts = {
	startRounds: 20,
	keyRounds: 3,
	holds: 3,
	idleSeconds: 10,
	readingSeconds: 60,
	scaleRounds: 3,
	manyKeys: [1000, 5000, 10_000],
	manyResizes: [100, 1000],
};

/** One or two. */
export const QUICK: Amounts = {
	startRounds: 5,
	keyRounds: 1,
	holds: 1,
	idleSeconds: 3,
	readingSeconds: 10,
	scaleRounds: 1,
	manyKeys: [500, 1000, 1500],
	manyResizes: [20, 100],
};
