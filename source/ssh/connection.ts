import type {AuthContext, Connection} from 'ssh2';
import type {Ticket} from './admission.ts';
import type {Keyring} from './authorized-keys.ts';
import {linkOf} from './link.ts';
import type {LiveSession, SessionContext} from './live-session.ts';
import type {Fields} from './server-log.ts';
import {answerSession} from './session-requests.ts';

/** Tries to log in; a client that has more keys than that has to name one. */
const MOST_TRIES = 6;

/** Sessions at a time: OpenSSH shares one connection between several. */
const MOST_CHANNELS = 2;

/** Milliseconds that a connection may stay without a session. */
const UNUSED = 10_000;

/** Milliseconds after which keys are exchanged anew. */
const REKEY = 3_600_000;

/** Milliseconds that a client gets to close the connection itself. */
const LINGER = 500;

export interface ConnectionOptions
	extends Pick<
		SessionContext,
		'socket' | 'service' | 'log' | 'meters' | 'idleTimeout' | 'current'
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
	current,
}: ConnectionOptions): void => {
	let tries = 0;
	let channels = 0;
	let login: Fields = {};
	let unused: NodeJS.Timeout | undefined;
	let rekeying: NodeJS.Timeout | undefined;
	const began = performance.now();

	/** ssh2 leaves the other side time without end. */
	const cut = (): void => {
		setTimeout(() => socket.destroy(), LINGER).unref();
	};

	const waitForUse = (): void => {
		clearTimeout(unused);
		unused = setTimeout(() => {
			connection.end();
			cut();
		}, UNUSED);
		unused.unref();
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
			log.warn('client-error', {address, fault: error.message, level: error.level});
		}

		cut();
	});
	connection.on('authentication', authenticate);
	connection.on('handshake', () => meters.handshakes.inc());
	connection.once('ready', () => {
		ticket.logIn();
		meters.logins.inc({method: String(login.method)});
		log.info('login', {address, ...login});
		const link = linkOf(connection);
		rekeying = setInterval(() => connection.rekey(), REKEY);
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
			current,
			cut: () => {
				connection.end();
				cut();
			},
		};
		connection.on('session', (take, refuse) => {
			if (channels >= MOST_CHANNELS || !hasRoom()) {
				const why = channels >= MOST_CHANNELS ? 'channels' : 'sessions';
				meters.refused.inc({why});
				log.warn('session-refused', {address, why});
				refuse();
				return;
			}

			channels += 1;
			clearTimeout(unused);
			answerSession(take(), context, {
				onLive: live => sessions.add(live),
				onOver: live => sessions.delete(live),
				onClose() {
					channels -= 1;
					if (channels === 0) {
						waitForUse();
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
