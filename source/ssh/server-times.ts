/** How long a server is patient, all in milliseconds. */
export interface ServerTimes {
	/** From connecting to being logged in. */
	readonly grace: number;
	/** For a connection in which nothing runs. */
	readonly unused: number;
	/** For a client that takes nothing of what it is sent. */
	readonly stall: number;
	/** From one exchange of keys to the next. */
	readonly rekey: number;
	/** For a client to close a connection that the server has ended. */
	readonly linger: number;
}

export const SERVER_TIMES: ServerTimes = {
	grace: 10_000,
	unused: 10_000,
	stall: 30_000,
	rekey: 3_600_000,
	linger: 500,
};
