import {mkdtempDisposable, writeFile} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import {parseArgs} from 'node:util';
import {builtCommand, testEnvironment} from '../test/support/terminal.ts';
import {type KeyPress, Program, type ProgramOptions, type Start, type Usage} from './measure.ts';
import {type Findings, formatFindings, type KeyFindings} from './report.ts';
import {COLUMNS, READY, ROWS, SCENES} from './script.ts';
import {type Summary, summarise} from './statistics.ts';

const HELP = `Measures what a person at a terminal waits for: the start, and each key.

  node bench/bench.ts [--runs N] [--json FILE] [-- COMMAND ARG…]

  --runs N     starts to measure, each in turn with node -e 0 (30)
  --json FILE  the findings as JSON, too
  COMMAND      another program that shows the same dashboard, such as an earlier build
`;

const BARE_NODE = [process.execPath, '-e', '0'] as const;

const summary = (values: readonly number[]): Summary => {
	const found = summarise(values);
	if (!found) {
		throw new Error('nothing was measured');
	}

	return found;
};

const measureStart = async (options: ProgramOptions): Promise<Start> => {
	await using program = new Program(options);
	return await program.start(READY);
};

const measureBareNode = async (options: ProgramOptions): Promise<number> => {
	await using program = new Program({...options, command: BARE_NODE});
	return await program.exited;
};

/** Starts of both by turns, so that whatever else the machine does falls on both. */
const measureStarts = async (
	options: ProgramOptions,
	runs: number,
): Promise<{readonly bare: readonly number[]; readonly starts: readonly Start[]}> => {
	const bare: number[] = [];
	const starts: Start[] = [];
	for (let run = 0; run < runs; run += 1) {
		bare.push(await measureBareNode(options));
		starts.push(await measureStart(options));
	}

	return {bare, starts};
};

type KeyRun = {
	readonly groups: ReadonlyMap<string, readonly KeyPress[]>;
	readonly before: Usage | undefined;
	readonly after: Usage | undefined;
};

/** One start, and then all the keys of the script. @throws {Error} A scene did not lead back. */
const measureKeys = async (options: ProgramOptions): Promise<KeyRun> => {
	await using program = new Program(options);
	await program.start(READY);
	const before = program.usage();
	const groups = new Map<string, KeyPress[]>();
	for (const {name, steps} of SCENES) {
		for (const {group, key} of steps) {
			groups.set(group, [...(groups.get(group) ?? []), await program.press(key)]);
		}

		if (!program.screen.text().includes(READY)) {
			throw new Error(`lost the way in the scene “${name}”\n${program.screen.describe()}`);
		}
	}

	return {groups, before, after: program.usage()};
};

const summariseGroup = (group: string, presses: readonly KeyPress[]): KeyFindings => ({
	group,
	presses: presses.length,
	silent: presses.filter(({bytes}) => bytes === 0).length,
	firstByte: summarise(presses.flatMap(({firstByte}) => firstByte ?? [])),
	lastByte: summarise(presses.flatMap(({lastByte}) => lastByte ?? [])),
	bytes: summary(presses.map(({bytes}) => bytes)),
});

const measure = async (
	command: readonly [string, ...string[]],
	runs: number,
): Promise<Findings> => {
	const [load = 0] = os.loadavg();
	await using home = await mkdtempDisposable(path.join(os.tmpdir(), 'libya-tui-bench-'));
	const options: ProgramOptions = {
		command,
		// Small and fixed: without NODE_EXTRA_CA_CERTS, which slows every start, NODE_OPTIONS and CI.
		env: testEnvironment({HOME: home.path}),
		columns: COLUMNS,
		rows: ROWS,
	};
	const {ready: firstEver} = await measureStart(options);
	await measureBareNode(options);
	const {bare, starts} = await measureStarts(options, runs);
	const {groups, before, after} = await measureKeys(options);
	const presses = [...groups.values()].flat().length;
	return {
		day: new Date().toISOString().slice(0, 10),
		machine: {
			cpu: os.cpus()[0]?.model ?? 'unknown processor',
			cores: os.availableParallelism(),
			system: `${os.type()} ${os.release()} ${os.arch()}`,
			node: process.versions.node,
			load,
		},
		command: command.map(word => (path.isAbsolute(word) ? path.basename(word) : word)),
		columns: COLUMNS,
		rows: ROWS,
		runs,
		start: {
			bareNode: summary(bare),
			firstByte: summary(starts.map(start => start.firstByte)),
			ready: summary(starts.map(start => start.ready)),
			lastByte: summary(starts.map(start => start.lastByte)),
			bytes: summary(starts.map(start => start.bytes)),
			firstEver,
		},
		keys: [...groups].map(([group, all]) => summariseGroup(group, all)),
		memory: after && {resident: after.residentMib, peak: after.peakMib},
		cpuPerKey: before && after && (after.cpu - before.cpu) / presses,
	};
};

const toThousandths = (_key: string, value: unknown): unknown =>
	typeof value === 'number' ? Math.round(value * 1000) / 1000 : value;

const main = async (): Promise<number> => {
	let options: {readonly runs: number; readonly json?: string; readonly command: string[]};
	try {
		const {values, positionals} = parseArgs({
			options: {
				runs: {type: 'string', default: '30'},
				json: {type: 'string'},
				help: {type: 'boolean'},
			},
			allowPositionals: true,
		});
		if (values.help) {
			process.stdout.write(HELP);
			return 0;
		}

		const runs = Number(values.runs);
		if (!Number.isInteger(runs) || runs < 1) {
			throw new TypeError(`--runs takes a number from 1, not ${values.runs}`);
		}

		options = {runs, ...(values.json && {json: values.json}), command: positionals};
	} catch (error) {
		console.error(`${(error as Error).message}\n\n${HELP}`);
		return 2;
	}

	const [file, ...rest] = options.command;
	const {runs, json} = options;
	try {
		const findings = await measure(file === undefined ? builtCommand([]) : [file, ...rest], runs);
		console.log(formatFindings(findings));
		if (json !== undefined) {
			await writeFile(json, `${JSON.stringify(findings, toThousandths, '\t')}\n`);
		}
	} catch (error) {
		console.error((error as Error).message);
		return 1;
	}

	return 0;
};

process.exitCode = await main();
