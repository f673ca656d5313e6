import type {Socket} from 'node:net';

/** With its line end, as RFC 4253 has it. */
const MOST_BYTES = 255;
const BEGINNING = Buffer.from('SSH-');
const LINE_FEED = 0x0a;

const mayBegin = (bytes: Buffer): boolean => {
	const length = Math.min(bytes.length, BEGINNING.length);
	return bytes.subarray(0, length).equals(BEGINNING.subarray(0, length));
};

/**
Has whoever listens to a socket hear the first line that comes in as one packet, however it was cut: ssh2
loses its place in one that comes in three or more. A socket that begins with anything else than `SSH-`, or
with a line of more than 255 bytes, is destroyed, and nobody hears of that line.

To be called before `injectSocket`. The server's own first line waits for nothing.

@returns Whether anything has come.
*/
export const holdFirstLine = (socket: Socket): (() => boolean) => {
	const {emit} = socket;
	let held = Buffer.alloc(0);

	const take = (bytes: Buffer): void => {
		held = Buffer.concat([held, bytes]);
		const end = held.indexOf(LINE_FEED);
		const isTooLong = (end === -1 ? held.length : end) >= MOST_BYTES;
		if (isTooLong || !mayBegin(held)) {
			socket.destroy();
			return;
		}

		if (end !== -1) {
			socket.emit = emit;
			socket.emit('data', held);
		}
	};

	// ssh2 listens some time after it was given a socket, so that its listener is not there to be wrapped.
	socket.emit = (event: string | symbol, ...given: readonly unknown[]): boolean => {
		const [bytes] = given;
		if (event === 'data' && Buffer.isBuffer(bytes)) {
			take(bytes);
			return true;
		}

		return Reflect.apply(emit, socket, [event, ...given]);
	};
	return () => held.length > 0;
};
