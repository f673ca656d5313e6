import {once} from 'node:events';
import {connect, type Socket} from 'node:net';
import {setTimeout as wait} from 'node:timers/promises';
import {Client} from 'ssh2';
import type {Living} from '../../test/ssh/support/living.ts';
import type {Progress} from '../progress.ts';
import type {Amounts} from './amounts.ts';
import {logIn, openDashboard, readAt, type Size} from './caller.ts';
import {inParallel} from './in-parallel.ts';
import {inTime, LIMIT} from './in-time.ts';
import type {ServedProgram} from './served-program.ts';

const LANES = 8;

/** ms that a server may take to find out that all have gone, at the most. */
const UNTIL_GONE = 20_000;

/** ms after that until what it had set aside to be done is done. */
const SETTLING = 2000;

const SIZE: Size = {columns: 80, rows: 24};

/** What is left of those who have come and gone. */
export type DepartureFindings = {
	readonly count: number;
	readonly before: Living;
	readonly after: Living;
	/** As the server counts them, after all have gone. */
	readonly sessions: number;
	readonly connections: number;
	readonly seconds: number;
};

type Departure = (port: number, from: string) => Promise<unknown>;

const rawSocket = async (port: number, from: string): Promise<Socket> => {
	const socket = connect({port, host: '127.0.0.1', localAddress: from, allowHalfOpen: true});
	socket.on('error', () => {});
	await once(socket, 'connect');
	return socket;
};

/** The socket of a client of ssh2, which has no name for it. */
const socketOf = (client: Client): Socket => (client as unknown as {readonly _sock: Socket})._sock;

/** Whatever goes wrong before. */
const closeOf = (one: Socket | Client): Promise<void> =>
	new Promise(resolve => {
		one.once('close', () => resolve());
	});

/** The ways that people leave, in turn. */
const DEPARTURES: Readonly<Record<string, Departure>> = {
	async quit(port, from) {
		const {client, channel, closed} = await readAt(port, from, SIZE);
		channel.write('q');
		await closed;
		client.end();
	},
	async cut(port, from) {
		const {client} = await readAt(port, from, SIZE);
		client.destroy();
	},
	async reset(port, from) {
		const {client} = await readAt(port, from, SIZE);
		socketOf(client).resetAndDestroy();
	},
	/** The client says that it sends nothing any more, and nothing else. */
	async 'half-open'(port, from) {
		const {client} = await readAt(port, from, SIZE);
		const socket = socketOf(client);
		const gone = closeOf(socket);
		socket.end();
		await gone;
	},
	async 'as it connects'(port, from) {
		const socket = await rawSocket(port, from);
		socket.destroy();
	},
	async 'within the first line'(port, from) {
		const socket = await rawSocket(port, from);
		socket.end('SSH-2.0-a');
		socket.resume();
		await closeOf(socket);
	},
	async 'during the handshake'(port, from) {
		const client = new Client();
		client.on('error', () => {});
		const closed = closeOf(client);
		client.connect({
			host: '127.0.0.1',
			port,
			localAddress: from,
			username: 'reader',
			hostVerifier() {
				client.destroy();
				return false;
			},
		});
		await closed;
	},
	async 'after the login'(port, from) {
		const client = await logIn(port, from);
		client.destroy();
	},
	async 'during the first frame'(port, from) {
		const client = await logIn(port, from);
		const reader = await openDashboard(client, SIZE);
		await reader.answered(LIMIT);
		client.destroy();
	},
	async 'before an answer'(port, from) {
		const {client, channel} = await readAt(port, from, SIZE);
		channel.write('jjjjz');
		await wait(1);
		client.destroy();
	},
	async 'during a command'(port, from) {
		const client = await logIn(port, from);
		await new Promise<void>((resolve, reject) => {
			client.exec('list towns --json', (error, channel) => {
				if (error === undefined) {
					channel.once('data', () => resolve());
				} else {
					reject(error);
				}
			});
		});
		client.destroy();
	},
	async 'with a signal'(port, from) {
		const {client, channel, closed} = await readAt(port, from, SIZE);
		channel.signal('TERM');
		await closed;
		client.end();
	},
};

const WAYS = Object.entries(DEPARTURES);

/** Lets so many come and go. */
const depart = async (
	server: ServedProgram,
	count: number,
	told: (done: number) => void,
): Promise<void> => {
	let done = 0;
	await inParallel(count, LANES, async at => {
		const [name, leave] = WAYS[at % WAYS.length] ?? [];
		if (leave !== undefined) {
			await inTime(`To leave, ${name},`, leave(server.port, server.nextAddress()));
		}

		done += 1;
		told(done);
	});
};

/** Waits until the server knows of nobody, but not without end. */
const untilGone = async (server: ServedProgram): Promise<void> => {
	const limit = performance.now() + UNTIL_GONE;
	while ((await server.figure('libya_tui_connections')) > 0 && performance.now() < limit) {
		await wait(200);
	}

	await wait(SETTLING);
};

export const measureDepartures = async (
	server: ServedProgram,
	{departures: count, departuresBefore}: Amounts,
	progress: Progress,
): Promise<DepartureFindings> => {
	await depart(server, departuresBefore, done => {
		progress(`departures, ${done} before ${count}`);
	});
	await untilGone(server);
	const before = await server.living();
	const began = performance.now();
	await depart(server, count, done => progress(`departures, ${done} of ${count}`));
	const seconds = (performance.now() - began) / 1000;
	await untilGone(server);
	return {
		count,
		before,
		after: await server.living(),
		sessions: await server.figure('libya_tui_sessions'),
		connections: await server.figure('libya_tui_connections'),
		seconds,
	};
};
