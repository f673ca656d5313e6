import type {ServedProgram} from './served-program.ts';

/** How both sides were at work, as shares of the time; of one core, so more than 1 where several threads worked. */
export type Busyness = {
	/** Absent where there is no /proc, as the next. */
	readonly server: number | undefined;
	/** How much of the time the server could have worked and others did. */
	readonly waited: number | undefined;
	/** All clients together, which are one process. */
	readonly clients: number;
	readonly seconds: number;
};

/** Begins to watch. @returns What tells how busy both were since. */
export const watchBusyness = (server: ServedProgram): (() => Busyness) => {
	const began = performance.now();
	const own = process.cpuUsage();
	const before = server.usage();
	return () => {
		const took = performance.now() - began;
		const {user, system} = process.cpuUsage(own);
		const after = server.usage();
		return {
			server: before && after && (after.cpu - before.cpu) / took,
			waited: before && after && (after.waited - before.waited) / took,
			clients: (user + system) / 1000 / took,
			seconds: took / 1000,
		};
	};
};
