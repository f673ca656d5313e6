import {execFileSync} from 'node:child_process';
import {accessSync, constants} from 'node:fs';
import {mkdir, writeFile} from 'node:fs/promises';
import path from 'node:path';
import type {Command} from './program.ts';
import {type RecordRow, toCsv, toHistory, toLines, toLog} from './records.ts';

type Environment = Readonly<Record<string, string>>;

/** Another program that shows the same records. */
export type Peer = {
	readonly name: string;
	readonly command: Command;
	/** On its screen when all of it is. */
	readonly ready: string;
	/** Keys to where a row down moves by a row. */
	readonly before: readonly string[];
};

/** The same for all programs: no configuration but what the system has. */
export const PEER_ENVIRONMENT: Environment = {
	GIT_CONFIG_NOSYSTEM: '1',
	GIT_CONFIG_GLOBAL: '/dev/null',
	LESSHISTFILE: '-',
};

type Recipe = Omit<Peer, 'command' | 'ready'> & {
	/** The programs it takes; of each the first of its names that is there. */
	readonly programs: readonly (readonly string[])[];
	/**
	Writes what it reads into the folder.

	@param found - The paths of `programs`, in their order.
	@returns What starts it on that.
	*/
	readonly prepare: (
		rows: readonly RecordRow[],
		folder: string,
		found: readonly string[],
		env: Environment,
	) => Promise<Command>;
	readonly ready: (rows: readonly RecordRow[]) => string;
};

/** Each is given the records as what it is made to read. */
const RECIPES: readonly Recipe[] = [
	{
		// A list with a selection. A commit a record in its main view: a commit in one line is its row.
		name: 'tig',
		programs: [['tig'], ['git']],
		prepare: async (rows, folder, [tig = '', git = ''], env) => {
			const repository = path.join(folder, 'records');
			await mkdir(repository);
			const options = {cwd: repository, env};
			execFileSync(git, ['init', '--quiet', '--initial-branch=main'], options);
			execFileSync(git, ['fast-import', '--quiet'], {...options, input: toHistory(rows)});
			return [tig, '-C', repository];
		},
		ready: rows => `commit 1 of ${rows.length}`,
		before: [],
	},
	{
		// A table with a selection.
		name: 'visidata',
		programs: [['vd', 'visidata']],
		prepare: async (rows, folder, [visidata = '']) => {
			const file = path.join(folder, 'records.csv');
			await writeFile(file, toCsv(rows));
			return [visidata, file];
		},
		ready: rows => `${rows.length} rows`,
		before: [],
	},
	{
		// No selection: a row down scrolls. It opens at the end.
		name: 'lnav',
		programs: [['lnav']],
		prepare: async (rows, folder, [lnav = '']) => {
			const file = path.join(folder, 'records.log');
			await writeFile(file, toLog(rows));
			return [lnav, file];
		},
		// Its rows are cut at the edge.
		ready: rows => rows.at(-1)?.title.slice(0, 60) ?? '',
		before: ['g'],
	},
	{
		// No selection: a row down scrolls. Lines are not wrapped, so that one is a record.
		name: 'less',
		programs: [['less']],
		prepare: async (rows, folder, [less = '']) => {
			const file = path.join(folder, 'lines.txt');
			await writeFile(file, toLines(rows));
			return [less, '-S', file];
		},
		ready: () => 'lines.txt',
		before: [],
	},
	{
		// A list with a selection, the first record at the top as in the others.
		name: 'fzf',
		programs: [['fzf'], ['sh']],
		prepare: async (rows, folder, [fzf = '', sh = '']) => {
			const file = path.join(folder, 'choices.txt');
			await writeFile(file, toLines(rows));
			return [sh, '-c', 'exec "$0" --reverse < "$1"', fzf, file];
		},
		ready: rows => `${rows.length}/${rows.length}`,
		before: [],
	},
];

/** @returns The whole path of the first of the names that is an executable of the search path. */
const findProgram = (names: readonly string[], searchPath = ''): string | undefined =>
	names
		.flatMap(name =>
			searchPath
				.split(path.delimiter)
				.filter(folder => folder !== '')
				.map(folder => path.join(folder, name)),
		)
		.find(file => {
			try {
				accessSync(file, constants.X_OK);
				return true;
			} catch {
				return false;
			}
		});

/**
Writes the records for each of the programs that is installed.

@param folder - Empty; it must stay until the last of them has ended.
@param env - What they will run in; its `PATH` is where they are looked for.
@param wanted - Names of those to look for; absent: all.
@returns Those that are here, and the names of those that are not.
*/
export const preparePeers = async (
	rows: readonly RecordRow[],
	folder: string,
	env: Environment,
	wanted: readonly string[] = RECIPES.map(({name}) => name),
): Promise<{readonly peers: readonly Peer[]; readonly missing: readonly string[]}> => {
	const peers: Peer[] = [];
	const missing: string[] = [];
	const recipes = RECIPES.filter(({name}) => wanted.includes(name));
	for (const {name, programs, prepare, ready, before} of recipes) {
		const found = programs.flatMap(names => findProgram(names, env.PATH) ?? []);
		if (found.length < programs.length) {
			missing.push(name);
			continue;
		}

		const command = await prepare(rows, folder, found, env);
		peers.push({name, command, ready: ready(rows), before});
	}

	return {peers, missing};
};
