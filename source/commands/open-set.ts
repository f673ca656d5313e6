import {Failure} from './failure.ts';
import type {Host} from './host.ts';
import type {Waiting} from './load-dossier.ts';
import {type Opened, type OpenOptions, openDossier} from './open-dossier.ts';
import type {Settings} from './settings.ts';

export interface OpenedSet {
	readonly opened: Opened;
	/** Why the dossier of the config is not the one that is open; absent: it is, or none was set. */
	readonly fault: string | undefined;
}

/**
Opens what the command line asks for, and where that names no dossier what is set. A dossier that the
config names and that cannot be opened is no reason not to read: the built-in one is opened, and that is
said.

@param waiting - Told how far a dossier has been read, which may take a while.
@throws {Failure} As `openDossier`.
*/
export const openSet = async (
	host: Host,
	options: OpenOptions,
	{dossier, dossierFrom}: Settings,
	waiting?: Waiting,
): Promise<OpenedSet> => {
	const asked = options.dossier ?? dossier;
	try {
		return {
			opened: await openDossier(host, {...options, dossier: asked}, waiting),
			fault: undefined,
		};
	} catch (error) {
		const isOfConfig = options.dossier === undefined && dossierFrom !== undefined;
		if (isOfConfig && error instanceof Failure && error.message.startsWith(`${asked}:`)) {
			const [reason = ''] = error.message.split('\n');
			return {
				opened: await openDossier(host, {...options, dossier: undefined}),
				fault: `${dossierFrom}: /dossier: ${reason} The built-in dossier is open.`,
			};
		}

		throw error;
	}
};
