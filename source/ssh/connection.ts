import type {Socket} from 'node:net';
import type {AuthContext, Connection} from 'ssh2';
import type {Ticket} from './admission.ts';
import type {Keyring} from './authorized-keys.ts';
import {linkOf} from './link.ts';
import type {LiveSession, SessionContext} from './live-session.ts';
import {refuseChannel} from './refuse-channel.ts';
import {refuseTinyPackets} from './refuse-tiny-packets.ts';
import type {Fields} from './server-log.ts';
import {answerSession} from './session-requests.ts';

/** Tries to log in; a client that has more keys than that has to name one. */
const MOST_TRIES = 6;

/** Sessions at a time: OpenSSH shares one connection between several. */
const MOST_CHANNELS = 2;

/** Sessions in which nothing ran, while the connection lasts: ssh2 1.17 forgets none of those. */
const MOST_EMPTY = 16;

const REFUSALS = {
	channels: `one connection has ${MOST_CHANNELS} sessions at the most; open another`,
	sessions: 'the server has no room for another session; please try again in a while',
} as const;

export interface ConnectionOptions
	extends Pick<
		SessionContext,
		'socket' | 'service' | 'log' | 'meters' | 'idleTimeout' | 'times' | 'current'
	> {
	readonly connection: Connection;
	/** Of the client, also where a proxy stands in front. */
	readonly address: string;
	readonly ticket: Ticket;
	/** Who may log in, as it is now; absent: anybody. */
	readonly keyring: () => Keyring | undefined;
	/** Whether one more session can be had. */
	readonly hasRoom: () => boolean;
	readonly sessions: Set<LiveSession>;
}

const METHODS: Readonly<Record<'open' | 'keys', ('none' | 'publickey')[]>> = {
	open: ['none', 'publickey'],
	keys: ['publickey'],
};

/** Bytes that a socket has handed on. */
const sentOver = (socket: Socket): number => socket.bytesWritten - socket.writableLength;

/** Logs one client in, and answers what it asks for, until either side ends the connection. */
export const serveConnection = ({
	connection,
	socket,
	address,
	ticket,
	keyring,
	hasRoom,
	sessions,
	service,
	log,
	meters,
	idleTimeout,
	times,
	current,
}: ConnectionOptions): void => {
	let tries = 0;
	let channels = 0;
	let running = 0;
	let empty = 0;
	/** Told once: they may come as fast as packets do. */
	const told = new Set<string>();
	let login: Fields = {};
	let unused: NodeJS.Timeout | undefined;
	let rekeying: NodeJS.Timeout | undefined;
	const began = performance.now();

	const warnOnce = (event: string, key: string, fields: Fields): void => {
		if (!told.has(key)) {
			told.add(key);
			log.warn(event, {address, ...fields});
		}
	};

	const waitForUse = (): void => {
		clearTimeout(unused);
		// A session ends after the socket that it was on.
		if (socket.destroyed) {
			return;
		}

		const sent = sentOver(socket);
		unused = setTimeout(() => {
			if (socket.writableLength > 0 && sentOver(socket) > sent) {
				// What has been said last is still on its way, over a thin line.
				waitForUse();
			} else {
				connection.end();
			}
		}, times.unused);
		unused.unref();
	};

	const refuseSession = (why: 'channels' | 'sessions' | 'packets'): void => {
		meters.refused.inc({why});
		warnOnce('session-refused', why, {why});
	};

	const accept = (context: AuthContext, key?: string): void => {
		login = {user: context.username, method: context.method, key};
		context.accept();
	};

	const authenticate = (context: AuthContext): void => {
		tries += 1;
		if (tries > MOST_TRIES) {
			meters.refused.inc({why: 'tries'});
			log.warn('login-refused', {address, why: 'tries'});
			socket.destroy();
			return;
		}

		const keys = keyring();
		if (keys === undefined) {
			if (context.method === 'none' || context.method === 'publickey') {
				accept(context);
			} else {
				context.reject(METHODS.open);
			}

			return;
		}

		if (context.method !== 'publickey') {
			context.reject(METHODS.keys);
			return;
		}

		const {key, signature, blob, hashAlgo} = context;
		const known = keys.find(key.algo, key.data, hashAlgo);
		if (known === undefined) {
			context.reject(METHODS.keys);
		} else if (signature === undefined || blob === undefined) {
			// The client asks whether this key would do; whose it is, it has yet to prove.
			context.accept();
		} else if (known.verify(blob, signature)) {
			accept(context, known.fingerprint);
		} else {
			context.reject(METHODS.keys);
		}
	};

	connection.on('error', (error: Error & {readonly level?: string}) => {
		// What a client does wrong is its own affair; told, since it may be ours.
		if (error.level !== 'socket') {
			warnOnce('client-error', 'error', {fault: error.message, part: error.level});
		}

		// ssh2 has ended it already, unless it is the socket that is at fault.
		socket.end();
	});
	connection.on('authentication', authenticate);
	connection.on('handshake', () => meters.handshakes.inc());
	connection.once('ready', () => {
		ticket.logIn();
		meters.logins.inc({method: String(login.method)});
		log.info('login', {address, ...login});
		const link = linkOf(connection, socket);
		rekeying = setInterval(() => connection.rekey(), times.rekey);
		rekeying.unref();
		waitForUse();
		const context: SessionContext = {
			socket,
			link,
			service,
			log,
			meters,
			who: {address, user: login.user},
			idleTimeout,
			times,
			current,
			cut: () => connection.end(),
		};
		refuseTinyPackets(connection, () => refuseSession('packets'));
		connection.on('session', (take, refuse) => {
			if (channels >= MOST_CHANNELS || !hasRoom()) {
				const why = channels >= MOST_CHANNELS ? 'channels' : 'sessions';
				refuseSession(why);
				refuseChannel(connection, refuse, REFUSALS[why]);
				return;
			}

			channels += 1;
			empty += 1;
			answerSession(take(), context, {
				onLive(live) {
					sessions.add(live);
					running += 1;
					empty -= 1;
					clearTimeout(unused);
				},
				onOver(live) {
					sessions.delete(live);
					running -= 1;
					if (running === 0) {
						waitForUse();
					}
				},
				onClose() {
					channels -= 1;
					if (empty >= MOST_EMPTY) {
						warnOnce('session-refused', 'empty', {why: 'empty'});
						connection.end();
					}
				},
			});
		});
	});
	socket.once('close', () => {
		clearTimeout(unused);
		clearInterval(rekeying);
		log.info('disconnect', {address, ...login, ms: Math.round(performance.now() - began)});
	});
};
