import {once} from 'node:events';
import {connect, type Socket} from 'node:net';
import type {ServerProcess} from './server.ts';

/** A connection on which a test writes what it likes, and that says how it went. */
export class RawClient implements AsyncDisposable {
	readonly socket: Socket;
	/** When nothing more can come: the server has ended it, or cut it off. */
	readonly ended: Promise<void>;
	readonly #received: Uint8Array[] = [];
	#isEnded = false;

	/** Use `connectRaw`. */
	constructor(socket: Socket) {
		this.socket = socket;
		socket.on('error', () => {});
		socket.on('data', data => this.#received.push(data));
		this.ended = new Promise(resolve => {
			for (const event of ['end', 'close']) {
				socket.once(event, () => {
					this.#isEnded = true;
					resolve();
				});
			}
		});
	}

	received(): string {
		return Buffer.concat(this.#received).toString('latin1');
	}

	/** What is sent after it was cut off is lost. */
	write(bytes: string | Uint8Array): void {
		if (this.socket.writable) {
			this.socket.write(bytes);
		}
	}

	/** Waits until so much has come. Ends too when nothing more can. */
	async waitFor(text: string): Promise<void> {
		while (!this.received().includes(text) && !this.#isEnded) {
			await Promise.race([once(this.socket, 'data'), this.ended]);
		}
	}

	async [Symbol.asyncDispose](): Promise<void> {
		this.socket.destroy();
		await this.ended;
	}
}

/** Connects, from an address of its own unless one is given. */
export const connectRaw = async (
	server: Pick<ServerProcess, 'port' | 'nextAddress'>,
	localAddress = server.nextAddress(),
): Promise<RawClient> => {
	// Closed by the client only once the test says so, whatever the server does.
	const socket = connect({
		port: server.port,
		host: '127.0.0.1',
		localAddress,
		allowHalfOpen: true,
		noDelay: true,
	});
	const client = new RawClient(socket);
	await Promise.race([once(socket, 'connect'), client.ended]);
	return client;
};
