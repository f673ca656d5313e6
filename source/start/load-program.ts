import {readFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {Script} from 'node:vm';
import {compiledCodeIn, keepCompiledCode} from './compiled-code.ts';

export interface ProgramFile {
	/** Names the file of its compiled code. */
	readonly name: string;
	/** A CommonJS module within the function that Node would wrap it in, ASCII only. */
	readonly path: string;
	/** Tells this build of it from every other. */
	readonly id: string;
	/** What the module asks for others with. */
	readonly require: NodeJS.Require;
}

export interface LoadedProgram<Exports> {
	readonly exports: Exports;
	/** Keeps what has been compiled by now for the next start; absent: that is where it came from. */
	readonly keepCompiled: (() => void) | undefined;
}

type Wrapper = (
	exports: unknown,
	require: NodeJS.Require,
	module: {exports: unknown},
	filename: string,
	directory: string,
) => void;

/**
Runs a module from its compiled code, which saves most of the time that a start takes.

Node's own cache keeps a module as it was compiled at first, when nearly all functions still wait to be
compiled on their first call. What is kept here has those that a start calls.

@param folder - Where compiled code is kept; absent: nowhere.
*/
export const loadProgram = <Exports>(
	{name, path, id, require}: ProgramFile,
	folder: string | undefined,
): LoadedProgram<Exports> => {
	const kept = folder === undefined ? undefined : join(folder, `${name}.compiled`);
	const cachedData = kept === undefined ? undefined : compiledCodeIn(kept, id);
	const source = readFileSync(path, 'latin1');
	const script = new Script(source, {
		filename: path,
		...(cachedData === undefined ? {} : {cachedData: cachedData as Buffer}),
	});
	const isFromKept = cachedData !== undefined && script.cachedDataRejected !== true;
	const module: {exports: unknown} = {exports: {}};
	(script.runInThisContext() as Wrapper)(module.exports, require, module, path, dirname(path));
	return {
		exports: module.exports as Exports,
		keepCompiled: isFromKept
			? undefined
			: () => {
					if (kept !== undefined) {
						keepCompiledCode(kept, id, script.createCachedData());
					}
				},
	};
};
