import {expect, test} from 'vitest';
import {commandLimits} from '../../source/commands/command-limits.ts';

const GIBIBYTE = 1024 ** 3;

const limitsOf = (changes: Partial<Parameters<typeof commandLimits>[0]> = {}, gibibytes = 8) =>
	commandLimits({maxCommands: 8, maxPerAddress: 10, workers: 1, ...changes}, gibibytes * GIBIBYTE);

test('no address has more than half of the threads, or of the queue', () => {
	expect(limitsOf({maxPerAddress: 1000})).toMatchObject({
		threads: 8,
		threadsOfAddress: 4,
		waiting: 64,
		waitingOfAddress: 32,
	});
});

test('no address has more of either than it may have connections', () => {
	expect(limitsOf({maxPerAddress: 2})).toMatchObject({threadsOfAddress: 2, waitingOfAddress: 2});
});

test('one command at a time is what is asked for, and can be had', () => {
	expect(limitsOf({maxCommands: 1, maxPerAddress: 1})).toMatchObject({
		threads: 1,
		threadsOfAddress: 1,
		computing: 1,
		waiting: 8,
		waitingOfAddress: 1,
	});
});

test('all threads of all processes together have half of the memory', () => {
	expect(limitsOf({}, 8).memory).toBe(512);
	expect(limitsOf({workers: 4}, 8).memory).toBe(128);
	expect(limitsOf({maxCommands: 2}, 1).memory).toBe(256);
});

test('a thread has enough for the built-in report, and no more than any is known to need', () => {
	expect(limitsOf({}, 0.25).memory).toBe(64);
	expect(limitsOf({maxCommands: 1}, 64).memory).toBe(2048);
});
