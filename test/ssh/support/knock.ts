import ssh2, {type AuthenticationType, type AuthHandlerMiddleware, type ConnectConfig} from 'ssh2';
import type {ServerProcess} from './server.ts';

/** How it went for a client that tried to log in. */
export interface Knock {
	readonly isIn: boolean;
	/** What the server would still take, after each try that it did not. */
	readonly left: readonly (readonly AuthenticationType[])[];
}

const arrival = (server: ServerProcess): ConnectConfig => ({
	port: server.port,
	host: '127.0.0.1',
	localAddress: server.nextAddress(),
	username: 'reader',
});

/** Tries to log in, from an address of its own, and goes. */
export const knock = async (server: ServerProcess, config: ConnectConfig): Promise<Knock> => {
	const client = new ssh2.Client();
	const left: (readonly AuthenticationType[])[] = [];
	const {authHandler} = config;
	const watched: AuthHandlerMiddleware | undefined =
		typeof authHandler === 'function'
			? (methods, isPartial, next) => {
					if (methods !== null) {
						left.push(methods);
					}

					authHandler(methods, isPartial, next);
				}
			: undefined;
	const isIn = await new Promise<boolean>(resolve => {
		client.once('ready', () => resolve(true));
		client.once('close', () => resolve(false));
		client.on('error', () => {});
		client.connect({
			...arrival(server),
			...config,
			...(watched === undefined ? {} : {authHandler: watched}),
		});
	});
	client.end();
	return {isIn, left};
};

/** A client that has exchanged keys with a server and not logged in, which is left to whoever holds it. */
export const atTheDoor = async (server: ServerProcess): Promise<ssh2.Client> => {
	const client = new ssh2.Client();
	client.on('error', () => {});
	await new Promise<void>(resolve => {
		client.connect({...arrival(server), authHandler: () => resolve()});
	});
	return client;
};
