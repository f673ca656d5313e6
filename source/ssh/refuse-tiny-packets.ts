import type {Connection} from 'ssh2';
import {RESOURCE_SHORTAGE} from './refuse-channel.ts';

/** Bytes of the smallest packets that a client may want to be sent; all known ones take 16 KiB and more. */
const LEAST = 256;

/** What of ssh2 1.17 no interface of it has; a test holds that it is there. */
interface Protocol {
	channelOpenFail: (channel: number, reason: number, why: string) => void;
	readonly _handlers: {
		CHANNEL_OPEN: (
			protocol: Protocol,
			asked: {readonly sender: number; readonly packetSize: number},
		) => void;
	};
}

/**
Refuses channels for which everything would have to be cut into tiny packets. For packets of no bytes at all
ssh2 would send them without end, and do nothing else any more.

@param onRefused - Called for each.
*/
export const refuseTinyPackets = (connection: Connection, onRefused: () => void): void => {
	const {_protocol: protocol} = connection as unknown as {readonly _protocol: Protocol};
	const open = protocol._handlers.CHANNEL_OPEN;
	protocol._handlers.CHANNEL_OPEN = (given, asked) => {
		if (asked.packetSize < LEAST) {
			protocol.channelOpenFail(
				asked.sender,
				RESOURCE_SHORTAGE,
				`packets have to be of ${LEAST} bytes or more`,
			);
			onRefused();
		} else {
			open(given, asked);
		}
	};
};
