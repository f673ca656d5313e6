import {readDuration} from '../ssh/duration.ts';
import {readTrustedProxies, type TrustedProxies} from '../ssh/trusted-proxies.ts';
import type {Given} from './command-spec.ts';
import {Failure} from './failure.ts';
import type {SERVE} from './serve-spec.ts';

const HELP = 'libya-tui serve --help shows how.';

/** What a server is asked to be. */
export interface ServeOptions {
	readonly dossier: string | undefined;
	readonly article: string | undefined;
	readonly host: string;
	readonly port: number;
	readonly hostKey: string | undefined;
	readonly authorizedKeys: string | undefined;
	readonly maxSessions: number;
	readonly maxPerAddress: number;
	/** Commands that have a thread at a time. */
	readonly maxCommands: number;
	/** Milliseconds; 0: never. */
	readonly idleTimeout: number;
	readonly logFormat: 'text' | 'json';
	readonly metricsPort: number | undefined;
	/** The proxies that are believed; absent: none. */
	readonly proxies: ProxyList | undefined;
	readonly workers: number;
}

const MOST_PORT = 65_535;

/** @throws {Failure} With exit code 2: it is no whole number in these bounds. */
const wholeNumber = (
	option: string,
	value: string | undefined,
	{
		otherwise,
		least,
		most,
	}: {readonly otherwise: number; readonly least: number; readonly most: number},
): number => {
	const number = value === undefined ? otherwise : Number(value);
	if (!/^\d{1,7}$/.test(value ?? '0') || number < least || number > most) {
		throw new Failure(
			`--${option} ${value} is no whole number from ${least} to ${most}. ${HELP}`,
			2,
		);
	}

	return number;
};

type ProxyList = Extract<TrustedProxies, {readonly is: 'list'}>;

/** @throws {Failure} With exit code 2: it is none. */
const durationOf = (option: string, value: string): number => {
	const read = readDuration(value);
	if (read.is === 'wrong') {
		throw new Failure(`--${option} ${value}: ${read.why}. ${HELP}`, 2);
	}

	return read.milliseconds;
};

/** @throws {Failure} With exit code 2: one of them is no address. */
const proxiesOf = (option: string, value: string): ProxyList => {
	const read = readTrustedProxies(value);
	if (read.is === 'wrong') {
		throw new Failure(`--${option}: ${read.why}. ${HELP}`, 2);
	}

	return read;
};

/** @throws {Failure} With exit code 2: an option cannot be what it is. */
export const serveOptions = (given: Given<typeof SERVE>): ServeOptions => {
	const {idleTimeout = '30m', proxyProtocol, metricsPort} = given;
	const port = (option: string, value: string | undefined, otherwise: number): number =>
		wholeNumber(option, value, {otherwise, least: 0, most: MOST_PORT});
	return {
		dossier: given.dossier,
		article: given.article,
		host: given.host ?? '127.0.0.1',
		port: port('port', given.port, 2222),
		hostKey: given.hostKey,
		authorizedKeys: given.authorizedKeys,
		maxSessions: wholeNumber('max-sessions', given.maxSessions, {
			otherwise: 1000,
			least: 1,
			most: 100_000,
		}),
		maxPerAddress: wholeNumber('max-per-address', given.maxPerAddress, {
			otherwise: 10,
			least: 1,
			most: 100_000,
		}),
		maxCommands: wholeNumber('max-commands', given.maxCommands, {
			otherwise: 8,
			least: 1,
			most: 256,
		}),
		idleTimeout: durationOf('idle-timeout', idleTimeout),
		logFormat: given.logFormat ?? 'text',
		metricsPort: metricsPort === undefined ? undefined : port('metrics-port', metricsPort, 0),
		proxies: proxyProtocol === undefined ? undefined : proxiesOf('proxy-protocol', proxyProtocol),
		workers: wholeNumber('workers', given.workers, {otherwise: 1, least: 1, most: 64}),
	};
};
