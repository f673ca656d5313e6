import cluster, {type Worker} from 'node:cluster';
import {createServer} from 'node:net';
import {AggregatorRegistry} from 'prom-client';
import {type MetricsServer, serveMetrics} from '../ssh/metrics-server.ts';
import {openServerLog} from '../ssh/server-log.ts';
import {Failure} from './failure.ts';
import type {ExitCode, Host} from './host.ts';
import {listeningFailure} from './listening-failure.ts';
import {openServed} from './open-served.ts';
import type {ServeOptions} from './serve-options.ts';
import {readServedFiles, type ServedFiles} from './served-files.ts';
import {hostKeyFor, keyringFor} from './ssh-material.ts';
import {startingLines} from './starting-lines.ts';
import type {PrimaryMessage, WorkerMessage} from './worker.ts';

/** Standard error, as a number: what is written there waits for nobody. */
const LOG = 2;

/** Milliseconds before a worker that has died is replaced, at first and at the most. */
const SOON = 100;
const LATE = 30_000;

/** Milliseconds after which a worker is taken to be well. */
const WELL = 60_000;

/** Listens where the workers will, for a moment. @throws {Failure} That cannot be. */
const tryListening = ({host, port}: Pick<ServeOptions, 'host' | 'port'>): Promise<void> =>
	new Promise((resolve, reject) => {
		const server = createServer();
		server.once('error', error => reject(listeningFailure(host, port, error)));
		server.listen(port, host, () => server.close(() => resolve()));
	});

/**
Reads what is to be served, and looks whether it can be.

@returns Also what the report is called.
@throws {Failure} It cannot.
*/
const readGood = async (
	options: ServeOptions,
): Promise<{readonly files: ServedFiles; readonly title: string}> => {
	const files = await readServedFiles(options);
	await keyringFor(files.authorizedKeys);
	const {catalogs, report} = await openServed(files);
	const dossier =
		files.dossier === undefined || report.bytes === undefined
			? undefined
			: {path: files.dossier.path, bytes: report.bytes};
	return {files: {...files, dossier}, title: catalogs.raw.dossier.title};
};

/**
Serves in several processes at one port. One that dies takes only its own sessions with it, and is replaced,
later each time when it dies again and again.

@throws {Failure} As `runServer`, before any of them is started.
*/
export const runWorkers = async (host: Host, options: ServeOptions): Promise<ExitCode> => {
	// Asked for before there is anything to read anew, it is done when there is; one after another, so that what was
	// read last is what is served.
	const begun = Promise.withResolvers<void>();
	let reloading = begun.promise;
	host.on('SIGHUP', () => {
		reloading = reloading.then(() => reload());
	});
	// What cannot be used is told once, here, and not by each of them. They read nothing themselves, as one that takes
	// the place of another is to serve what the others do, whatever has become of the files.
	const hostKey = await hostKeyFor(host, options);
	let {files, title} = await readGood(options);
	await tryListening(options);
	const log = openServerLog(options.logFormat, LOG);
	const ended = Promise.withResolvers<ExitCode>();
	const retries = new Set<NodeJS.Timeout>();
	/** Workers that have been given what to serve, and are given what is to be served instead. */
	const given = new Set<Worker>();
	/** Workers that serve. */
	const listening = new Set<Worker>();
	let isEnding = false;
	let wait = SOON;
	let port: number | undefined;

	const workers = (): readonly Worker[] =>
		Object.values(cluster.workers ?? {}).filter(worker => worker !== undefined);

	const give = (worker: Worker): void => {
		const message: PrimaryMessage = {type: 'serve', files, hostKey};
		// One that has died meanwhile tells of that itself.
		worker.send(message, () => {});
	};

	const start = (): void => {
		const began = performance.now();
		const worker: Worker = cluster.fork();
		worker.on('message', (message: Partial<WorkerMessage> | undefined) => {
			if (message?.type === 'ready') {
				given.add(worker);
				give(worker);
			}

			if (message?.type !== 'listening') {
				return;
			}

			listening.add(worker);
			if (port !== undefined) {
				return;
			}

			port = message.port ?? options.port;
			const at = {host: options.host, port};
			const lines = startingLines(title, at, hostKey, options);
			host.stdout.write(`${lines.join('\n')}\n`);
		});
		worker.on('error', error => {
			log.error('worker-fault', {worker: worker.id, fault: error.message});
			// One that could not be started has no end to tell of.
			if (worker.process.pid === undefined) {
				onEnd(-1, 'none');
			}
		});
		worker.once('exit', (code, signal) => onEnd(code, signal));
		const onEnd = (code: number, signal: string): void => {
			given.delete(worker);
			listening.delete(worker);
			const isLast = workers().every(other => other.isDead());
			if (isEnding) {
				if (isLast) {
					ended.resolve(0);
				}

				return;
			}

			log.error('worker-died', {worker: worker.id, code, signal, again: wait});
			if (port === undefined) {
				// None has ever served: what keeps this one from it keeps the others too.
				isEnding = true;
				ended.resolve(1);
				return;
			}

			wait = performance.now() - began > WELL ? SOON : wait;
			const retry = setTimeout(() => {
				retries.delete(retry);
				start();
			}, wait);
			retries.add(retry);
			wait = Math.min(LATE, 2 * wait);
		};
	};

	const signal = (name: NodeJS.Signals): void => {
		for (const worker of workers()) {
			worker.process.kill(name);
		}
	};

	const end = (): void => {
		if (isEnding) {
			signal('SIGKILL');
			ended.resolve(0);
			return;
		}

		isEnding = true;
		log.info('shutdown', {});
		for (const retry of retries) {
			clearTimeout(retry);
		}

		if (workers().every(worker => worker.isDead())) {
			ended.resolve(0);
		}

		signal('SIGTERM');
	};

	const reload = async (): Promise<void> => {
		try {
			({files, title} = await readGood(options));
			given.forEach(give);
		} catch (error) {
			// What was served goes on being served.
			log.error('reload-refused', {
				fault: error instanceof Failure ? error.message : String(error),
			});
		}
	};
	let metrics: MetricsServer | undefined;
	if (options.metricsPort !== undefined) {
		const registry = new AggregatorRegistry();
		try {
			metrics = await serveMetrics(
				() => registry.clusterMetrics(),
				() => listening.size > 0,
				'127.0.0.1',
				options.metricsPort,
			);
		} catch (error) {
			throw listeningFailure('127.0.0.1', options.metricsPort, error, '--metrics-port');
		}
	}

	// Not before, as until then there is none to be ended.
	host.on('SIGTERM', end);
	host.on('SIGINT', end);
	log.info('serving', {workers: options.workers, pid: host.pid, metrics: metrics?.port});
	// Bytes as they are, and not as text.
	cluster.setupPrimary({serialization: 'advanced'});
	for (let count = 0; count < options.workers; count++) {
		start();
	}

	begun.resolve();
	const code = await ended.promise;
	metrics?.close();
	await log.close();
	return code;
};
