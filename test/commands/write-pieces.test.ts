import {Writable} from 'node:stream';
import {describe, expect, test} from 'vitest';
import type {Host} from '../../source/commands/host.ts';
import {inLongPieces, writePieces} from '../../source/commands/write-pieces.ts';

/** A stdout whose reader takes a piece when it is told to. */
const openStdout = () => {
	const taken: string[] = [];
	let take: (error?: Error) => void = () => {};
	const stdout = new Writable({
		decodeStrings: false,
		write(piece: string, _encoding, done) {
			taken.push(piece);
			take = done;
		},
	});
	return {host: {stdout} as unknown as Host, taken, take: (error?: Error) => take(error)};
};

const pieceOf = (letter: string): string => letter.repeat(65_536);

describe('a long output', () => {
	test('is put together no faster than its reader takes it', async () => {
		let made = 0;
		function* pieces(): Generator<string> {
			for (const letter of 'abc') {
				made++;
				yield pieceOf(letter);
			}
		}

		const {host, taken, take} = openStdout();
		const writing = writePieces(host, pieces());
		for (const count of [1, 2, 3]) {
			await expect.poll(() => taken.length).toBe(count);
			expect(made).toBe(count);
			take();
		}

		expect(await writing).toBe(0);
		expect(taken.join('')).toBe([...'abc'].map(pieceOf).join(''));
	});

	test('ends quietly, and is not put together further, when its reader has gone', async () => {
		let made = 0;
		function* pieces(): Generator<string> {
			for (;;) {
				made++;
				yield pieceOf('a');
			}
		}

		const {host, taken, take} = openStdout();
		const writing = writePieces(host, pieces());
		await expect.poll(() => taken.length).toBe(1);
		take(Object.assign(new Error('write EPIPE'), {code: 'EPIPE'}));
		expect(await writing).toBe(0);
		expect(made).toBe(1);
	});

	test('that cannot be written says why', async () => {
		const {host, taken, take} = openStdout();
		const writing = writePieces(host, ['text']);
		await expect.poll(() => taken.length).toBe(1);
		take(Object.assign(new Error('no space left on device'), {code: 'ENOSPC'}));
		await expect(writing).rejects.toThrow('The output could not be written: no space left');
	});

	test('of many short pieces goes out in few long ones, whole', () => {
		const short = Array.from({length: 20_000}, (_, at) => `line ${at}\n`);
		const long = [...inLongPieces(short)];
		expect(long.join('')).toBe(short.join(''));
		expect(long.length).toBeLessThan(5);
		expect([...inLongPieces([])]).toEqual([]);
	});
});
