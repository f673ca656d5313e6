import {constants, fstatSync, openSync} from 'node:fs';
import pino, {type Logger} from 'pino';

/** Longest text of one field; what clients say of themselves has no end. */
const LONGEST = 96;

/** The same where the server tells of a fault of its own, which may take several lines. */
const LONGEST_FAULT = 4000;

/** Milliseconds that whoever takes the lines gets for the last of them. */
const LAST_LINES = 300;

export type Fields = Readonly<Record<string, string | number | boolean | undefined>>;

/** One line for each event: connections, logins, sessions. Never a key press, or what was searched for. */
export interface ServerLog {
	readonly info: (event: string, fields?: Fields) => void;
	readonly warn: (event: string, fields?: Fields) => void;
	readonly error: (event: string, fields?: Fields) => void;
	/** Writes what waits, as far as anybody takes it; what comes later is lost. Never fails, nor waits long. */
	readonly close: () => Promise<void>;
}

/** Printable ASCII, so that no line can be made to look like two, or be obeyed by a terminal. */
const plain = (text: string, longest: number): string =>
	(text.length > longest ? `${text.slice(0, longest)}...` : text).replaceAll(/[^ -~]/g, '?');

const plainFields = (fields: Fields, longest = LONGEST): Fields =>
	Object.fromEntries(
		Object.entries(fields).flatMap(([key, value]) =>
			value === undefined ? [] : [[key, typeof value === 'string' ? plain(value, longest) : value]],
		),
	);

/** Lines one after the other, as each event has one. */
const inOneLine = (fields: Fields): Fields =>
	Object.fromEntries(
		Object.entries(fields).map(([key, value]) => [
			key,
			typeof value === 'string' ? value.trim().replaceAll(/\s*\n\s*/g, ' | ') : value,
		]),
	);

const quoted = (value: unknown): string => {
	const text = String(value);
	return /[\s"=]/.test(text) || text === '' ? JSON.stringify(text) : text;
};

/** `2026-01-31T12:00:00.000Z info session-start address=::1 columns=80`. */
const asText = (line: string): string => {
	const {time, level, event, ...fields} = JSON.parse(line) as Record<string, unknown>;
	const told = Object.entries(fields).map(([key, value]) => ` ${key}=${quoted(value)}`);
	return `${time} ${level} ${event}${told.join('')}\n`;
};

/**
A pipe opened anew, so that a write to it never waits. What it was opened as before is shared with other processes, and
Node has writes wait there again as soon as one of them ends; one that waits keeps this process from ending.
*/
const withoutWaiting = (fd: number): number => {
	try {
		return fstatSync(fd).isFIFO()
			? openSync(`/proc/self/fd/${fd}`, constants.O_WRONLY | constants.O_NONBLOCK)
			: fd;
	} catch {
		// Nobody reads it, or it is not Linux.
		return fd;
	}
};

/**
@param fd - Where lines go; whoever reads them too slowly holds up nobody, and loses lines in the end.
@param worker - Which of several processes it is, for each of its lines.
*/
export const openServerLog = (
	format: 'text' | 'json',
	fd: number,
	worker?: number | undefined,
): ServerLog => {
	const destination = pino.destination({
		fd: withoutWaiting(fd),
		sync: false,
		maxLength: 4 * 1024 * 1024,
	});
	// A log that nobody takes is no reason to end what people read.
	destination.on('error', () => {});
	let isClosed = false;
	const sink = {
		write(line: string): void {
			if (!isClosed) {
				destination.write(format === 'json' ? line : asText(line));
			}
		},
	};
	const logger: Logger = pino(
		{
			base: worker === undefined ? null : {worker},
			messageKey: 'event',
			timestamp: pino.stdTimeFunctions.isoTime,
			formatters: {level: level => ({level})},
		},
		sink,
	);
	return {
		info: (event, fields = {}) => logger.info(plainFields(fields), event),
		warn: (event, fields = {}) => logger.warn(plainFields(fields), event),
		error: (event, fields = {}) =>
			logger.error(plainFields(inOneLine(fields), LONGEST_FAULT), event),
		async close() {
			if (isClosed) {
				return;
			}

			isClosed = true;
			// Not `flushSync`, which tries again without end where nothing can be written, as on a full disk.
			const {promise, resolve} = Promise.withResolvers<void>();
			destination.once('close', resolve);
			destination.once('error', resolve);
			const late = setTimeout(resolve, LAST_LINES);
			destination.end();
			await promise;
			clearTimeout(late);
			// Else pino does so as the process ends.
			destination.destroy();
		},
	};
};
