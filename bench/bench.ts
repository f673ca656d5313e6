import {mkdir, mkdtempDisposable, writeFile} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import {parseArgs} from 'node:util';
import {builtCommand, testEnvironment} from '../test/support/terminal.ts';
import {type Amounts, FULL, QUICK} from './amounts.ts';
import {type Findings, rounded, thisMachine} from './findings.ts';
import {measureHeld} from './held.ts';
import {measureIdle} from './idle.ts';
import {measureKeys} from './keys.ts';
import {formatLatest} from './latest.ts';
import {measureMemory} from './memory.ts';
import {PEER_ENVIRONMENT, preparePeers} from './peers.ts';
import type {Command, Place} from './program.ts';
import {type Progress, progressOn} from './progress.ts';
import {builtInRows} from './records.ts';
import {formatReport} from './report.ts';
import {measureScale} from './scale.ts';
import {COLUMNS, ROWS} from './script.ts';
import {measureStarts} from './starts.ts';
import {listed, targetsOf} from './targets.ts';

const HELP = `Measures what a person at a terminal waits for: the start, and each key; and memory.
Whichever of tig, visidata, lnav, less and fzf is installed shows the same records in turn with it.

  npm run bench -- [--quick] [--check] [-- COMMAND ARG…]

  --quick   two minutes instead of seven, and less exact
  --check   exit 1 when a target is missed
  COMMAND   another program that shows the same dashboard, such as an earlier build

Without a COMMAND, bench/latest.json is written: npm run generate puts it into the README.
Exit codes: 0 measured, 1 a target missed under --check, 2 a usage error or nothing measured.
`;

const LATEST = path.join(import.meta.dirname, 'latest.json');

type Options = {
	readonly isQuick: boolean;
	readonly isCheck: boolean;
	readonly command: Command | undefined;
};

/** @throws {TypeError} An option that there is not. */
const parseOptions = (): Options | 'help' => {
	const {values, positionals} = parseArgs({
		options: {quick: {type: 'boolean'}, check: {type: 'boolean'}, help: {type: 'boolean'}},
		allowPositionals: true,
	});
	const [file, ...args] = positionals;
	return values.help === true
		? 'help'
		: {
				isQuick: values.quick === true,
				isCheck: values.check === true,
				command: file === undefined ? undefined : [file, ...args],
			};
};

/** @throws {Error} A program did not start, ended of itself, or did something else than it does. */
const measure = async (
	command: Command,
	amounts: Amounts,
	progress: Progress,
): Promise<Omit<Findings, 'isQuick'>> => {
	const machine = thisMachine();
	await using folder = await mkdtempDisposable(path.join(os.tmpdir(), 'libya-tui-bench-'));
	const home = path.join(folder.path, 'home');
	await mkdir(home);
	const place: Place = {
		// Small and fixed: without NODE_EXTRA_CA_CERTS, which slows every start, NODE_OPTIONS and CI.
		env: testEnvironment({HOME: home, ...PEER_ENVIRONMENT}),
		columns: COLUMNS,
		rows: ROWS,
	};
	const records = builtInRows();
	const {peers, missing} = await preparePeers(records, folder.path, place.env);
	return {
		date: new Date().toISOString().slice(0, 10),
		machine,
		columns: COLUMNS,
		rows: ROWS,
		records: records.length,
		missing,
		starts: await measureStarts(command, peers, place, amounts.startRounds, progress),
		keys: await measureKeys(command, peers, place, amounts.keyRounds, progress),
		held: await measureHeld(command, place, amounts.holds, progress),
		idle: await measureIdle(command, place, amounts.idleSeconds, progress),
		memory: await measureMemory(command, place, amounts, progress),
		scale: await measureScale(command, place, folder.path, amounts.scaleRounds, progress),
	};
};

const run = async ({isQuick, isCheck, command}: Options): Promise<number> => {
	let measured: Omit<Findings, 'isQuick'>;
	{
		using progress = progressOn(process.stderr);
		measured = await measure(command ?? builtCommand([]), isQuick ? QUICK : FULL, progress);
	}

	const findings = rounded({...measured, isQuick});
	const targets = targetsOf(findings);
	console.log(formatReport(findings, targets));
	if (command === undefined) {
		await writeFile(LATEST, formatLatest(findings, listed(targets)));
	}

	return isCheck && listed(targets).some(({met}) => met === false) ? 1 : 0;
};

const main = async (): Promise<number> => {
	let options: Options | 'help';
	try {
		options = parseOptions();
	} catch (error) {
		console.error(`${(error as Error).message}\n\n${HELP}`);
		return 2;
	}

	if (options === 'help') {
		process.stdout.write(HELP);
		return 0;
	}

	try {
		return await run(options);
	} catch (error) {
		console.error((error as Error).message);
		return 2;
	}
};

process.exitCode = await main();
