import type {Socket} from 'node:net';
import type {Refused} from './admission.ts';

const WORDS: Readonly<Record<Refused['limit'], string>> = {
	rate: 'your address connects too often; please try again in a few seconds',
	connections: 'the server is full; please try again in a while',
	'before-login': 'too many are logging in at once; please try again in a few seconds',
	'per-address': 'too many connections from your address; please close one first',
};

/** The first line of the server, as RFC 4253 has it: without one no client reads on. */
const FIRST_LINE = 'SSH-2.0-libya-tui\r\n';

const DISCONNECT = 1;
/** `SSH_DISCONNECT_TOO_MANY_CONNECTIONS` of RFC 4253. */
const TOO_MANY_CONNECTIONS = 12;

/** Before there are keys a packet is filled up to a multiple of so many bytes, with four at the least. */
const BLOCK = 8;
const LEAST_PADDING = 4;
const BEFORE_PAYLOAD = 5;

/** The packet that ends a connection, as it is before keys are exchanged. */
const disconnect = (why: string): Buffer => {
	const text = Buffer.from(why);
	// Its kind, the code, and two texts after their lengths; the second is of a language, and empty.
	const length = 1 + 4 + 4 + text.length + 4;
	const padding =
		LEAST_PADDING + ((2 * BLOCK - BEFORE_PAYLOAD - LEAST_PADDING - (length % BLOCK)) % BLOCK);
	const packet = Buffer.alloc(BEFORE_PAYLOAD + length + padding);
	packet.writeUInt32BE(1 + length + padding);
	packet[4] = padding;
	packet[5] = DISCONNECT;
	packet.writeUInt32BE(TOO_MANY_CONNECTIONS, 6);
	packet.writeUInt32BE(text.length, 10);
	packet.set(text, 14);
	return packet;
};

/** Connections that are told why they are turned away, at a time; others are cut off without a word. */
const MOST_TOLD = 100;

/**
Turns connections away with words that their clients print, before anything is computed for them. What they send is
thrown away; the socket is to be cut some time after it is ended.
*/
export const turningAway = (): ((socket: Socket, limit: Refused['limit']) => void) => {
	let told = 0;
	return (socket, limit) => {
		if (told >= MOST_TOLD) {
			socket.destroy();
			return;
		}

		told += 1;
		socket.once('close', () => {
			told -= 1;
		});
		// Unread bytes would have it reset, and the words lost.
		socket.resume();
		socket.end(Buffer.concat([Buffer.from(FIRST_LINE), disconnect(WORDS[limit])]));
	};
};
