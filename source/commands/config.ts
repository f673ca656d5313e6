import {readFileSync, statSync} from 'node:fs';
import {dirname, isAbsolute, join} from 'node:path';
import {mayHaveLost} from '../dossier/lost-values.ts';
import type {KeyChanges} from '../state/changed-keymap.ts';
import {THEME_NAMES, type ThemeName} from '../terminal/theme-names.ts';
import {configPath} from './config-path.ts';
import type {Host} from './host.ts';

/** What a reader has set for every start; what is absent is not set. */
interface Config {
	readonly theme?: ThemeName;
	/** Path of a dossier, absolute. */
	readonly dossier?: string;
	readonly ascii?: boolean;
	readonly screenReader?: boolean;
	readonly keys?: KeyChanges;
}

/** A config as it stands in a file. */
export interface FoundConfig {
	readonly path: string;
	/** As much of it as has its shape. */
	readonly config: Config;
	/** What is more of it has not; keys are still to be looked at. */
	readonly isSound: boolean;
	/** Absent: it cannot be read, and `reason` says why. */
	readonly text: string | undefined;
	readonly reason?: string;
}

/** A page of settings is a thousandth of this. */
const MOST_BYTES = 1024 * 1024;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

const isFlag = (value: unknown): value is boolean => typeof value === 'boolean';

const isTheme = (value: unknown): value is ThemeName =>
	(THEME_NAMES as readonly unknown[]).includes(value);

/** The keys of each action that has some, one key or a list of them. */
const keysIn = (value: unknown): readonly (readonly [string, readonly string[]])[] =>
	isObject(value)
		? Object.entries(value).flatMap(([id, keys]) => {
				const list = typeof keys === 'string' ? [keys] : keys;
				return Array.isArray(list) && list.length > 0 && list.every(isText)
					? [[id, list] as const]
					: [];
			})
		: [];

const home = (path: string, env: Host['env']): string =>
	path.startsWith('~/') && env.HOME ? join(env.HOME, path.slice(2)) : path;

/** A path as it is meant in a file of that folder. */
const pathIn = (folder: string, path: string, env: Host['env']): string => {
	const whole = home(path, env);
	return isAbsolute(whole) ? whole : join(folder, whole);
};

const KNOWN = ['$schema', 'theme', 'dossier', 'ascii', 'screenReader', 'keys'];

/**
Takes of a config what has its shape, by hand: this stands before the first frame, for which a validator
would be too much to load. What is wrong with the rest is found out later.
*/
const understood = (
	text: string,
	path: string,
	env: Host['env'],
): Pick<FoundConfig, 'config' | 'isSound'> => {
	let document: unknown;
	try {
		document = JSON.parse(text);
	} catch {}

	if (!isObject(document)) {
		return {config: {}, isSound: false};
	}

	const {theme, dossier, ascii, screenReader, keys = {}, $schema = ''} = document;
	const changes = keysIn(keys);
	const config: Config = {
		...(isTheme(theme) ? {theme} : {}),
		...(isText(dossier) ? {dossier: pathIn(dirname(path), dossier, env)} : {}),
		...(isFlag(ascii) ? {ascii} : {}),
		...(isFlag(screenReader) ? {screenReader} : {}),
		...(changes.length > 0 ? {keys: Object.fromEntries(changes)} : {}),
	};
	const isWhole =
		isObject(keys) &&
		changes.length === Object.keys(keys).length &&
		typeof $schema === 'string' &&
		Object.keys(document).every(
			key => KNOWN.includes(key) && (key === 'keys' || key === '$schema' || key in config),
		);
	// What is whole is not deep. Of a key that is there twice the last one holds.
	return {config, isSound: isWhole && !mayHaveLost(text, document)};
};

const unread = (path: string, reason: string): FoundConfig => ({
	path,
	config: {},
	isSound: false,
	text: undefined,
	reason,
});

/** The config of a reader; nothing where there is none, which is what a first frame mostly finds. */
export const findConfig = (env: Host['env']): FoundConfig | undefined => {
	const path = configPath(env);
	if (path === undefined) {
		return undefined;
	}

	try {
		const status = statSync(path, {throwIfNoEntry: false});
		if (status === undefined) {
			return undefined;
		}

		if (!status.isFile() || status.size > MOST_BYTES) {
			return unread(path, status.isFile() ? 'it is larger than 1 MiB' : 'it is not a file');
		}

		const text = new TextDecoder('utf-8', {fatal: true}).decode(readFileSync(path));
		return {path, text, ...understood(text, path, env)};
	} catch (error) {
		const {code, message} = error as NodeJS.ErrnoException;
		switch (code) {
			case 'ENOTDIR':
				return undefined;
			case 'EACCES':
			case 'EPERM':
				return unread(path, 'you may not read it');
			case 'ERR_ENCODING_INVALID_ENCODED_DATA':
				return unread(path, 'it is not UTF-8 text');
			default:
				return unread(path, message);
		}
	}
};
