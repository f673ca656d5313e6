import {spawn} from 'node:child_process';
import {text} from 'node:stream/consumers';
import {builtCommand, type Environment, StateFolder, testEnvironment} from './terminal.ts';
import type {Ending} from './watched-screen.ts';

export type PipedOptions = {
	/** What to run. By default the built program, by the Node that runs the tests. */
	readonly command?: string;
	readonly args?: readonly string[];
	/** Changes to `testEnvironment`. Without an `XDG_STATE_HOME` the program gets one of its own. */
	readonly env?: Environment;
	readonly cwd?: string;
	/** What stands on standard input, which then ends; without it, nothing does (`/dev/null`). */
	readonly input?: string | Uint8Array;
	/** Milliseconds until the program is killed and the run fails. */
	readonly timeout?: number;
};

export type PipedResult = Ending & {readonly stdout: string; readonly stderr: string};

const run = async (
	[file, ...args]: readonly [string, ...string[]],
	{env, cwd, input, timeout = 30_000}: PipedOptions,
): Promise<PipedResult> => {
	await using state = new StateFolder();
	const child = spawn(file, args, {
		env: testEnvironment({...state.env, ...env}),
		cwd,
		stdio: [input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
		// A group of its own, so that nothing it started can outlive it and hold the pipes.
		detached: true,
	});
	let isLate = false;
	const limit = setTimeout(() => {
		isLate = true;
		process.kill(-(child.pid ?? Number.NaN), 'SIGKILL');
	}, timeout);
	// A program may well end without reading its input.
	child.stdin?.on('error', () => undefined);
	child.stdin?.end(input);
	try {
		const [stdout, stderr, ending] = await Promise.all([
			text(child.stdout as NonNullable<typeof child.stdout>),
			text(child.stderr as NonNullable<typeof child.stderr>),
			new Promise<Ending>((resolve, reject) => {
				child.once('error', reject);
				child.once('close', (code, signal) => {
					resolve({code: code ?? undefined, signal: signal ?? undefined});
				});
			}),
		]);
		if (isLate) {
			throw new Error(
				`still running after ${timeout / 1000} s: ${[file, ...args].join(' ')}\n` +
					`stdout: ${stdout}\nstderr: ${stderr}`,
			);
		}

		return {...ending, stdout, stderr};
	} finally {
		clearTimeout(limit);
	}
};

const commandOf = ({command, args = []}: PipedOptions): [string, ...string[]] =>
	command === undefined ? builtCommand(args) : [command, ...args];

/**
Runs a program to its end without a terminal: its input, output and messages are pipes.

@throws {Error} It took too long, and was killed; the message has what it wrote.
*/
export const runPiped = async (options: PipedOptions = {}): Promise<PipedResult> =>
	run(commandOf(options), options);

/**
As `runPiped`, but the reader of standard output takes one byte and goes, as `head` does. The
ending and the messages are the program's.
*/
export const runPipedToHead = async (options: PipedOptions = {}): Promise<PipedResult> => {
	// By a shell, as Node's own pipes to a child are sockets, which close with another error.
	// `$PIPESTATUS` is the ending of the first of the two.
	const script = '"$@" | head -c 1; exit $PIPESTATUS';
	return run(['bash', '-c', script, 'bash', ...commandOf(options)], options);
};
