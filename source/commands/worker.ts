import cluster from 'node:cluster';
import type {FileRead, ServedFiles} from './served-files.ts';
import type {OpenedHostKey} from './ssh-material.ts';

/** What a worker tells the process that has started it: that it can be given what to serve, and that it serves. */
export type WorkerMessage =
	| {readonly type: 'ready'}
	| {readonly type: 'listening'; readonly port: number};

/** What it is told: what all of them serve from now on. */
export interface PrimaryMessage {
	readonly type: 'serve';
	readonly files: ServedFiles;
	readonly hostKey: OpenedHostKey;
}

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
export const givenByPrimary = (
	whenAnew: (files: ServedFiles) => void,
): Promise<Omit<PrimaryMessage, 'type'>> =>
	new Promise(resolve => {
		let hasBegun = false;
		cluster.worker?.on('message', (message: Partial<PrimaryMessage> | undefined) => {
			if (message?.type !== 'serve' || message.files === undefined) {
				return;
			}

			const files = ownFiles(message.files);
			if (hasBegun) {
				whenAnew(files);
			} else if (message.hostKey !== undefined) {
				hasBegun = true;
				resolve({files, hostKey: message.hostKey});
			}
		});
		tellPrimary({type: 'ready'});
	});
