import {randomUUID} from 'node:crypto';
import {existsSync, mkdirSync, readdirSync, readFileSync} from 'node:fs';
import {rm} from 'node:fs/promises';
import type {Socket} from 'node:net';
import {constants, tmpdir} from 'node:os';
import path from 'node:path';
import {type IPty, spawn} from '@lydell/node-pty';
import {encodeKeys} from './keys.ts';
import {Screen} from './screen.ts';

const ROOT = path.join(import.meta.dirname, '../..');

/** The program as it is installed. */
export const BUILT_BINARY = path.join(ROOT, 'dist/libya-tui.cjs');

/** A home directory for the programs under test, kept so that their caches are warm. */
const TEST_HOME = path.join(ROOT, 'node_modules/.cache/test-home');

/** Milliseconds that a wait may take: long, as a busy machine is slow, and only failures take it. */
const LONGEST_WAIT = 10_000;

export type Environment = Readonly<Record<string, string | undefined>>;

/** Where one program may keep what it is to remember; it makes the folder when it has something. */
export class StateFolder implements AsyncDisposable {
	readonly env: Environment = {
		XDG_STATE_HOME: path.join(tmpdir(), `libya-tui-test-state-${randomUUID()}`),
	};

	async [Symbol.asyncDispose](): Promise<void> {
		await rm(this.env.XDG_STATE_HOME ?? '', {recursive: true, force: true});
	}
}

/** The small, fixed environment of a program under test; an override of `undefined` takes a name out. */
export const testEnvironment = (overrides: Environment = {}): Record<string, string> => {
	mkdirSync(TEST_HOME, {recursive: true});
	const all = {
		PATH: process.env.PATH,
		HOME: TEST_HOME,
		TERM: 'xterm-256color',
		LANG: 'C.UTF-8',
		...overrides,
	};
	return Object.fromEntries(Object.entries(all).filter(entry => entry[1] !== undefined)) as Record<
		string,
		string
	>;
};

/** The command line for the built program. @throws {Error} It is not built. */
export const builtCommand = (args: readonly string[]): [string, ...string[]] => {
	if (!existsSync(BUILT_BINARY)) {
		throw new Error(`${BUILT_BINARY} is not there: run \`npm run build\` first`);
	}

	return [process.execPath, BUILT_BINARY, ...args];
};

/** How a program ended: its exit code, or else the signal that ended it. */
export type Ending = {
	readonly code: number | undefined;
	readonly signal: NodeJS.Signals | undefined;
};

export type TerminalOptions = {
	/** What to run. By default the built program, by the Node that runs the tests. */
	readonly command?: string;
	readonly args?: readonly string[];
	readonly columns?: number;
	readonly rows?: number;
	/** Changes to `testEnvironment`. Without an `XDG_STATE_HOME` the program gets one of its own. */
	readonly env?: Environment;
	readonly cwd?: string;
	/** Whether the terminal answers queries, as almost all do. */
	readonly answersQueries?: boolean;
};

export type WaitOptions = {
	/** Milliseconds until the wait fails. */
	readonly timeout?: number;
	/** What is waited for, in words, for the message of a failure. */
	readonly label?: string;
};

/** A text on the screen, a pattern that its text matches, or a question about the terminal. */
export type Expectation = string | RegExp | ((terminal: Terminal) => boolean);

const describeExpectation = (what: Expectation): string =>
	typeof what === 'string' ? JSON.stringify(what) : String(what);

const describeEnding = ({code, signal}: Ending): string =>
	signal === undefined ? `ended with code ${code}` : `was ended by ${signal}`;

const signalName = (number: number | undefined): NodeJS.Signals | undefined => {
	const names = Object.entries(constants.signals) as [NodeJS.Signals, number][];
	return names.find(([, value]) => value === number)?.[0];
};

/** The processes of a session, from /proc; where there is none, only its leader. */
export const processesOfSession = (leader: number): readonly number[] => {
	if (!existsSync('/proc/self/stat')) {
		return [leader];
	}

	return readdirSync('/proc')
		.map(Number)
		.filter(pid => {
			try {
				// The fields after the name, which ends at the last parenthesis: state, parent, group, session.
				const [, fields = ''] = /.*\) (.*)/s.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? [];
				return Number(fields.split(' ')[3]) === leader;
			} catch {
				return false;
			}
		});
};

/**
A program in a real terminal: keys go in by a pty, and what comes out is on the screen.

The screen holds what has been parsed so far. After a key, wait for something that was not on the
screen before; a wait for what is already there ends at once.
*/
export class Terminal extends Screen implements AsyncDisposable {
	/** When the program has ended, and everything it wrote is on the screen. */
	readonly exited: Promise<Ending>;

	readonly #state = new StateFolder();
	readonly #pty: IPty;
	readonly #output: Uint8Array[] = [];
	// The emulator’s own decoder loses a character that comes in two pieces (xterm.js 6.0.0).
	readonly #decoder = new TextDecoder('utf-8', {ignoreBOM: true});
	readonly #watchers = new Set<() => void>();
	#ending: Ending | undefined;

	/** Use `openTerminal`. */
	constructor({
		command,
		args = [],
		columns = 120,
		rows = 40,
		env,
		cwd = process.cwd(),
		answersQueries = true,
	}: TerminalOptions) {
		super(columns, rows);
		const environment = testEnvironment({...this.#state.env, ...env});
		let [file, ...rest] = command === undefined ? builtCommand(args) : [command, ...args];
		if (environment.TERM === undefined) {
			// node-pty always sets TERM.
			[file, ...rest] = ['env', '-u', 'TERM', file, ...rest];
		}

		this.#pty = spawn(file, rest, {cols: columns, rows, cwd, env: environment, encoding: null});
		if (answersQueries) {
			this.onAnswer(answer => {
				this.#pty.write(answer);
			});
		}

		this.#pty.onData(data => {
			// Without an encoding node-pty hands over buffers, whatever its types say.
			void this.#show(data as unknown as Uint8Array);
		});
		this.exited = new Promise(resolve => {
			this.#pty.onExit(async ({exitCode, signal}) => {
				await this.feed('');
				const name = signalName(signal);
				this.#ending = {code: name === undefined ? exitCode : undefined, signal: name};
				resolve(this.#ending);
				this.#notify();
			});
		});
	}

	get pid(): number {
		return this.#pty.pid;
	}

	/** How the program ended, once it has. */
	get ending(): Ending | undefined {
		return this.#ending;
	}

	/** Everything the program wrote so far, escape sequences and all. */
	output(): string {
		return Buffer.concat(this.#output).toString();
	}

	/** How many bytes the program wrote so far. */
	outputSize(): number {
		return this.#output.reduce((sum, {length}) => sum + length, 0);
	}

	/**
	Presses keys, each on its own but without a pause, so that the program may read several at once.

	@param keys - Names as in the keymap (`down`, `shift-tab`, `ctrl-d`, `f1`) or single characters.
	@throws {RangeError} There is no such key, or a key follows `esc`.
	*/
	press(...keys: readonly string[]): void {
		for (const bytes of encodeKeys(keys, this.modes().applicationCursorKeys)) {
			this.write(bytes);
		}
	}

	/** Types a text, a key a character; a line break is the enter key. */
	type(text: string): void {
		for (const {segment} of new Intl.Segmenter().segment(text)) {
			this.write(segment.replace(/^\r?\n$/, '\r'));
		}
	}

	/** Pastes a text as terminals do: between marks when the program asked for them, lines ended by CR. */
	paste(text: string): void {
		const pasted = text.replaceAll(/\r?\n/g, '\r');
		this.write(this.modes().bracketedPaste ? `\u001B[200~${pasted}\u001B[201~` : pasted);
	}

	/** Sends bytes as they are. @throws {Error} The program has ended. */
	write(bytes: string | Uint8Array): void {
		if (this.#ending) {
			throw new Error(
				`nobody reads any more: the program ${this.#describeState()}\n${this.describe()}`,
			);
		}

		// The socket beneath takes bytes as well, whatever node-pty's types say.
		this.#pty.write(bytes as string);
	}

	/** Changes the size of the window; the kernel tells the program with SIGWINCH. */
	resize(columns: number, rows: number): void {
		this.setSize(columns, rows);
		this.#pty.resize(columns, rows);
	}

	/** Sends the program a signal; only the program, not its children. */
	kill(signal: NodeJS.Signals = 'SIGTERM'): void {
		this.#pty.kill(signal);
	}

	/** Closes the terminal under the program, as when a window is closed or a connection breaks. */
	hangUp(): void {
		// node-pty's own way also sends the program a signal; here only the kernel says that it is gone.
		(this.#pty as unknown as {readonly _socket: Socket})._socket.destroy();
	}

	/**
	Waits until something is on the screen, asking again after each piece of output. A frame inside
	synchronized output is not looked at before it is whole.

	@throws {Error} It took too long, or the program ended without it. The message has the whole screen.
	*/
	async waitFor(what: Expectation, options?: WaitOptions): Promise<void> {
		await this.#until(() => this.#shows(what), `for ${describeExpectation(what)}`, options);
	}

	/** Waits until something is no longer on the screen. @throws {Error} As `waitFor`. */
	async waitForAbsence(what: Expectation, options?: WaitOptions): Promise<void> {
		await this.#until(
			() => !this.#shows(what),
			`for ${describeExpectation(what)} to go away`,
			options,
		);
	}

	/** Waits until the program has ended. @throws {Error} It took too long. */
	async waitForExit(options?: WaitOptions): Promise<Ending> {
		await this.#until(() => this.#ending !== undefined, 'for the program to end', options);
		return this.exited;
	}

	/**
	Waits until the program has written nothing for a while. For pictures and measurements, which
	have no words to wait for; a test waits for what it expects.
	*/
	async waitForQuiet(
		milliseconds = 100,
		{timeout = LONGEST_WAIT}: WaitOptions = {},
	): Promise<void> {
		await new Promise<void>(resolve => {
			const end = (): void => {
				clearTimeout(quiet);
				clearTimeout(limit);
				this.#watchers.delete(restart);
				resolve();
			};
			const restart = (): void => void quiet.refresh();
			const quiet = setTimeout(end, milliseconds);
			const limit = setTimeout(end, timeout);
			this.#watchers.add(restart);
		});
	}

	/** Ends the program and whatever it started in this terminal, at once, and waits for that. */
	async [Symbol.asyncDispose](): Promise<void> {
		if (this.#ending === undefined) {
			for (const pid of processesOfSession(this.pid)) {
				try {
					process.kill(pid, 'SIGKILL');
				} catch {
					// It ended by itself meanwhile.
				}
			}
		}

		await this.waitForExit();
		await this.#state[Symbol.asyncDispose]();
	}

	async #show(data: Uint8Array): Promise<void> {
		this.#output.push(data);
		await this.feed(this.#decoder.decode(data, {stream: true}));
		this.#notify();
	}

	#notify(): void {
		for (const watcher of [...this.#watchers]) {
			watcher();
		}
	}

	#shows(what: Expectation): boolean {
		if (typeof what === 'function') {
			return what(this);
		}

		const text = this.text();
		// `search` and not `test`, which remembers its place in a global pattern.
		return typeof what === 'string' ? text.includes(what) : text.search(what) !== -1;
	}

	#describeState(): string {
		return this.#ending ? describeEnding(this.#ending) : 'is running';
	}

	async #until(
		isDone: () => boolean,
		label: string,
		{timeout = LONGEST_WAIT, label: given}: WaitOptions = {},
	): Promise<void> {
		const isWhole = (): boolean => this.#ending !== undefined || !this.modes().synchronizedOutput;
		if (isWhole() && isDone()) {
			return;
		}

		// Made now, as the stack no longer leads to the test when the wait is over.
		const failure = new Error('wait');
		const [, trace = ''] = /^.*?(\n *at .*)$/s.exec(failure.stack ?? '') ?? [];
		const fail = (how: string): Error => {
			const wanted = given === undefined ? label : `for ${given}`;
			failure.message = [
				`${how} ${wanted}; the program ${this.#describeState()}`,
				this.describe(),
				`last output: ${JSON.stringify(this.output().slice(-200))}`,
			].join('\n');
			failure.stack = `Error: ${failure.message}${trace}`;
			return failure;
		};

		await new Promise<void>((resolve, reject) => {
			const settle = (act: () => void): void => {
				clearTimeout(limit);
				this.#watchers.delete(check);
				act();
			};
			const check = (): void => {
				try {
					if (isWhole() && isDone()) {
						settle(resolve);
					} else if (this.#ending) {
						settle(() => reject(fail('no use waiting')));
					}
				} catch (error) {
					settle(() => reject(error as Error));
				}
			};
			const limit = setTimeout(() => {
				settle(() => reject(fail(`waited ${timeout / 1000} s`)));
			}, timeout);
			this.#watchers.add(check);
			check();
		});
	}
}

/**
Opens a terminal of a size and runs a program in it. `await using` ends the program with the test.

@throws {Error} The built program is wanted and not built.
*/
export const openTerminal = async (options: TerminalOptions = {}): Promise<Terminal> =>
	new Terminal(options);
