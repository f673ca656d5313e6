import path from 'node:path';
import {describe, expect, onTestFinished, test} from 'vitest';
import type {CommandLimits} from '../../source/commands/command-limits.ts';
import {type CommandPool, createCommandPool} from '../../source/commands/command-pool.ts';
import type {CommandTimes} from '../../source/commands/command-times.ts';
import {ARemote} from './support/a-remote.ts';

const PROGRAM = path.join(import.meta.dirname, 'support/command-thread.cjs');

const REPORT = {bytes: undefined, article: undefined};

const LIMITS: CommandLimits = {
	threads: 4,
	threadsOfAddress: 2,
	computing: 1,
	waiting: 8,
	waitingOfAddress: 4,
	memory: 64,
};

/** No reader is given up, and none is set aside, unless a test says so. */
const TIMES: CommandTimes = {
	kept: 60_000,
	patience: 20,
	aside: 60_000,
	stall: 60_000,
	lookAgain: 10,
};

const openPool = (
	limits: Partial<CommandLimits> = {},
	times: Partial<CommandTimes> = {},
): CommandPool => {
	const pool = createCommandPool(PROGRAM, {...LIMITS, ...limits}, {...TIMES, ...times});
	onTestFinished(pool.close);
	return pool;
};

const run = (pool: CommandPool, remote: ARemote, word: string): Promise<number> =>
	pool.perform(remote, [word], REPORT);

/** Which thread answers a new reader. */
const threadOf = async (pool: CommandPool, address = 'another'): Promise<string> => {
	const remote = new ARemote(address);
	expect(await run(pool, remote, 'which')).toBe(0);
	return remote.text;
};

describe('a thread', () => {
	test('runs one command after another', async () => {
		const pool = openPool();
		expect(await threadOf(pool)).toBe(await threadOf(pool));
	});

	test('that is not wanted for a while is let go', async () => {
		const pool = openPool({}, {kept: 1});
		const first = await threadOf(pool);
		await expect.poll(() => threadOf(pool)).not.toBe(first);
	});

	test('with a fault in it is not the next reader’s', async () => {
		const pool = openPool();
		await expect(run(pool, new ARemote('one'), 'fault')).rejects.toThrow('at fault');
		const next = new ARemote('two', {isStalled: true});
		const ended = run(pool, next, 'which');
		await expect.poll(() => next.isWaitedFor).toBe(true);
		next.readOn();
		expect(await ended).toBe(0);
		expect(next.text).toMatch(/^\d+$/);
	});

	test.each([
		['throws', 'throw', 'thrown'],
		['ends', 'leave', ''],
	])('that %s takes only its own reader with it', async (_, word, message) => {
		const pool = openPool();
		await expect(run(pool, new ARemote('one'), word)).rejects.toThrow(message);
		expect(await threadOf(pool)).toMatch(/^\d+$/);
	});

	test('that has ended with its command is replaced, and the next reader notices nothing', async () => {
		const pool = openPool();
		for (let count = 0; count < 5; count++) {
			expect(await run(pool, new ARemote('one'), 'last')).toBe(0);
			expect(await threadOf(pool)).toMatch(/^\d+$/);
		}
	});

	test('that cannot be started at all is a fault of each command, and no more', async () => {
		const pool = createCommandPool('/nowhere/at-all.cjs', LIMITS, TIMES);
		for (const address of ['one', 'two', 'three']) {
			await expect(run(pool, new ARemote(address), 'which')).rejects.toThrow('nowhere');
		}
	});

	test('that wants too much memory ends with its command, of which the reader is told', async () => {
		const pool = openPool();
		const greedy = new ARemote('one');
		expect(await run(pool, greedy, 'memory')).toBe(1);
		expect(greedy.givenUp).toBe('memory');
		expect(await threadOf(pool)).toMatch(/^\d+$/);
	});
});

describe('a reader who leaves', () => {
	test('while the command computes: it is ended, and the next one begins', async () => {
		const pool = openPool();
		const one = new ARemote('one');
		const ended = run(pool, one, 'compute');
		const next = threadOf(pool);
		await expect.poll(() => one.text).toBe('computing');
		one.leave();
		await expect(ended).rejects.toThrow();
		expect(await next).toMatch(/^\d+$/);
	});

	test('before a thread could be had: nothing is run', async () => {
		const pool = openPool();
		const one = new ARemote('one');
		const first = run(pool, one, 'compute');
		const two = new ARemote('two');
		const second = run(pool, two, 'which');
		two.leave();
		expect(await second).toBe(75);
		one.leave();
		await expect(first).rejects.toThrow();
		expect(two.text).toBe('');
	});

	test('in the moment in which it might begin: nothing is run, and no thread is held', async () => {
		const pool = openPool();
		const one = new ARemote('one');
		const ended = run(pool, one, 'compute');
		// It has been given its turn, of which it is yet to hear.
		one.leave();
		expect(await ended).toBe(75);
		expect(await threadOf(pool)).toMatch(/^\d+$/);
	});

	test('before it was asked for: nothing is run', async () => {
		const pool = openPool();
		const one = new ARemote('one');
		one.leave();
		expect(await run(pool, one, 'compute')).toBe(75);
		expect(await threadOf(pool)).toMatch(/^\d+$/);
	});
});

describe('a reader who takes nothing', () => {
	/** Readers who take nothing of what has been written for them. */
	const stall = async (pool: CommandPool, ...addresses: readonly string[]) => {
		const stalled: ARemote[] = [];
		for (const address of addresses) {
			const remote = new ARemote(address, {isStalled: true});
			run(pool, remote, 'which').catch(() => {});
			await expect.poll(() => remote.isWaitedFor).toBe(true);
			stalled.push(remote);
		}

		return stalled;
	};

	test('lets others compute meanwhile, and has all of it in the end', async () => {
		const pool = openPool({}, {aside: 1});
		const [slow] = await stall(pool, 'slow');
		expect(await threadOf(pool)).toMatch(/^\d+$/);
		slow?.readOn();
		await expect.poll(() => slow?.text).toMatch(/^\d+$/);
		expect(slow?.givenUp).toBeUndefined();
	});

	test('is given up where all threads are taken by such readers, of the greediest address first', async () => {
		const pool = openPool({}, {aside: 1, stall: 1});
		const stalled = await stall(pool, 'modest', 'greedy', 'greedy', 'other');
		expect(await threadOf(pool)).toMatch(/^\d+$/);
		expect(stalled.map(({givenUp}) => givenUp)).toEqual([
			undefined,
			'stalled',
			undefined,
			undefined,
		]);
	});

	test('is not given up for another address that has all it may have', async () => {
		const pool = openPool({}, {aside: 1, stall: 1});
		const stalled = await stall(pool, 'patient', 'patient', 'greedy', 'greedy');
		// It waits for one of its own to make room.
		expect(await threadOf(pool, 'greedy')).toMatch(/^\d+$/);
		expect(stalled.map(({givenUp}) => givenUp)).toEqual([
			undefined,
			undefined,
			'stalled',
			undefined,
		]);
	});

	test('is not given up where nobody waits', async () => {
		const pool = openPool({}, {aside: 1, stall: 1});
		const [slow] = await stall(pool, 'slow');
		for (let count = 0; count < 20; count++) {
			await threadOf(pool);
		}

		expect(slow?.givenUp).toBeUndefined();
	});
});

describe('turns', () => {
	/** Starts a command that computes until it is told to end. */
	const occupy = (pool: CommandPool, address: string): ARemote => {
		const remote = new ARemote(address);
		run(pool, remote, 'compute').catch(() => {});
		return remote;
	};

	/** The order in which these are answered, the first of which waits for what computes now. */
	const order = async (pool: CommandPool, addresses: readonly string[]): Promise<string[]> => {
		const answered: string[] = [];
		await Promise.all(
			addresses.map(async address => {
				await run(pool, new ARemote(address), 'which');
				answered.push(address);
			}),
		);
		return answered;
	};

	test('go to an address of which nothing computes before one of which something does', async () => {
		const pool = openPool({computing: 2});
		const busy = occupy(pool, 'busy');
		const other = occupy(pool, 'other');
		const answered = order(pool, ['busy', 'busy', 'third']);
		other.leave();
		expect((await answered)[0]).toBe('third');
		busy.leave();
	});

	test('more than may wait are sent away: in all, and of one address', async () => {
		const pool = openPool({waiting: 4, waitingOfAddress: 2});
		const busy = occupy(pool, 'busy');
		const codes = Promise.all(
			['a', 'a', 'a', 'b', 'b', 'c'].map(address => run(pool, new ARemote(address), 'which')),
		);
		busy.leave();
		expect(await codes).toEqual([0, 0, 75, 0, 0, 75]);
	});

	test('no more threads are had than there may be, however many begin at once', async () => {
		const pool = openPool({threads: 2, threadsOfAddress: 2, computing: 4});
		const threads = await Promise.all(['a', 'b', 'c', 'd'].map(address => threadOf(pool, address)));
		expect(new Set(threads).size).toBeLessThanOrEqual(2);
	});
});

test('when it closes all threads end, and what was run in them', async () => {
	const pool = openPool({computing: 2});
	const remotes = [new ARemote('one'), new ARemote('two')];
	const ended = Promise.allSettled(remotes.map(remote => run(pool, remote, 'compute')));
	await expect.poll(() => remotes.map(({text}) => text)).toEqual(['computing', 'computing']);
	pool.close();
	expect((await ended).map(({status}) => status)).toEqual(['rejected', 'rejected']);
});
