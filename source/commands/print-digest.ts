import {digestOf} from '../formats/digest.ts';
import type {ExitCode, Host} from './host.ts';
import type {OpenOptions} from './open-dossier.ts';
import {openSet} from './open-set.ts';
import {settingsOf} from './settings.ts';
import {tellFaults} from './tell-faults.ts';
import {writeOut} from './write-out.ts';

/** Prints a dossier in short, for where there is no terminal to show it on. */
export const printDigest = async (host: Host, options: OpenOptions): Promise<ExitCode> => {
	const settings = settingsOf(host.env);
	const {opened, fault} = await openSet(
		host,
		{...options, isAscii: options.isAscii || settings.isAscii},
		settings,
	);
	tellFaults(host, [
		...((await settings.faults?.()) ?? []),
		...(fault === undefined ? [] : [fault]),
	]);
	const {catalog, asOf, present} = opened;
	return writeOut(host, present(digestOf(catalog, asOf ?? catalog.dossier.span.last)));
};
