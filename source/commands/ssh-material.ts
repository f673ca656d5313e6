import {type Keyring, readAuthorizedKeys} from '../ssh/authorized-keys.ts';
import {type HostKey, openHostKey} from '../ssh/host-key.ts';
import {hostKeyPath} from '../ssh/host-key-path.ts';
import {Refusal} from '../ssh/refusal.ts';
import {Failure} from './failure.ts';
import type {Host} from './host.ts';
import {utf8Text} from './read-file.ts';
import type {ServeOptions} from './serve-options.ts';
import {asKeyFault, type FileRead} from './served-files.ts';

/** @throws {Failure} In place of a refusal. */
const orFailure = async <Value>(work: () => Promise<Value>): Promise<Value> => {
	try {
		return await work();
	} catch (error) {
		throw error instanceof Refusal ? new Failure(error.message, error.exitCode) : error;
	}
};

export interface OpenedHostKey extends HostKey {
	readonly path: string;
}

/**
The key that the server is known by, made where there is none yet.

@throws {Failure} It cannot be used, or there is nowhere to keep one.
*/
export const hostKeyFor = (
	{env}: Host,
	{hostKey}: Pick<ServeOptions, 'hostKey'>,
): Promise<OpenedHostKey> =>
	orFailure(async () => {
		const path = hostKey ?? hostKeyPath(env);
		if (path === undefined) {
			throw new Failure(
				'There is nowhere to keep a host key: neither XDG_STATE_HOME nor HOME names a folder. --host-key FILE names a file for it.',
				78,
			);
		}

		return {...(await openHostKey(path)), path};
	});

const textOf = ({bytes, path}: FileRead): string => {
	try {
		return utf8Text(bytes, path);
	} catch (error) {
		throw asKeyFault(error);
	}
};

/**
Who may log in; nobody in particular where no file is named.

@throws {Failure} What stands in the file is not understood.
*/
export const keyringFor = (keys: FileRead | undefined): Promise<Keyring | undefined> =>
	orFailure(async () =>
		keys === undefined ? undefined : readAuthorizedKeys(textOf(keys), keys.path),
	);
