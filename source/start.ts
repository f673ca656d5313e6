/*
What the launcher hands over to on a Node that is new enough. It answers at once what needs no program,
and for the rest runs a program from its compiled code. The first frame of the dashboard stands on the
terminal before that: it is kept, as long as nothing that it depends on has changed.
*/
import type {Cluster} from 'node:cluster';
import {join} from 'node:path';
import process from 'node:process';
import {aboutText} from './commands/about-text.ts';
import {isCommandName} from './commands/command-specs.ts';
import {directHost} from './commands/direct-host.ts';
import type {DashboardStart} from './commands/show-dashboard.ts';
import {writeOut} from './commands/write-out.ts';
import {hearBeforeServing} from './start/before-serving.ts';
import {cacheFolder} from './start/cache-folder.ts';
import {paintEarly} from './start/early-frame.ts';
import {frameKey, isSameFrame, keepFrame, keptFrame} from './start/first-frame.ts';
import {loadProgram} from './start/load-program.ts';
import type {Main} from './start/main.ts';
import {
	compileLightly,
	giveNewSpaceRoom,
	keepHeapSmall,
	keepNewSpaceSmall,
	letNewSpaceGrow,
} from './start/small-heap.ts';

/** Milliseconds after the first frame by which whoever opened the program is still reading it. */
const QUIET_AFTER = 400;

/** Bytes of a dossier that are worth more room for new objects. */
const MUCH = 4 * 1024 * 1024;

type Program = {readonly main: Main};

type ProgramName = 'dashboard' | 'command' | 'server';

/** Put in by the build: a hash of each program; none where they are ES modules. */
declare const PROGRAM_IDS: Readonly<Record<ProgramName, string>> | undefined;

/** Put in by the build: the id of the built-in dossier, and a hash of it. */
declare const BUILT_IN: {readonly id: string; readonly hash: string};

const words = process.argv.slice(2);

/** Where the first frame is kept, and under what; nothing for a start that may draw another. */
const framePlace = (
	folder: string | undefined,
	program: string,
): {readonly path: string; readonly key: string} | undefined =>
	folder === undefined || words.length > 0
		? undefined
		: {
				path: join(folder, 'first-frame'),
				key: frameKey(process, {id: `${program} ${BUILT_IN.hash}`, dossier: BUILT_IN.id}),
			};

const giveRoomFor = (bytes: number): void => {
	if (bytes >= MUCH) {
		giveNewSpaceRoom();
	}
};

const runDashboard = async (id: string): Promise<void> => {
	const folder = cacheFolder(process.env);
	const place = framePlace(folder, id);
	const kept = place === undefined ? undefined : keptFrame(place.path, place.key);
	const early = kept === undefined ? undefined : paintEarly(process, kept);
	const path = join(import.meta.dirname, 'dashboard.cjs');
	const {exports, keepCompiled} = loadProgram<Program>(
		{name: 'dashboard', path, id, require},
		folder,
	);
	const keepSmall = (): void => {
		keepHeapSmall();
		compileLightly();
	};

	// A dossier out of a file leaves much behind as it is read; until it is there, room for that is kept.
	let isOfFile = words.length > 0;
	if (isOfFile) {
		keepNewSpaceSmall();
	} else if (keepCompiled === undefined) {
		keepSmall();
	}

	const whenReady: DashboardStart['whenReady'] = first => {
		if (keepCompiled === undefined && isOfFile) {
			keepSmall();
		}

		setTimeout(() => {
			// Also what was kept is held against what was drawn.
			const painted = place === undefined ? undefined : first?.();
			if (place !== undefined && painted !== undefined && !isSameFrame(painted, kept)) {
				keepFrame(place.path, place.key, painted);
			}

			if (keepCompiled !== undefined) {
				letNewSpaceGrow();
				keepCompiled();
				// Not before, as V8 takes code only under the flags that it was compiled under.
				keepSmall();
			}
		}, QUIET_AFTER).unref();
	};

	const whenReading: DashboardStart['whenReading'] = bytes => {
		// Also one that is named in the config.
		isOfFile = true;
		giveRoomFor(bytes);
	};

	await exports.main(process, {early, whenReady, whenReading});
};

const runCommand = async (name: 'command' | 'server', id: string): Promise<void> => {
	const path = join(import.meta.dirname, `${name}.cjs`);
	const {exports, keepCompiled} = loadProgram<Program>(
		{name, path, id, require},
		cacheFolder(process.env),
	);
	await exports.main(process, {
		early: undefined,
		whenReady() {
			if (keepCompiled !== undefined) {
				letNewSpaceGrow();
				keepCompiled();
			}
		},
		whenReading: giveRoomFor,
	});
};

const runPlain = async (name: ProgramName): Promise<void> => {
	const path = `./${name}.mjs`;
	const {main} = (await import(path)) as Program;
	await main(process, {early: undefined, whenReady: () => {}, whenReading: () => {}});
};

const programWanted = (): ProgramName => {
	const [word] = words;
	if (word === 'serve') {
		return 'server';
	}

	const isOnTerminal = process.stdout.isTTY === true && process.stdin.isTTY === true;
	return !isCommandName(word) && isOnTerminal ? 'dashboard' : 'command';
};

const run = (): Promise<void> => {
	const name = programWanted();
	if (name === 'server') {
		const {isWorker} = process.getBuiltinModule('node:cluster') as unknown as Cluster;
		hearBeforeServing(process, isWorker);
	}

	if (PROGRAM_IDS === undefined) {
		return runPlain(name);
	}

	return name === 'dashboard'
		? runDashboard(PROGRAM_IDS[name])
		: runCommand(name, PROGRAM_IDS[name]);
};

const text = words.length === 1 ? aboutText(words[0]) : undefined;
if (text === undefined) {
	run();
} else {
	writeOut(directHost(process), text).catch((error: Error) => {
		process.stderr.write(`libya-tui: ${error.message}\n`);
		process.exitCode = 1;
	});
}
