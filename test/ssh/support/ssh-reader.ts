import {once} from 'node:events';
import {connect, type Socket} from 'node:net';
import ssh2, {type ClientChannel, type ConnectConfig} from 'ssh2';
import {FIRST_FRAME} from '../../e2e/support/dashboard.ts';
import {encodeKeys} from '../../support/keys.ts';
import {WatchedScreen} from '../../support/watched-screen.ts';
import type {ServerProcess} from './server.ts';

export interface ReaderOptions {
	readonly columns?: number;
	readonly rows?: number;
	readonly term?: string;
	/** Sent before the dashboard is asked for. */
	readonly env?: Readonly<Record<string, string>>;
	readonly config?: ConnectConfig;
	/** Where the server is reached, when a line of another kind stands between. */
	readonly port?: number;
	/** What is to be run in the terminal; nothing opens the dashboard. */
	readonly line?: string;
}

/** Where a server is, and whence to come. */
type Reachable = Pick<ServerProcess, 'port' | 'nextAddress'>;

/** A client of ssh2 that is logged in, over a socket that a test can hold back. */
export interface SshConnection extends AsyncDisposable {
	readonly client: ssh2.Client;
	readonly socket: Socket;
}

/** Logs in without a key, from an address of its own. @throws {Error} It was not let in. */
export const logIn = async (
	server: Reachable,
	{port = server.port, ...config}: ConnectConfig = {},
): Promise<SshConnection> => {
	const socket = connect({port, host: '127.0.0.1', localAddress: server.nextAddress()});
	// What comes after the connection is closed is of no matter to a test that closes it.
	socket.on('error', () => {});
	const client = new ssh2.Client();
	const ready = once(client, 'ready');
	// After the first error, which is why it was not let in, others may follow.
	client.on('error', () => {});
	client.connect({sock: socket, username: 'reader', ...config});
	await ready;
	return {
		client,
		socket,
		async [Symbol.asyncDispose]() {
			client.end();
			socket.destroy();
		},
	};
};

/** A reader at the other end of an SSH connection, with a terminal of its own. */
export class SshReader extends WatchedScreen implements AsyncDisposable {
	readonly connection: SshConnection;
	readonly #channel: ClientChannel;

	/** Use `openReader`. */
	constructor(connection: SshConnection, channel: ClientChannel, columns: number, rows: number) {
		super(columns, rows);
		this.connection = connection;
		this.#channel = channel;
		channel.on('data', (data: Uint8Array) => void this.show(data));
		channel.stderr.on('data', (data: Uint8Array) => void this.show(data));
		channel.once('close', (code: number | null | undefined) => {
			void this.finish({code: code ?? undefined, signal: undefined});
		});
	}

	/** Presses keys; see `Terminal`. */
	press(...keys: readonly string[]): void {
		this.write(encodeKeys(keys, this.modes().applicationCursorKeys).join(''));
	}

	/** Sends bytes as they are. @throws {Error} The session has ended. */
	write(bytes: string | Uint8Array): void {
		this.mustRun();
		this.#channel.write(bytes);
	}

	/** Changes the size of the window, and tells the server. */
	resize(columns: number, rows: number): void {
		this.setSize(columns, rows);
		this.#channel.setWindow(rows, columns, 0, 0);
	}

	/** Reads nothing any more, as a link does that has been cut somewhere. */
	stall(): void {
		this.connection.socket.pause();
	}

	/** Reads on, from where it stopped. */
	resume(): void {
		this.connection.socket.resume();
	}

	async [Symbol.asyncDispose](): Promise<void> {
		await this.connection[Symbol.asyncDispose]();
	}
}

/** Opens a terminal on the server, with the dashboard or a command in it. */
export const openReaderOn = async (
	connection: SshConnection,
	{columns = 120, rows = 40, term = 'xterm-256color', env = {}, line}: ReaderOptions = {},
): Promise<SshReader> => {
	const pty = {cols: columns, rows, term};
	const {client} = connection;
	const channel = await new Promise<ClientChannel>((resolve, reject) => {
		const opened = (error: Error | undefined, stream: ClientChannel): void =>
			error === undefined ? resolve(stream) : reject(error);
		if (line === undefined) {
			client.shell(pty, {env}, opened);
		} else {
			client.exec(line, {pty, env}, opened);
		}
	});
	return new SshReader(connection, channel, columns, rows);
};

/** Logs in and opens the dashboard with ssh2's client, and waits for its first frame. */
export const openReader = async (
	server: Reachable,
	options: ReaderOptions = {},
): Promise<SshReader> => {
	const port = options.port ?? server.port;
	const connection = await logIn(server, {port, ...options.config});
	const reader = await openReaderOn(connection, options);
	await reader.waitFor(FIRST_FRAME, {label: 'the first frame'});
	return reader;
};
