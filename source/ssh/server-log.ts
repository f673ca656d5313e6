import pino, {type Logger} from 'pino';
import type {LogOutput} from './log-output.ts';

/** Longest text of one field; what clients say of themselves has no end. */
const LONGEST = 96;

/** The same where the server tells of a fault of its own, which may take several lines. */
const LONGEST_FAULT = 4000;

export type Fields = Readonly<Record<string, string | number | boolean | undefined>>;

/** One line for each event: connections, logins, sessions. Never a key press, or what was searched for. */
export interface ServerLog {
	readonly info: (event: string, fields?: Fields) => void;
	readonly warn: (event: string, fields?: Fields) => void;
	readonly error: (event: string, fields?: Fields) => void;
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

/** @param worker - Which of several processes it is, for each of its lines. */
export const openServerLog = (
	format: 'text' | 'json',
	{write}: Pick<LogOutput, 'write'>,
	worker?: number | undefined,
): ServerLog => {
	const logger: Logger = pino(
		{
			base: worker === undefined ? null : {worker},
			messageKey: 'event',
			timestamp: pino.stdTimeFunctions.isoTime,
			formatters: {level: level => ({level})},
		},
		{write: line => write(format === 'json' ? line : asText(line))},
	);
	return {
		info: (event, fields = {}) => logger.info(plainFields(fields), event),
		warn: (event, fields = {}) => logger.warn(plainFields(fields), event),
		error: (event, fields = {}) =>
			logger.error(plainFields(inOneLine(fields), LONGEST_FAULT), event),
	};
};
