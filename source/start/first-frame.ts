import {type Stats, statSync} from 'node:fs';
import {isAbsolute, join} from 'node:path';
import {marksPath} from '../commands/marks-path.ts';
import type {PaintedFrame} from '../terminal/first-paint.ts';
import {keepOwnFile, readOwnFile} from './own-file.ts';

/** What a first frame depends on of the environment, besides where files are. */
export const FRAME_ENVIRONMENT = [
	'TERM',
	'COLORTERM',
	'TERM_PROGRAM',
	'TMUX',
	'LC_ALL',
	'LC_CTYPE',
	'LANG',
	'FORCE_COLOR',
	'NO_COLOR',
] as const;

/** Tells a file from what it was before, and from none. */
const stampOf = (path: string | undefined): string => {
	try {
		const {mtimeMs, size, ino} = (path === undefined ? undefined : statSync(path)) as Stats;
		return `${mtimeMs} ${size} ${ino}`;
	} catch {
		return '';
	}
};

const configPath = ({XDG_CONFIG_HOME = '', HOME = ''}: NodeJS.ProcessEnv): string | undefined => {
	const folder = [XDG_CONFIG_HOME, join(HOME, '.config')].find(isAbsolute);
	return folder === undefined ? undefined : join(folder, 'libya-tui', 'config.json');
};

/**
All that a first frame depends on, in a line: a frame that was kept under it is the one that would be
drawn again.

@param build - Tells this build of the program, its dossier included, from every other.
*/
export const frameKey = (
	{env, stdout}: Pick<NodeJS.Process, 'env' | 'stdout'>,
	build: {readonly id: string; readonly dossier: string},
): string =>
	JSON.stringify([
		build.id,
		stdout.columns,
		stdout.rows,
		...FRAME_ENVIRONMENT.map(name => env[name] ?? null),
		...Object.entries(env).filter(([name]) => name.startsWith('LIBYA_TUI_')),
		stampOf(marksPath(env, build.dossier)),
		stampOf(configPath(env)),
	]);

const isText = (value: unknown): value is string => typeof value === 'string';

/** @returns Nothing where none was kept under this key, or none to be trusted. */
export const keptFrame = (path: string, key: string): PaintedFrame | undefined => {
	try {
		const kept: unknown = JSON.parse(readOwnFile(path)?.toString() ?? '');
		if (Array.isArray(kept) && kept.length === 3 && kept.every(isText) && kept[0] === key) {
			return {frame: kept[1] as string, bytes: kept[2] as string};
		}
	} catch {
		// A frame that is not whole is drawn anew.
	}

	return undefined;
};

export const keepFrame = (path: string, key: string, {frame, bytes}: PaintedFrame): void =>
	keepOwnFile(path, [JSON.stringify([key, frame, bytes])]);
