import process from 'node:process';

/** The clock of `performance`, without what else Node loads with it. */
export const performance = {
	now: (): number => Number(process.hrtime.bigint()) / 1e6,
};
