import type {Socket} from 'node:net';
import {readProxyHeader} from './proxy-protocol.ts';

export interface ProxiedAddress {
	/** @param address - Absent: the proxy speaks for itself, to see whether anybody is there. */
	readonly onAddress: (address: string | undefined) => void;
	readonly onFault: (why: string) => void;
}

/**
Takes what a proxy puts in front of a connection, and leaves the rest to be read by others.

@param grace - Milliseconds that it may take.
*/
export const takeProxyHeader = (
	socket: Socket,
	grace: number,
	{onAddress, onFault}: ProxiedAddress,
): void => {
	let taken: Buffer = Buffer.alloc(0);
	const timer = setTimeout(() => onFault('proxy-header-late'), grace);
	timer.unref();
	const stop = (): void => {
		clearTimeout(timer);
		socket.off('data', onData);
	};

	const onData = (bytes: Buffer): void => {
		taken = Buffer.concat([taken, bytes]);
		const header = readProxyHeader(taken);
		switch (header.is) {
			case 'incomplete':
				break;
			case 'wrong':
				stop();
				onFault('proxy-header');
				break;
			case 'header':
				stop();
				socket.pause();
				if (taken.length > header.length) {
					socket.unshift(taken.subarray(header.length));
				}

				onAddress(header.address);
				break;
		}
	};

	socket.on('data', onData);
	socket.once('close', () => clearTimeout(timer));
};
