import {DossierFailure} from './dossier-failure.ts';
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
@throws {Failure} As `openDossier`; of a dossier that the environment names it is said that it does.
*/
export const openSet = async (
	host: Host,
	options: OpenOptions,
	{dossier, dossierFrom}: Settings,
	waiting?: Waiting,
): Promise<OpenedSet> => {
	try {
		return {
			opened: await openDossier(host, {...options, dossier: options.dossier ?? dossier}, waiting),
			fault: undefined,
		};
	} catch (error) {
		if (options.dossier !== undefined || !(error instanceof DossierFailure)) {
			throw error;
		}

		const {failureOfSet, placeOfDossier} = await import('./dossier-set.ts');
		if (dossierFrom === undefined) {
			throw failureOfSet(error, dossierFrom);
		}

		const [reason = ''] = error.message.split('\n');
		return {
			opened: await openDossier(host, {...options, dossier: undefined}),
			fault: `${placeOfDossier(dossierFrom)}: ${reason} The built-in dossier is open.`,
		};
	}
};
