import {once} from 'node:events';
import {connect, type Socket} from 'node:net';
import ssh2 from 'ssh2';
import type {ServerProcess} from './server.ts';

/** A connection that says of itself what a proxy would, before anything else. */
export const connectAsProxy = async (
	server: ServerProcess,
	header: string | Uint8Array,
): Promise<Socket> => {
	const socket = connect({port: server.port, host: '127.0.0.1', localAddress: '127.0.0.1'});
	socket.on('error', () => {});
	await once(socket, 'connect');
	socket.write(header);
	return socket;
};

/** Runs one command over a socket. @returns What it printed. */
export const runOver = async (socket: Socket, line: string): Promise<string> => {
	const client = new ssh2.Client();
	const ready = once(client, 'ready');
	client.connect({sock: socket, username: 'reader'});
	await ready;
	const text = await new Promise<string>((resolve, reject) => {
		client.exec(line, (error, channel) => {
			if (error !== undefined) {
				reject(error);
				return;
			}

			let printed = '';
			channel.on('data', (data: Uint8Array) => {
				printed += Buffer.from(data).toString();
			});
			channel.stderr.resume();
			channel.once('close', () => resolve(printed));
		});
	});
	client.end();
	return text;
};
