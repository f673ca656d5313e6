import type {Connection} from 'ssh2';

/** The code of RFC 4254 for what a server has no means to do. */
export const RESOURCE_SHORTAGE = 4;

/** What of ssh2 1.17 no interface of it has; a test holds that it is there. */
interface Protocol {
	channelOpenFail: (channel: number, reason: number, why: string) => void;
}

/**
Refuses a channel with words that the client prints; by itself ssh2 gives none.

@param refuse - Of ssh2, for the channel.
*/
export const refuseChannel = (connection: Connection, refuse: () => void, why: string): void => {
	const {_protocol: protocol} = connection as unknown as {readonly _protocol: Protocol};
	const {channelOpenFail} = protocol;
	protocol.channelOpenFail = channel =>
		channelOpenFail.call(protocol, channel, RESOURCE_SHORTAGE, why);
	try {
		refuse();
	} finally {
		protocol.channelOpenFail = channelOpenFail;
	}
};
