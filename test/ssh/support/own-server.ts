import {channel as diagnostics} from 'node:diagnostics_channel';
import type {Socket} from 'node:net';
import {createMeters, type Meters} from '../../../source/ssh/meters.ts';
import {newPrivateKey} from '../../../source/ssh/openssh-key.ts';
import type {Fields, ServerLog} from '../../../source/ssh/server-log.ts';
import {SERVER_TIMES, type ServerTimes} from '../../../source/ssh/server-times.ts';
import type {Service} from '../../../source/ssh/service.ts';
import {createSshServer, type SshServer} from '../../../source/ssh/ssh-server.ts';
import {aService} from './a-service.ts';

export interface OwnServerOptions {
	/** What differs from the usual times. */
	readonly times?: Partial<ServerTimes>;
	readonly service?: Service;
}

/** A server in the process of the test, which can look into its sockets and need not wait as long as others. */
export interface OwnServer extends AsyncDisposable {
	readonly server: SshServer;
	readonly port: number;
	readonly nextAddress: () => string;
	/** Its ends of all connections so far. */
	readonly sockets: readonly Socket[];
	/** What it has logged, a line each: the event and its fields as JSON. */
	readonly log: readonly string[];
	readonly meters: Meters;
}

const NEW_SOCKET = 'net.server.socket';

export const startOwnServer = async ({
	times = {},
	service = aService(),
}: OwnServerOptions = {}): Promise<OwnServer> => {
	const log: string[] = [];
	const note = (event: string, fields: Fields = {}): void => {
		log.push(`${event} ${JSON.stringify(fields)}`);
	};
	const serverLog: ServerLog = {info: note, warn: note, error: note};
	const meters = createMeters();
	const server = createSshServer({
		hostKey: newPrivateKey('test'),
		keyring: () => undefined,
		limits: {
			connections: 100,
			beforeLogin: 100,
			perAddress: 100,
			perSecond: 100,
			burst: 100,
			sessions: 100,
			idle: 0,
		},
		proxies: undefined,
		times: {...SERVER_TIMES, ...times},
		service,
		log: serverLog,
		meters,
	});
	const sockets: Socket[] = [];
	const opened = diagnostics(NEW_SOCKET);
	let port = 0;
	const onSocket = (message: unknown): void => {
		const {socket} = message as {readonly socket: Socket};
		if (socket.localPort === port) {
			sockets.push(socket);
		}
	};
	opened.subscribe(onSocket);
	port = await server.listen(0, '127.0.0.1');
	return {
		server,
		port,
		nextAddress: () => '127.0.0.1',
		sockets,
		log,
		meters,
		async [Symbol.asyncDispose]() {
			opened.unsubscribe(onSocket);
			await server.shutDown();
		},
	};
};
