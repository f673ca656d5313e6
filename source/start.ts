/*
What the launcher hands over to on a Node that is new enough. It answers at once what needs no program,
and for the rest runs a program from its compiled code.
*/
import {join} from 'node:path';
import process from 'node:process';
import {aboutText} from './commands/about-text.ts';
import {writeOut} from './commands/write-out.ts';
import {cacheFolder} from './start/cache-folder.ts';
import {loadProgram} from './start/load-program.ts';
import type {Main} from './start/main.ts';
import {keepHeapSmall, keepNewSpaceSmall, letNewSpaceGrow} from './start/small-heap.ts';

/** Milliseconds after the first frame by which whoever opened the program is still reading it. */
const QUIET_AFTER = 400;

type Program = {readonly main: Main};

/** Put in by the build: a hash of each program; none where they are ES modules. */
declare const PROGRAM_IDS: Readonly<Record<'dashboard' | 'command', string>> | undefined;

const run = async (name: 'dashboard' | 'command'): Promise<void> => {
	if (PROGRAM_IDS === undefined) {
		const path = `./${name}.mjs`;
		const {main} = (await import(path)) as Program;
		await main(process, () => {});
		return;
	}

	const path = join(import.meta.dirname, `${name}.cjs`);
	const {exports, keepCompiled} = loadProgram<Program>(
		{name, path, id: PROGRAM_IDS[name], require},
		cacheFolder(process.env),
	);
	const isOfFile = words.length > 0;
	if (name === 'dashboard') {
		if (isOfFile) {
			keepNewSpaceSmall();
		} else if (keepCompiled === undefined) {
			keepHeapSmall();
		}
	}

	await exports.main(process, () => {
		if (name === 'command') {
			keepCompiled?.();
		} else if (keepCompiled === undefined) {
			if (isOfFile) {
				keepHeapSmall();
			}
		} else {
			setTimeout(() => {
				letNewSpaceGrow();
				keepCompiled();
				// Not before, as V8 takes code only under the flags that it was compiled under.
				keepHeapSmall();
			}, QUIET_AFTER).unref();
		}
	});
};

const words = process.argv.slice(2);
const text = words.length === 1 ? aboutText(words[0]) : undefined;
if (text === undefined) {
	const isDashboard =
		words[0] !== 'list' && process.stdout.isTTY === true && process.stdin.isTTY === true;
	run(isDashboard ? 'dashboard' : 'command');
} else {
	writeOut(process, text).catch((error: Error) => {
		process.stderr.write(`libya-tui: ${error.message}\n`);
		process.exitCode = 1;
	});
}
