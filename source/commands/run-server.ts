import {createMeters, tellFigures} from '../ssh/meters.ts';
import {type MetricsServer, serveMetrics} from '../ssh/metrics-server.ts';
import {openServerLog, type ServerLog} from '../ssh/server-log.ts';
import {createSshServer, type SshServer} from '../ssh/ssh-server.ts';
import type {CommandLimits} from './command-limits.ts';
import {createCommandPool} from './command-pool.ts';
import {Failure} from './failure.ts';
import type {ExitCode, Host} from './host.ts';
import {listeningFailure} from './listening-failure.ts';
import {openServed} from './open-served.ts';
import type {ServeOptions} from './serve-options.ts';
import {serviceOf} from './served-dashboard.ts';
import {readServedFiles, type ServedFiles} from './served-files.ts';
import {hostKeyFor, keyringFor} from './ssh-material.ts';
import {startingLines} from './starting-lines.ts';
import {givenByPrimary, isWorker, tellPrimary, workerNumber} from './worker.ts';

/** Standard error, as a number: what is written there waits for nobody. */
const LOG = 2;

/** Connections of which nobody has logged in yet, where few sessions are to be had. */
const LEAST_BEFORE_LOGIN = 50;

const METRICS_HOST = '127.0.0.1';

/** @throws {Failure} It cannot listen there. */
const listen = async (
	{listen: begin}: Pick<SshServer, 'listen'>,
	host: string,
	port: number,
): Promise<number> => {
	try {
		return await begin(port, host);
	} catch (error) {
		throw listeningFailure(host, port, error);
	}
};

/** @throws {Failure} It cannot listen there. */
const figuresAt = async (
	port: number | undefined,
	meters: ReturnType<typeof createMeters>,
	isServing: () => boolean,
): Promise<MetricsServer | undefined> => {
	if (port === undefined || isWorker()) {
		return undefined;
	}

	try {
		return await serveMetrics(() => meters.registry.metrics(), isServing, METRICS_HOST, port);
	} catch (error) {
		throw listeningFailure(METRICS_HOST, port, error, '--metrics-port');
	}
};

/**
Serves in this process until it is told to end.

@param commands - The program that runs commands, in threads, and what they may take.

@throws {Failure} What it needs cannot be read, or it cannot listen where it should.
*/
export const runServer = async (
	host: Host,
	options: ServeOptions,
	commands: {readonly program: string; readonly limits: CommandLimits},
): Promise<ExitCode> => {
	// Asked for before there is anything to read anew, it is done when there is. One after another, so that what was
	// read last is what is served.
	const begun = Promise.withResolvers<void>();
	let reloading = begun.promise;
	const reloadFrom = (read: () => Promise<ServedFiles>): void => {
		reloading = reloading.then(() => reload(read));
	};
	const readHere = async () => {
		// Unheard it would end the process.
		host.on('SIGHUP', () => reloadFrom(() => readServedFiles(options)));
		return {
			hostKey: await hostKeyFor(host, options),
			files: await readServedFiles(options),
		};
	};
	const {hostKey, files} = isWorker()
		? await givenByPrimary(anew => reloadFrom(async () => anew))
		: await readHere();
	let keyring = await keyringFor(files.authorizedKeys);
	let served = await openServed(files);
	const log: ServerLog = openServerLog(options.logFormat, LOG, workerNumber());
	const meters = createMeters();
	const pool = createCommandPool(commands.program, commands.limits);
	const server = createSshServer({
		hostKey: hostKey.privateKey,
		keyring: () => keyring,
		limits: {
			connections: 2 * options.maxSessions,
			beforeLogin: Math.max(LEAST_BEFORE_LOGIN, options.maxSessions / 10),
			perAddress: options.maxPerAddress,
			// Where many come from one address, they may also come at once.
			perSecond: options.maxPerAddress / 2,
			burst: 1.5 * options.maxPerAddress,
			sessions: options.maxSessions,
			idle: options.idleTimeout,
		},
		proxies: options.proxies,
		service: serviceOf(() => served, pool),
		log,
		meters,
	});

	const reload = async (read: () => Promise<ServedFiles>): Promise<void> => {
		try {
			const nextFiles = await read();
			const nextKeyring = await keyringFor(nextFiles.authorizedKeys);
			const next = await openServed(nextFiles);
			keyring = nextKeyring;
			served = next;
			server.renew();
			log.info('reload', {records: next.catalogs.raw.records.length});
		} catch (error) {
			// What was served goes on being served.
			log.error('reload-refused', {
				fault: error instanceof Failure ? error.message : String(error),
			});
		}
	};

	const ended = Promise.withResolvers<ExitCode>();
	let isEnding = false;
	const end = async (code: ExitCode): Promise<void> => {
		if (isEnding) {
			// Asked a second time, it waits for nobody.
			ended.resolve(code);
			return;
		}

		isEnding = true;
		log.info('shutdown', {});
		await server.shutDown();
		ended.resolve(code);
	};

	const onFault = (error: unknown): void => {
		if (!server.blame(error)) {
			log.error('fault', {fault: error instanceof Error ? (error.stack ?? '') : String(error)});
			end(1);
		}
	};

	host.on('uncaughtException', onFault);
	host.on('unhandledRejection', onFault);
	let isListening = false;
	const metrics = await figuresAt(options.metricsPort, meters, () => isListening);
	const port = await listen(server, options.host, options.port);
	isListening = true;
	// Not before, as until then there is nobody to be told and nothing to be closed.
	host.on('SIGTERM', () => end(0));
	host.on('SIGINT', () => end(0));
	log.info('listening', {
		host: options.host,
		port,
		pid: host.pid,
		hostKey: hostKey.fingerprint,
		keys: keyring?.size ?? 'any',
		metrics: metrics?.port,
	});
	if (isWorker()) {
		tellFigures(meters);
		tellPrimary({type: 'listening', port});
	} else {
		const {title} = served.catalogs.raw.dossier;
		const lines = startingLines(title, {host: options.host, port}, hostKey, options);
		host.stdout.write(`${lines.join('\n')}\n`);
	}

	begun.resolve();
	const code = await ended.promise;
	metrics?.close();
	pool.close();
	await log.close();
	return code;
};
