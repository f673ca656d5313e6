import {Failure} from './failure.ts';

const REASONS: Readonly<Record<string, string>> = {
	EADDRINUSE: 'another program listens there; OPTION names another port',
	EACCES: 'you may not listen there; a port from 1024 on needs no rights',
	EADDRNOTAVAIL: 'this machine has no such address',
	ENOTFOUND: 'there is no such address',
};

/** Why nobody can be let in at an address, or can ask for figures there, by the option that names its port. */
export const listeningFailure = (
	host: string,
	port: number,
	error: unknown,
	option: '--port' | '--metrics-port' = '--port',
): Failure => {
	const {code, message} = error as NodeJS.ErrnoException;
	const reason = (code === undefined ? undefined : REASONS[code]) ?? message;
	return new Failure(
		`${host} port ${port}: cannot be listened at: ${reason.replace('OPTION', option)}.`,
	);
};
