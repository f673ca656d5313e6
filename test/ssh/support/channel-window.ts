import type {Client} from 'ssh2';

/**
Has a client of ssh2 say from now on that its sessions have room for so many bytes; by itself it says two megabytes.

@param bytes - At the most 2³² - 1.
*/
export const setChannelWindow = (client: Client, bytes: number): void => {
	const {_protocol: protocol} = client as unknown as {
		readonly _protocol: {session: (channel: number, window: number, packet: number) => void};
	};
	const open = protocol.session.bind(protocol);
	protocol.session = (channel, _window, packet) => open(channel, bytes, packet);
};
