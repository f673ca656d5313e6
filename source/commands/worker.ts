import cluster from 'node:cluster';
import type {FileRead, ServedFiles} from './served-files.ts';
import type {OpenedHostKey} from './ssh-material.ts';

/** What a server serves, by what key, and where. */
export interface ToServe {
	readonly files: ServedFiles;
	readonly hostKey: OpenedHostKey;
	readonly port: number;
}

/** What a worker tells the process that has started it. */
export type WorkerMessage =
	/** It can be given what to serve. */
	| {readonly type: 'ready'}
	/** It serves. */
	| {readonly type: 'listening'}
	/** It is there, as it was asked. */
	| {readonly type: 'here'};

/** What it is told. */
export type PrimaryMessage =
	/** What all of them serve from now on. */
	| ({readonly type: 'serve'} & ToServe)
	/** Asks whether it is there. */
	| {readonly type: 'there?'};

/** Whether this process is one of several that serve. */
export const isWorker = (): boolean => cluster.isWorker;

/** Which one it is, from 1; absent: it is none. */
export const workerNumber = (): number | undefined => cluster.worker?.id;

export const tellPrimary = (message: WorkerMessage): void => {
	cluster.worker?.send(message);
};

/** A message shares its memory with what comes after it, and whoever reads a dossier lets go of it. */
const own = (file: FileRead | undefined): FileRead | undefined =>
	file === undefined ? undefined : {path: file.path, bytes: new Uint8Array(file.bytes)};

const ownFiles = ({dossier, article, authorizedKeys}: ServedFiles): ServedFiles => ({
	dossier: own(dossier),
	article: own(article),
	authorizedKeys: own(authorizedKeys),
});

/**
What this worker is to serve, as its siblings do: what stands on the disk may be another thing by now.

@param whenAnew - Given what is to be served instead, each time.
*/
export const givenByPrimary = (whenAnew: (files: ServedFiles) => void): Promise<ToServe> =>
	new Promise(resolve => {
		let hasBegun = false;
		// Others send messages as well, as cluster and prom-client do.
		cluster.worker?.on('message', (message: PrimaryMessage | {readonly type?: undefined}) => {
			switch (message.type) {
				case 'there?':
					tellPrimary({type: 'here'});
					break;
				case 'serve': {
					const files = ownFiles(message.files);
					if (hasBegun) {
						whenAnew(files);
					} else {
						hasBegun = true;
						resolve({...message, files});
					}

					break;
				}
			}
		});
		tellPrimary({type: 'ready'});
	});
