import cluster from 'node:cluster';

/** What a worker tells the process that has started it. */
export interface WorkerMessage {
	readonly type: 'listening';
	readonly port: number;
}

/** Whether this process is one of several that serve. */
export const isWorker = (): boolean => cluster.isWorker;

/** Which one it is, from 1; absent: it is none. */
export const workerNumber = (): number | undefined => cluster.worker?.id;

export const tellPrimary = (message: WorkerMessage): void => {
	cluster.worker?.send(message);
};
