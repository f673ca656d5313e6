import {AsyncLocalStorage} from 'node:async_hooks';
import {once} from 'node:events';
import {createServer, type Socket} from 'node:net';
import ssh2 from 'ssh2';
import {type AdmissionLimits, openAdmission, type Ticket} from './admission.ts';
import {ALGORITHMS} from './algorithms.ts';
import type {Keyring} from './authorized-keys.ts';
import {serveConnection} from './connection.ts';
import {cutWhenEnded} from './cut-when-ended.ts';
import {holdFirstLine} from './first-line.ts';
import {keepInboundBudget} from './inbound-budget.ts';
import type {LiveSession} from './live-session.ts';
import type {Meters} from './meters.ts';
import {takeProxyHeader} from './proxied-address.ts';
import type {ServerLog} from './server-log.ts';
import {SERVER_TIMES, type ServerTimes} from './server-times.ts';
import type {Service} from './service.ts';
import type {TrustedProxies} from './trusted-proxies.ts';
import {turningAway} from './turn-away.ts';

/** Milliseconds between two looks at whether anybody is there. */
const KEEPALIVE = 30_000;
const MOST_UNANSWERED = 2;

/** Milliseconds that clients get to close when the server goes down; then they are cut. */
const LAST_WORDS = 400;

export interface ServerOptions {
	/** In OpenSSH's format. */
	readonly hostKey: string;
	/** Who may log in, as it is now; absent: anybody. */
	readonly keyring: () => Keyring | undefined;
	readonly limits: AdmissionLimits & {
		readonly sessions: number;
		/** Milliseconds without a key; 0: no limit. */
		readonly idle: number;
	};
	/** From these the address of a client is taken; absent: nobody stands in front. */
	readonly proxies: Extract<TrustedProxies, {readonly is: 'list'}> | undefined;
	/** Absent: as is usual. */
	readonly times?: ServerTimes;
	readonly service: Service;
	readonly log: ServerLog;
	readonly meters: Meters;
}

export interface SshServer {
	/** @returns The port, which differs from the one that was asked for only where that was 0. */
	readonly listen: (port: number, host: string) => Promise<number>;
	/** Moves every session to what is served now, with its next key. */
	readonly renew: () => void;
	/** Takes nobody in any more, gives every terminal back, and ends all connections. */
	readonly shutDown: () => Promise<void>;
	/**
	Ends the session that a fault belongs to.

	@returns Whether it belonged to one.
	*/
	readonly blame: (error: unknown) => boolean;
}

/** A server of dashboards over SSH. */
export const createSshServer = ({
	hostKey,
	keyring,
	limits,
	proxies,
	times = SERVER_TIMES,
	service,
	log,
	meters,
}: ServerOptions): SshServer => {
	const current = new AsyncLocalStorage<LiveSession>();
	const admission = openAdmission(limits);
	const turnAway = turningAway();
	const sessions = new Set<LiveSession>();
	const sockets = new Set<Socket>();
	/** By the two ends as ssh2 sees them. */
	const admitted = new Map<
		string,
		{readonly socket: Socket; readonly address: string; readonly ticket: Ticket}
	>();
	/** Connections of which the log tells. */
	const told = new WeakSet<Socket>();
	let isGoingDown = false;

	const ssh = new ssh2.Server({
		hostKeys: [hostKey],
		ident: 'libya-tui',
		algorithms: ALGORITHMS,
		keepaliveInterval: KEEPALIVE,
		keepaliveCountMax: MOST_UNANSWERED,
	});
	ssh.on('connection', (connection, {ip, port, header}) => {
		const found = admitted.get(`${ip} ${port}`);
		if (found === undefined) {
			connection.on('error', () => {});
			connection.end();
			return;
		}

		told.add(found.socket);
		log.info('connect', {address: found.address, client: header.versions.software});
		serveConnection({
			connection,
			...found,
			keyring,
			hasRoom: () => sessions.size < limits.sessions && !isGoingDown,
			sessions,
			service,
			log,
			meters,
			idleTimeout: limits.idle,
			times,
			current,
		});
	});

	const tellOfRefused = (address: string, why: string): void => {
		meters.refused.inc({why});
		log.warn('refused', {address, why});
	};

	const refuse = (socket: Socket, address: string, why: string): void => {
		told.add(socket);
		tellOfRefused(address, why);
		socket.destroy();
	};

	const takeIn = (socket: Socket, address: string): void => {
		const found = admission.admit(address, performance.now());
		if ('limit' in found) {
			tellOfRefused(address, found.limit);
			turnAway(socket, found.limit);
			return;
		}

		const ticket: Ticket = {
			logIn() {
				clearTimeout(grace);
				found.logIn();
			},
			giveBack: found.giveBack,
		};
		const ends = `${socket.remoteAddress} ${socket.remotePort}`;
		admitted.set(ends, {socket, address, ticket});
		meters.connections.inc();
		const grace = setTimeout(() => refuse(socket, address, 'grace'), times.grace);
		grace.unref();
		socket.once('close', () => {
			clearTimeout(grace);
			admitted.delete(ends);
			ticket.giveBack();
			meters.connections.dec();
			// Who says nothing at all only looks whether anybody is there, as load balancers do.
			if (!told.has(socket) && hasSpoken()) {
				tellOfRefused(address, 'no-ssh');
			}
		});
		keepInboundBudget(socket, () => refuse(socket, address, 'flood'));
		const hasSpoken = holdFirstLine(socket);
		ssh.injectSocket(socket);
	};

	const listener = createServer(
		{noDelay: true, keepAlive: true, keepAliveInitialDelay: 30_000},
		socket => {
			socket.on('error', () => {});
			cutWhenEnded(socket, times.linger);
			const {remoteAddress} = socket;
			if (isGoingDown || remoteAddress === undefined) {
				socket.destroy();
				return;
			}

			sockets.add(socket);
			socket.once('close', () => sockets.delete(socket));
			if (proxies?.has(remoteAddress) === true) {
				takeProxyHeader(socket, times.grace, {
					onAddress: address => takeIn(socket, address ?? remoteAddress),
					onFault: why => refuse(socket, remoteAddress, why),
				});
			} else {
				takeIn(socket, remoteAddress);
			}
		},
	);

	return {
		listen: (port, host) =>
			new Promise((resolve, reject) => {
				listener.once('error', reject);
				listener.listen(port, host, () => {
					listener.off('error', reject);
					listener.on('error', error => log.error('listen', {fault: error.message}));
					const address = listener.address();
					resolve(typeof address === 'object' && address !== null ? address.port : port);
				});
			}),
		renew() {
			for (const live of sessions) {
				live.renew();
			}
		},
		async shutDown() {
			isGoingDown = true;
			const closed = new Promise<void>(resolve => {
				listener.close(() => resolve());
			});
			for (const live of [...sessions]) {
				live.end('shutdown');
			}

			const cutting = setTimeout(() => {
				for (const socket of sockets) {
					socket.destroy();
				}
			}, LAST_WORDS);
			// Whoever has no session has nothing to wait for.
			for (const socket of sockets) {
				if (socket.writableLength === 0) {
					socket.end();
				}
			}

			await closed;
			clearTimeout(cutting);
			// The log is told of them only then, and after the listener has been.
			await Promise.all([...sockets].map(socket => once(socket, 'close')));
		},
		blame(error) {
			const live = current.getStore();
			live?.crash(error);
			return live !== undefined;
		},
	};
};
