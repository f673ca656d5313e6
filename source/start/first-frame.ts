import {type Stats, statSync} from 'node:fs';
import {configPath} from '../commands/config-path.ts';
import {marksPath} from '../commands/marks-path.ts';
import {terminalSize} from '../commands/terminal-size.ts';
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
		const status = (path === undefined ? undefined : statSync(path)) as Stats;
		const {mtimeMs, ctimeMs, size, ino, dev} = status;
		return `${mtimeMs} ${ctimeMs} ${size} ${ino} ${dev}`;
	} catch {
		return '';
	}
};

/**
All that a first frame depends on, in a line: a frame that was kept under it is the one that would be
drawn again.

@param build - Tells this build of the program, its dossier included, from every other.
*/
export const frameKey = (
	{env, stdout, version}: Pick<NodeJS.Process, 'env' | 'stdout' | 'version'>,
	build: {readonly id: string; readonly dossier: string},
): string =>
	JSON.stringify([
		build.id,
		// With it come the tables of Unicode.
		version,
		...Object.values(terminalSize({stdout})),
		...FRAME_ENVIRONMENT.map(name => env[name] ?? null),
		...Object.entries(env).filter(([name]) => name.startsWith('LIBYA_TUI_')),
		stampOf(marksPath(env, build.dossier)),
		stampOf(configPath(env)),
	]);

const isText = (value: unknown): value is string => typeof value === 'string';

/** @returns Nothing where none was kept under this key, or none to be trusted. */
export const keptFrame = (path: string, key: string): PaintedFrame | undefined => {
	try {
		const [text = '', copy] = readOwnFile(path)?.toString().split('\n') ?? [];
		const kept: unknown = text === copy ? JSON.parse(text) : undefined;
		if (Array.isArray(kept) && kept.length === 3 && kept.every(isText) && kept[0] === key) {
			return {frame: kept[1] as string, bytes: kept[2] as string};
		}
	} catch {
		// A frame that is not whole is drawn anew.
	}

	return undefined;
};

export const keepFrame = (path: string, key: string, {frame, bytes}: PaintedFrame): void => {
	// Twice, so that damage to it is not taken for what the report says.
	keepOwnFile(path, [
		Array(2)
			.fill(JSON.stringify([key, frame, bytes]))
			.join('\n'),
	]);
};

export const isSameFrame = (a: PaintedFrame, b: PaintedFrame | undefined): boolean =>
	a.frame === b?.frame && a.bytes === b.bytes;
