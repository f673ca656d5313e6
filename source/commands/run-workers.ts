import {createServer} from 'node:net';
import {AggregatorRegistry} from 'prom-client';
import type {LogOutput} from '../ssh/log-output.ts';
import type {ServerLog} from '../ssh/server-log.ts';
import {checkServed} from './check-served.ts';
import {createReloads} from './create-reloads.ts';
import type {ExitCode, Host} from './host.ts';
import {keepWorkers} from './keep-workers.ts';
import {listeningFailure} from './listening-failure.ts';
import {serveFigures} from './serve-figures.ts';
import type {ServeOptions} from './serve-options.ts';
import {readServedFiles, type ServedFiles} from './served-files.ts';
import {sharedBytes} from './shared-bytes.ts';
import {hostKeyFor, keyringFor} from './ssh-material.ts';
import {tellStart} from './tell-start.ts';

/**
Listens where the workers will, for a moment.

@returns The port, which differs from the one that was asked for only where that was 0.
@throws {Failure} That cannot be.
*/
const tryListening = ({host, port}: Pick<ServeOptions, 'host' | 'port'>): Promise<number> =>
	new Promise((resolve, reject) => {
		const server = createServer();
		server.once('error', error => reject(listeningFailure(host, port, error)));
		server.listen(port, host, () => {
			const address = server.address();
			const found = typeof address === 'object' && address !== null ? address.port : port;
			server.close(() => resolve(found));
		});
	});

export interface RunWorkersOptions {
	/** The program that has threads. */
	readonly program: string;
	readonly log: ServerLog;
	/** Where that goes, and what workers log. */
	readonly output: Pick<LogOutput, 'write'>;
}

/**
Serves in several processes at one port. One that dies takes only its own sessions with it, and is replaced.

@throws {Failure} As `runServer`, before any of them is started.
*/
export const runWorkers = async (
	host: Host,
	options: ServeOptions,
	{program, log, output}: RunWorkersOptions,
): Promise<ExitCode> => {
	/** @returns Also what the report is called. @throws {Failure} It cannot be served. */
	const readGood = async (): Promise<{readonly files: ServedFiles; readonly title: string}> => {
		const {dossier, ...others} = await readServedFiles(options);
		await keyringFor(others.authorizedKeys);
		const files: ServedFiles = {
			...others,
			dossier: dossier === undefined ? undefined : {...dossier, bytes: sharedBytes(dossier.bytes)},
		};
		return {files, title: await checkServed(program, files)};
	};

	const reloads = createReloads(log);
	// Unheard it would end the process. What is read here is given to all workers, and they read nothing themselves, as
	// one that takes the place of another is to serve what the others do, whatever has become of the files.
	host.on('SIGHUP', () =>
		reloads.ask(async () => {
			({files} = await readGood());
			workers.giveAnew();
		}),
	);
	const hostKey = await hostKeyFor(host, options);
	const {title, ...read} = await readGood();
	let {files} = read;
	const port = await tryListening(options);
	const registry = new AggregatorRegistry();
	const metrics = await serveFigures(
		options.metricsPort,
		() => registry.clusterMetrics(),
		() => workers.isOneServing(),
	);
	log.info('serving', {workers: options.workers, pid: host.pid, metrics: metrics?.port});
	const workers = keepWorkers({
		count: options.workers,
		toServe: () => ({files, hostKey, port}),
		onServing() {
			// Nobody waits for whoever is to read it.
			tellStart(host, log, {title, port, hostKey}, options);
		},
		log,
		output,
	});
	const onFault = (error: unknown): void => {
		log.error('fault', {fault: error instanceof Error ? (error.stack ?? '') : String(error)});
		workers.end(1);
	};

	host.on('uncaughtException', onFault);
	host.on('unhandledRejection', onFault);
	// Not before, as until then there is none to be ended.
	host.on('SIGTERM', () => workers.end(0));
	host.on('SIGINT', () => workers.end(0));
	reloads.begin();
	const code = await workers.ended;
	metrics?.close();
	return code;
};
