import {digestOf} from '../formats/digest.ts';
import type {ExitCode, Host} from './host.ts';
import {type OpenOptions, openDossier} from './open-dossier.ts';
import {writeOut} from './write-out.ts';

/** Prints a dossier in short, for where there is no terminal to show it on. */
export const printDigest = async (host: Host, options: OpenOptions): Promise<ExitCode> => {
	const {catalog, asOf, present} = await openDossier(host, options);
	return writeOut(host, present(digestOf(catalog, asOf ?? catalog.dossier.span.last)));
};
