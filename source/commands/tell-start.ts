import type {ServerLog} from '../ssh/server-log.ts';
import {visibleText} from '../terminal/visible-text.ts';
import type {Host} from './host.ts';
import type {ServeOptions} from './serve-options.ts';
import type {OpenedHostKey} from './ssh-material.ts';
import {writeOut} from './write-out.ts';

export interface Start {
	readonly title: string;
	/** Where it listens. */
	readonly port: number;
	readonly hostKey: OpenedHostKey;
}

const startingLines = (
	{title, port, hostKey: {path, fingerprint, isNew}}: Start,
	{host, authorizedKeys}: Pick<ServeOptions, 'host' | 'authorizedKeys'>,
): readonly string[] => [
	`Serving “${visibleText(title)}” at ${host} port ${port}: ssh -p ${port} ${host}`,
	`Host key${isNew ? ', made now' : ''}: 256 ${fingerprint} ${visibleText(path)} (ED25519)`,
	authorizedKeys === undefined
		? 'Anybody who can reach it may read. --authorized-keys FILE lets in only those with a key in it.'
		: `Only those with a key in ${visibleText(authorizedKeys)} may read.`,
];

/**
Tells whoever has started a server how to come in, how to know it, and who can. Where that cannot be written, the
log says so: readers are served all the same.
*/
export const tellStart = async (
	host: Host,
	log: Pick<ServerLog, 'error'>,
	start: Start,
	options: Pick<ServeOptions, 'host' | 'authorizedKeys'>,
): Promise<void> => {
	try {
		await writeOut(host, `${startingLines(start, options).join('\n')}\n`);
	} catch (error) {
		log.error('start-untold', {fault: (error as Error).message});
	}
};
