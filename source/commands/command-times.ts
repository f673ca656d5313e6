/** How long commands of readers are waited for, all in milliseconds. */
export interface CommandTimes {
	/** For the next command, by a thread that has done one. */
	readonly kept: number;
	/** For a command to end by itself whose reader has gone. */
	readonly patience: number;
	/** For a reader who takes nothing, before another command may compute. */
	readonly aside: number;
	/** For a reader who takes nothing, where others wait for a thread. */
	readonly stall: number;
	/** From one look at whether that is so to the next. */
	readonly lookAgain: number;
}

export const COMMAND_TIMES: CommandTimes = {
	kept: 60_000,
	patience: 1000,
	aside: 500,
	stall: 30_000,
	lookAgain: 2000,
};
