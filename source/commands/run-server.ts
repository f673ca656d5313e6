import {createMeters, tellFigures} from '../ssh/meters.ts';
import type {ServerLog} from '../ssh/server-log.ts';
import {createSshServer} from '../ssh/ssh-server.ts';
import type {CommandLimits} from './command-limits.ts';
import {createCommandPool} from './command-pool.ts';
import {createReloads} from './create-reloads.ts';
import type {ExitCode, Host} from './host.ts';
import {listeningFailure} from './listening-failure.ts';
import {openServed} from './open-served.ts';
import {serveFigures} from './serve-figures.ts';
import type {ServeOptions} from './serve-options.ts';
import {serviceOf} from './served-dashboard.ts';
import {readServedFiles, type ServedFiles} from './served-files.ts';
import {hostKeyFor, keyringFor} from './ssh-material.ts';
import {tellStart} from './tell-start.ts';
import {givenByPrimary, isWorker, type ToServe, tellPrimary} from './worker.ts';

/** Connections of which nobody has logged in yet, where few sessions are to be had. */
const LEAST_BEFORE_LOGIN = 50;

/**
Serves in this process until it is told to end.

@param commands - The program that runs commands, in threads, and what they may take.

@throws {Failure} What it needs cannot be read, or it cannot listen where it should.
*/
export const runServer = async (
	host: Host,
	options: ServeOptions,
	log: ServerLog,
	commands: {readonly program: string; readonly limits: CommandLimits},
): Promise<ExitCode> => {
	const reloads = createReloads(log);
	const readHere = async (): Promise<ToServe> => {
		// Unheard it would end the process.
		host.on('SIGHUP', () => reloads.ask(async () => serveInstead(await readServedFiles(options))));
		return {
			hostKey: await hostKeyFor(host, options),
			files: await readServedFiles(options),
			port: options.port,
		};
	};
	const toServe = isWorker()
		? await givenByPrimary(files => reloads.ask(() => serveInstead(files)))
		: await readHere();
	const {hostKey, files} = toServe;
	let keyring = await keyringFor(files.authorizedKeys);
	let served = await openServed(files);
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

	const serveInstead = async (nextFiles: ServedFiles): Promise<void> => {
		const nextKeyring = await keyringFor(nextFiles.authorizedKeys);
		const next = await openServed(nextFiles);
		keyring = nextKeyring;
		served = next;
		server.renew();
		log.info('reload', {records: next.catalogs.raw.records.length});
	};

	const ended = Promise.withResolvers<ExitCode>();
	let isEnding = false;
	const end = async (code: ExitCode): Promise<void> => {
		if (isEnding) {
			// Asked a second time, it waits for nobody. Where every process of a server is asked, as by systemd, a
			// worker is asked by its primary too, which ends it by force where it has to.
			if (!isWorker()) {
				ended.resolve(code);
			}

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
	const metrics = await serveFigures(
		isWorker() ? undefined : options.metricsPort,
		() => meters.registry.metrics(),
		() => isListening,
	);
	const port = await server.listen(toServe.port, options.host).catch(error => {
		throw listeningFailure(options.host, toServe.port, error);
	});
	isListening = true;
	// Not before, as until then there is nobody to be told and nothing to be closed.
	host.on('SIGTERM', () => end(0));
	if (!isWorker()) {
		host.on('SIGINT', () => end(0));
	}

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
		tellPrimary({type: 'listening'});
	} else {
		// Nobody waits for whoever is to read it.
		tellStart(host, log, {title: served.catalogs.raw.dossier.title, port, hostKey}, options);
	}

	reloads.begin();
	const code = await ended.promise;
	metrics?.close();
	pool.close();
	return code;
};
