import {visibleText} from '../terminal/visible-text.ts';
import type {ServeOptions} from './serve-options.ts';
import type {OpenedHostKey} from './ssh-material.ts';

/** What whoever starts a server is told: how to come in, how to know it, and who can. */
export const startingLines = (
	title: string,
	{host, port}: {readonly host: string; readonly port: number},
	{path, fingerprint, isNew}: OpenedHostKey,
	{authorizedKeys}: Pick<ServeOptions, 'authorizedKeys'>,
): readonly string[] => [
	`Serving “${visibleText(title)}” at ${host} port ${port}: ssh -p ${port} ${host}`,
	`Host key${isNew ? ', made now' : ''}: 256 ${fingerprint} ${visibleText(path)} (ED25519)`,
	authorizedKeys === undefined
		? 'Anybody who can reach it may read. --authorized-keys FILE lets in only those with a key in it.'
		: `Only those with a key in ${visibleText(authorizedKeys)} may read.`,
];
