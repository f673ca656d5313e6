import {Failure} from './failure.ts';

const REASONS: Readonly<Record<string, string>> = {
	EADDRINUSE: 'another program listens there; --port names another port',
	EACCES: 'you may not listen there; a port from 1024 on needs no rights',
	EADDRNOTAVAIL: 'this machine has no such address',
	ENOTFOUND: 'there is no such address',
};

/** Why nobody can be let in at an address. */
export const listeningFailure = (host: string, port: number, error: unknown): Failure => {
	const {code, message} = error as NodeJS.ErrnoException;
	return new Failure(
		`${host} port ${port}: cannot be listened at: ${(code === undefined ? undefined : REASONS[code]) ?? message}.`,
	);
};
