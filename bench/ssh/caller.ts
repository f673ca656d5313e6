import {connect, type Socket} from 'node:net';
import {Client, type ClientChannel} from 'ssh2';
import {inTime, LIMIT} from './in-time.ts';

const END_OF_FRAME = '\u001B[?2026l';
const LEAVES = '\u001B[?1049l';

export type Size = {readonly columns: number; readonly rows: number};

/** Has what is written in one go sent in one piece, as other clients do: ssh2 writes a packet in three. */
const sendAtOnce = (socket: Socket): void => {
	const write = socket.write.bind(socket);
	socket.write = (...given: unknown[]): boolean => {
		if (socket.writableCorked === 0) {
			socket.cork();
			process.nextTick(() => socket.uncork());
		}

		return (write as (...given: unknown[]) => boolean)(...given);
	};
};

/**
Logs in.

@param from - The address of this machine that it comes from.
@throws {Error} It was not let in, or not in time.
*/
export const logIn = async (port: number, from: string): Promise<Client> => {
	const client = new Client();
	const ready = Promise.withResolvers<void>();
	client.once('ready', ready.resolve);
	client.on('error', ready.reject);
	client.once('close', () => ready.reject(new Error('The connection was closed before the login')));
	const sock = connect({host: '127.0.0.1', port, localAddress: from, noDelay: true});
	sendAtOnce(sock);
	client.connect({sock, username: 'reader', readyTimeout: LIMIT});
	try {
		await ready.promise;
	} catch (error) {
		client.destroy();
		throw error;
	}

	return client;
};

/** A reader who has the dashboard on a terminal at the other end. */
export class Reader {
	readonly client: Client;
	readonly channel: ClientChannel;
	/** Since `press`, or since the beginning. */
	bytes = 0;
	lastByte: number | undefined;
	/** When the first whole frame was there. */
	readonly firstFrame: Promise<number>;
	readonly closed: Promise<void>;
	/** Whether the terminal was given back. */
	hasTerminalBack = false;
	#onByte: (() => void) | undefined;

	constructor(client: Client, channel: ClientChannel) {
		this.client = client;
		this.channel = channel;
		const first = Promise.withResolvers<number>();
		this.firstFrame = first.promise;
		this.closed = new Promise(resolve => {
			channel.once('close', () => resolve());
		});
		let isFirst = true;
		channel.on('data', (data: Buffer) => {
			this.lastByte = performance.now();
			this.bytes += data.length;
			if (isFirst && data.includes(END_OF_FRAME)) {
				isFirst = false;
				first.resolve(this.lastByte);
			}

			this.hasTerminalBack ||= data.includes(LEAVES);
			this.#onByte?.();
		});
	}

	/** @returns The moment of it. */
	press(key: string): number {
		this.bytes = 0;
		this.lastByte = undefined;
		this.channel.write(key);
		return performance.now();
	}

	/** Waits for a byte since `press`, but no longer than so many milliseconds. */
	async answered(limit: number): Promise<void> {
		if (this.lastByte !== undefined) {
			return;
		}

		await new Promise<void>(resolve => {
			const done = (): void => {
				clearTimeout(timer);
				this.#onByte = undefined;
				resolve();
			};
			const timer = setTimeout(done, limit);
			this.#onByte = done;
		});
	}
}

/**
Asks for the dashboard.

@throws {Error} It was refused, or not given in time.
*/
export const openDashboard = (client: Client, {columns, rows}: Size): Promise<Reader> =>
	inTime(
		'The dashboard',
		new Promise((resolve, reject) => {
			client.once('close', () => reject(new Error('The connection was closed')));
			client.shell({term: 'xterm-256color', cols: columns, rows}, (error, channel) => {
				if (error === undefined) {
					resolve(new Reader(client, channel));
				} else {
					reject(error);
				}
			});
		}),
	);

/** Logs in and waits for the first whole frame. @throws {Error} As `logIn` and `openDashboard`. */
export const readAt = async (port: number, from: string, size: Size): Promise<Reader> => {
	const reader = await openDashboard(await logIn(port, from), size);
	await inTime('The first frame', reader.firstFrame);
	return reader;
};
