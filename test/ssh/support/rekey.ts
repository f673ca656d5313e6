import type {Client} from 'ssh2';

/** Has a client of ssh2 exchange keys anew, which no interface of it asks for. */
export const rekey = (client: Client): void => {
	(client as unknown as {readonly _protocol: {rekey: () => void}})._protocol.rekey();
};
