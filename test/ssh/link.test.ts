import type {Socket} from 'node:net';
import {Writable} from 'node:stream';
import type {Connection, ServerChannel} from 'ssh2';
import {expect, test} from 'vitest';
import {ChannelSink} from '../../source/ssh/channel-sink.ts';
import {linkOf} from '../../source/ssh/link.ts';

/** A socket that keeps what goes out at a time, with a channel on it that writes in pieces as ssh2 does. */
const line = () => {
	const sent: string[] = [];
	const socket = new Writable({
		write(chunk, _encoding, callback) {
			sent.push(String(chunk));
			callback();
		},
		writev(chunks, callback) {
			sent.push(chunks.map(({chunk}) => String(chunk)).join(''));
			callback();
		},
	});
	const inPieces = (bytes: Buffer | string): void => {
		for (const piece of ['<', bytes, '>']) {
			socket.write(piece);
		}
	};
	const connection = {_protocol: {ping: () => inPieces('?'), _handlers: {}}};
	const channel = {
		writableLength: 0,
		write: inPieces,
	};
	const sink = new ChannelSink({
		channel: channel as unknown as ServerChannel,
		link: linkOf(connection as unknown as Connection, socket as unknown as Socket),
		stall: 1000,
		onStall: () => undefined,
		onWrite: () => undefined,
	});
	return {sink, sent, ping: () => connection._protocol.ping()};
};

test('a frame goes out at once, and with it what the client is asked after it', () => {
	const {sink, sent} = line();
	const frame = 'x'.repeat(4000);
	sink.write(frame);
	sink.write('y');
	expect(sent).toEqual([`<${frame}><?>`, '<y>']);
});

test('the question whether a client is still there goes out at once too', () => {
	const {ping, sent} = line();
	ping();
	expect(sent).toEqual(['<?>']);
});
