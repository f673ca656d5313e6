import {Writable} from 'node:stream';
import {expect, test} from 'vitest';
import type {Host} from '../../source/commands/host.ts';
import {writeOut} from '../../source/commands/write-out.ts';

const fault = (code: string): Error => Object.assign(new Error(`${code}: of the system`), {code});

const openHost = (writeDirectly: Host['writeDirectly'], failure?: Error) => {
	const taken: Buffer[] = [];
	const stdout = new Writable({
		write(piece: Buffer, _encoding, done) {
			taken.push(piece);
			done(failure);
		},
	});
	return {
		host: {stdout, ...(writeDirectly && {writeDirectly})} as unknown as Host,
		streamed: () => Buffer.concat(taken).toString(),
	};
};

test('what is taken at once does not go to the stream as well', async () => {
	const {host, streamed} = openHost(() => undefined);
	expect(await writeOut(host, 'text')).toBe(0);
	expect(streamed()).toBe('');
});

test('what is not taken at once goes to the stream', async () => {
	const {host, streamed} = openHost(text => Buffer.from(text).subarray(2));
	expect(await writeOut(host, 'text')).toBe(0);
	expect(streamed()).toBe('xt');
});

test('a host without a file of its own has its stream', async () => {
	const {host, streamed} = openHost(undefined);
	expect(await writeOut(host, 'text')).toBe(0);
	expect(streamed()).toBe('text');
});

const faulty = (code: string): readonly (readonly [string, Host])[] => [
	[
		'directly',
		openHost(() => {
			throw fault(code);
		}).host,
	],
	['by the stream', openHost(undefined, fault(code)).host],
];

test.each(faulty('EPIPE'))('a reader who has gone has read enough, written %s', async (_, host) => {
	expect(await writeOut(host, 'text')).toBe(0);
});

test.each(faulty('ENOSPC'))('a full disk is told of, written %s', async (_, host) => {
	await expect(writeOut(host, 'text')).rejects.toThrow(
		'The output could not be written: ENOSPC: of the system.',
	);
});
