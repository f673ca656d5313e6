import {mkdtempDisposable, writeFile} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import {parseArgs} from 'node:util';
import {builtCommand, testEnvironment} from '../../test/support/terminal.ts';
import {rounded, thisMachine} from '../findings.ts';
import {formatLatest} from '../latest.ts';
import type {Command} from '../program.ts';
import {type Progress, progressOn} from '../progress.ts';
import {type Amounts, FULL, QUICK} from './amounts.ts';
import {measureFirstFrames, measureHandshakes, measureHandshakesInTurn} from './arrivals.ts';
import {measureDepartures} from './departures.ts';
import {SIZES, type SshFindings} from './findings.ts';
import {measureIdle} from './idle.ts';
import {measureReaders} from './readers.ts';
import {formatSshReport} from './report.ts';
import {ServedProgram} from './served-program.ts';
import {measureShutDown} from './shut-down.ts';
import {sshTargetsOf} from './targets.ts';

const HELP = `Measures what many readers of one server wait for, and what they take: libya-tui serve.

  npm run bench:ssh -- [--quick] [--check] [-- COMMAND ARG…]

  --quick   five minutes instead of twenty, and less exact
  --check   exit 1 when a target is missed
  COMMAND   another program that has the same serve, such as an earlier build

Without a COMMAND, bench/latest-ssh.json is written: npm run generate puts it into the README.
Clients come from many addresses of 127.0.0.0/8, of which not every system answers to all.
Exit codes: 0 measured, 1 a target missed under --check, 2 a usage error or nothing measured.
`;

const LATEST = path.join(import.meta.dirname, '../latest-ssh.json');

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

/** @throws {Error} The server did not start, let somebody not in, or kept them waiting without end. */
const measure = async (
	command: Command,
	amounts: Amounts,
	progress: Progress,
): Promise<Omit<SshFindings, 'isQuick'>> => {
	const machine = thisMachine();
	await using folder = await mkdtempDisposable(path.join(os.tmpdir(), 'libya-tui-bench-'));
	const env = testEnvironment({HOME: folder.path, XDG_STATE_HOME: folder.path});
	/** Each figure is of a server of its own, which has nothing behind it. */
	const served = async <Found>(work: (server: ServedProgram) => Promise<Found>): Promise<Found> => {
		await using server = await ServedProgram.start(command, env);
		return await work(server);
	};

	const {small, large} = SIZES;
	return {
		date: new Date().toISOString().slice(0, 10),
		machine,
		idle: {
			small: await served(server => measureIdle(server, small, amounts, progress)),
			large: await served(server => measureIdle(server, large, amounts, progress)),
		},
		calm: {
			small: await served(server => measureReaders(server, small, 0.5, amounts, progress)),
			large: await served(server => measureReaders(server, large, 0.5, amounts, progress)),
		},
		brisk: {
			small: await served(server => measureReaders(server, small, 1, amounts, progress)),
			large: await served(server => measureReaders(server, large, 1, amounts, progress)),
		},
		handshakes: await served(server => measureHandshakes(server, amounts, progress)),
		handshakesInTurn: await served(server => measureHandshakesInTurn(server, amounts, progress)),
		firstFrames: {
			small: await served(server => measureFirstFrames(server, small, amounts, progress)),
			large: await served(server => measureFirstFrames(server, large, amounts, progress)),
		},
		departures: await served(server => measureDepartures(server, amounts, progress)),
		shutDown: await served(server => measureShutDown(server, large, amounts, progress)),
	};
};

const run = async ({isQuick, isCheck, command}: Options): Promise<number> => {
	let measured: Omit<SshFindings, 'isQuick'>;
	{
		using progress = progressOn(process.stderr);
		measured = await measure(command ?? builtCommand([]), isQuick ? QUICK : FULL, progress);
	}

	const findings = rounded({...measured, isQuick});
	const targets = sshTargetsOf(findings);
	console.log(formatSshReport(findings, targets));
	const asked = Object.values(targets);
	if (command === undefined) {
		await writeFile(LATEST, formatLatest(findings, asked));
	}

	return isCheck && asked.some(({met}) => met === false) ? 1 : 0;
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
