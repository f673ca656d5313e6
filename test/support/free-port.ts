import {once} from 'node:events';
import {type AddressInfo, connect, createServer} from 'node:net';

/** A port of this machine that nobody listens on. */
export const freePort = async (): Promise<number> => {
	const server = createServer().listen(0, '127.0.0.1');
	await once(server, 'listening');
	const {port} = server.address() as AddressInfo;
	server.close();
	await once(server, 'close');
	return port;
};

/** Waits until somebody listens on a port. @throws {Error} Nobody does for ten seconds. */
export const untilListening = async (port: number): Promise<void> => {
	const end = performance.now() + 10_000;
	for (;;) {
		const socket = connect(port, '127.0.0.1');
		try {
			await once(socket, 'connect');
			return;
		} catch (error) {
			if (performance.now() > end) {
				throw error;
			}
		} finally {
			socket.destroy();
		}
	}
};
