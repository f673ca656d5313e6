import {writeFileSync} from 'node:fs';
import {homedir, tmpdir} from 'node:os';
import {join} from 'node:path';
import {makeFolder} from '../terminal/make-folder.ts';
import {visibleText} from '../terminal/visible-text.ts';
import type {Host} from './host.ts';

const stackOf = (error: unknown): string =>
	error instanceof Error ? (error.stack ?? String(error)) : String(error);

/** Where state is kept by default; nowhere for somebody without a home. */
const stateAtHome = (): string | undefined => {
	try {
		return join(homedir(), '.local', 'state');
	} catch {
		return undefined;
	}
};

/** `$XDG_STATE_HOME/libya-tui`, then the folder for temporary files. */
const folders = ({env}: Host): readonly string[] => {
	const state = env.XDG_STATE_HOME || stateAtHome();
	return [...(state === undefined ? [] : [join(state, 'libya-tui')]), tmpdir()];
};

const written = (host: Host, report: string): string | undefined => {
	for (const folder of folders(host)) {
		const path = join(folder, `crash-${host.pid}.txt`);
		try {
			makeFolder(folder, 0o700);
			writeFileSync(path, report, {mode: 0o600});
			return path;
		} catch {
			// The next folder may be writable; where none is, the reader is told so.
		}
	}

	return undefined;
};

const oneLine = (error: unknown): string =>
	visibleText(
		(error instanceof Error ? `${error.name}: ${error.message}` : String(error)).split('\n')[0] ??
			'',
	);

/** Keeps what is known of a crash in a file, and returns what to tell the reader. */
export const crashMessage = (host: Host, error: unknown): string => {
	const path = written(
		host,
		[
			`libya-tui ${host.argv.slice(2).join(' ')}`,
			`Node ${host.version} on ${host.platform}, TERM=${host.env.TERM ?? ''}`,
			`${host.stdout.columns}×${host.stdout.rows}`,
			stackOf(error),
			'',
		].join('\n'),
	);
	return [
		'libya-tui had to stop because of a fault of its own; nothing of yours was changed.',
		`  ${oneLine(error)}`,
		path === undefined
			? 'No report of it could be written.'
			: `Where it happened is in ${path}; please send that along when you report it.`,
		'',
	].join('\n');
};
