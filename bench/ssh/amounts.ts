/** How much of everything a run measures. */
export type Amounts = {
	/** Idle sessions, ascending. */
	readonly idle: readonly number[];
	/** ms without a key before memory is looked at: a collector waits for quiet. */
	readonly settling: number;
	readonly idleSeconds: number;
	readonly readers: number;
	/** Seconds of reading that do not count: code that has just begun to run is slow. */
	readonly warmUpSeconds: number;
	readonly readingSeconds: number;
	readonly handshakes: number;
	/** Of clients that come one after another. */
	readonly handshakesInTurn: number;
	readonly firstFrames: number;
	readonly departures: number;
	/** The same before the memory that they are held against is looked at. */
	readonly departuresBefore: number;
	readonly shutDownSessions: number;
};

/** Twenty minutes or so. */
export const FULL: Amounts = {
	idle: [50, 200, 500],
	settling: 15_000,
	idleSeconds: 30,
	readers: 200,
	warmUpSeconds: 15,
	readingSeconds: 60,
	handshakes: 2000,
	handshakesInTurn: 500,
	firstFrames: 500,
	departures: 10_000,
	departuresBefore: 1000,
	shutDownSessions: 200,
};

/** Five minutes. */
export const QUICK: Amounts = {
	...FULL,
	idleSeconds: 5,
	warmUpSeconds: 5,
	readingSeconds: 15,
	handshakes: 500,
	firstFrames: 150,
	departures: 600,
	departuresBefore: 300,
};
