import type {Socket} from 'node:net';
import type {Connection} from 'ssh2';
import {Pace} from './pace.ts';

/** What of ssh2 1.17 no interface of it has; a test holds that it is there. */
interface Protocol {
	/** Packets that wait until keys have been exchanged again. */
	readonly _queue?: readonly unknown[] | undefined;
	/** Sends a request to keep the connection alive, which a client answers. */
	ping: () => void;
	readonly _handlers: {
		REQUEST_SUCCESS?: () => void;
		REQUEST_FAILURE?: () => void;
	};
}

/** Bytes that a socket may hold before whoever writes has to wait. */
const MOST_IN_SOCKET = 64 * 1024;

/** One client's line. */
export interface Link {
	readonly pace: Pace;
	/**
	Whether what is written would only wait here: the socket holds enough, or keys are exchanged anew, until which
	nothing else goes out.
	*/
	readonly isHeldUp: () => boolean;
	/** Calls what writes, so that all of it goes out at once: ssh2 writes each packet in several pieces. */
	readonly together: (write: () => void) => void;
	/** Called after each answer of the client; each channel has its own. */
	readonly onAnswer: Set<() => void>;
}

/** Watches how fast a client takes what it is sent. */
export const linkOf = (connection: Connection, socket: Socket): Link => {
	const {_protocol: protocol} = connection as unknown as {readonly _protocol: Protocol};
	const ping = protocol.ping.bind(protocol);
	const together = (write: () => void): void => {
		socket.cork();
		try {
			write();
		} finally {
			socket.uncork();
		}
	};

	const pace = new Pace(
		() => protocol.ping(),
		() => performance.now(),
	);
	// Also ssh2 asks this way, to learn whether anybody is there; answers come in the order of questions.
	protocol.ping = () => {
		pace.asked();
		together(ping);
	};
	const link: Link = {
		pace,
		isHeldUp: () => protocol._queue !== undefined || socket.writableLength > MOST_IN_SOCKET,
		together,
		onAnswer: new Set(),
	};
	const answered = (): void => {
		pace.answered();
		for (const listener of link.onAnswer) {
			listener();
		}
	};

	protocol._handlers.REQUEST_SUCCESS = answered;
	protocol._handlers.REQUEST_FAILURE = answered;
	return link;
};
