import {randomUUID} from 'node:crypto';
import {existsSync, mkdirSync, readdirSync, readFileSync} from 'node:fs';
import {rm} from 'node:fs/promises';
import type {Socket} from 'node:net';
import {constants, tmpdir} from 'node:os';
import path from 'node:path';
import {type IPty, spawn} from '@lydell/node-pty';
import {encodeKeys} from './keys.ts';
import {WatchedScreen} from './watched-screen.ts';

const ROOT = path.join(import.meta.dirname, '../..');

/** The program as it is installed. */
export const BUILT_BINARY = path.join(ROOT, 'dist/libya-tui.cjs');

/** A home directory for the programs under test, kept so that their caches are warm. */
const TEST_HOME = path.join(ROOT, 'node_modules/.cache/test-home');

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

/** A program in a real terminal: keys go in by a pty, and what comes out is on the screen. */
export class Terminal extends WatchedScreen implements AsyncDisposable {
	readonly #state = new StateFolder();
	readonly #pty: IPty;

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
			void this.show(data as unknown as Uint8Array);
		});
		this.#pty.onExit(({exitCode, signal}) => {
			const name = signalName(signal);
			void this.finish({code: name === undefined ? exitCode : undefined, signal: name});
		});
	}

	get pid(): number {
		return this.#pty.pid;
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
		this.mustRun();
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

	/** Ends the program and whatever it started in this terminal, at once, and waits for that. */
	async [Symbol.asyncDispose](): Promise<void> {
		if (this.ending === undefined) {
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
}

/**
Opens a terminal of a size and runs a program in it. `await using` ends the program with the test.

@throws {Error} The built program is wanted and not built.
*/
export const openTerminal = async (options: TerminalOptions = {}): Promise<Terminal> =>
	new Terminal(options);
