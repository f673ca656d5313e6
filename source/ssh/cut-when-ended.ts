import type {Socket} from 'node:net';

/**
Has a socket destroyed some time after it is ended, whoever ends it: ssh2 does in many places, and then waits
without end for the other side.

@param linger - Milliseconds that the other side gets to close it.
*/
export const cutWhenEnded = (socket: Socket, linger: number): void => {
	const end = socket.end.bind(socket) as (...given: readonly unknown[]) => Socket;
	socket.end = (...given: readonly unknown[]) => {
		setTimeout(() => socket.destroy(), linger).unref();
		return end(...given);
	};
};
