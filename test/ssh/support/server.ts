import {type ChildProcess, spawn} from 'node:child_process';
import {once} from 'node:events';
import {readFile} from 'node:fs/promises';
import path from 'node:path';
import ssh2 from 'ssh2';
import {type TemporaryFolder, temporaryFolder} from '../../e2e/support/temporary-folder.ts';
import {builtCommand, type Environment, testEnvironment} from '../../support/terminal.ts';
import type {Ending} from '../../support/watched-screen.ts';

/** Milliseconds that a wait may take: long, as a busy machine is slow, and only failures take it. */
const LONGEST_WAIT = 15_000;

export interface ServerOptions {
	/** Where it listens; 0, as without it: at any free port. */
	readonly port?: number;
	/** After `serve --port …`. */
	readonly args?: readonly string[];
	/** Changes to `testEnvironment`. */
	readonly env?: Environment;
	/** Where it keeps its host key, and where files for it may be put; without it, it gets one of its own. */
	readonly folder?: TemporaryFolder;
	/** A file descriptor that its log goes to, in place of `log`. */
	readonly logTo?: number;
}

/** The built program as it serves, in a process of its own. */
export class ServerProcess implements AsyncDisposable {
	/** How it ended, when it has. */
	readonly exited: Promise<Ending>;

	readonly folder: TemporaryFolder;
	readonly #child: ChildProcess;
	readonly #ownsFolder: boolean;
	readonly #watchers = new Set<() => void>();
	#stdout = '';
	#log = '';
	#ending: Ending | undefined;
	#addresses = 0;

	/** Use `startServer`. */
	constructor(
		folder: TemporaryFolder,
		{port = 0, args = [], env, folder: given, logTo}: ServerOptions,
	) {
		this.folder = folder;
		this.#ownsFolder = given === undefined;
		const [file, ...rest] = builtCommand(['serve', '--port', String(port), ...args]);
		this.#child = spawn(file, rest, {
			env: testEnvironment({XDG_STATE_HOME: path.join(folder.path, 'state'), ...env}),
			stdio: ['ignore', 'pipe', logTo ?? 'pipe'],
		});
		this.#child.stdout?.setEncoding('utf8').on('data', text => {
			this.#stdout += text;
			this.#notify();
		});
		this.#child.stderr?.setEncoding('utf8').on('data', text => {
			this.#log += text;
			this.#notify();
		});
		this.exited = once(this.#child, 'close').then(([code, signal]) => {
			this.#ending = {code: code ?? undefined, signal: signal ?? undefined};
			this.#notify();
			return this.#ending;
		});
	}

	get pid(): number {
		return this.#child.pid ?? Number.NaN;
	}

	get port(): number {
		return Number(/ port (\d+): ssh -p /.exec(this.#stdout)?.[1]);
	}

	/** As OpenSSH prints it. */
	get fingerprint(): string {
		return /SHA256:[\w+/]+/.exec(this.#stdout)?.[0] ?? '';
	}

	/** What it has told whoever started it. */
	get stdout(): string {
		return this.#stdout;
	}

	/** All that it has logged. */
	get log(): string {
		return this.#log;
	}

	/** An address of this machine that nobody has come from yet; how often one may come is limited. */
	nextAddress(): string {
		this.#addresses += 1;
		return `127.0.${100 + Math.floor(this.#addresses / 250)}.${1 + (this.#addresses % 250)}`;
	}

	/** Writes its host key down as known. @returns The file, for OpenSSH. */
	async knownHosts(): Promise<string> {
		const file = path.join(this.folder.path, 'state/libya-tui/ssh_host_ed25519_key');
		const key = ssh2.utils.parseKey(await readFile(file));
		if (key instanceof Error) {
			throw key;
		}

		const blob = key.getPublicSSH().toString('base64');
		return this.folder.write('known-hosts', `[127.0.0.1]:${this.port} ssh-ed25519 ${blob}\n`);
	}

	kill(signal: NodeJS.Signals): void {
		this.#child.kill(signal);
	}

	/**
	Waits until so much is in the log.

	@throws {Error} It took too long, or the server has ended without it; the message has what it wrote.
	*/
	async waitForLog(pattern: RegExp, times = 1): Promise<void> {
		const every = new RegExp(pattern.source, `${pattern.flags.replace('g', '')}g`);
		await this.#until(
			() => (this.#log.match(every) ?? []).length >= times,
			`${pattern} ${times} times in the log`,
		);
	}

	/** Waits until it takes connections. @throws {Error} As `waitForLog`. */
	async waitUntilListening(): Promise<void> {
		await this.#until(() => this.#stdout.split('\n').length > 3, 'it listens');
	}

	async [Symbol.asyncDispose](): Promise<void> {
		this.#child.kill('SIGKILL');
		await this.exited;
		if (this.#ownsFolder) {
			await this.folder[Symbol.asyncDispose]();
		}
	}

	#notify(): void {
		for (const watcher of [...this.#watchers]) {
			watcher();
		}
	}

	async #until(isDone: () => boolean, label: string): Promise<void> {
		const failure = new Error('wait');
		await new Promise<void>((resolve, reject) => {
			const settle = (act: () => void): void => {
				clearTimeout(limit);
				this.#watchers.delete(check);
				act();
			};
			const fail = (): void => {
				failure.message = `waited until ${label}; the server ${JSON.stringify(this.#ending ?? 'runs')}\n${this.#stdout}\n${this.#log}`;
				settle(() => reject(failure));
			};
			const check = (): void => {
				if (isDone()) {
					settle(resolve);
				} else if (this.#ending !== undefined) {
					fail();
				}
			};
			const limit = setTimeout(fail, LONGEST_WAIT);
			this.#watchers.add(check);
			check();
		});
	}
}

/**
Starts a server on a free port of this machine, and waits until it takes connections. `await using` ends it with
the test.

@throws {Error} It did not start; the message has what it wrote.
*/
export const startServer = async (options: ServerOptions = {}): Promise<ServerProcess> => {
	const server = new ServerProcess(options.folder ?? (await temporaryFolder()), options);
	try {
		await server.waitUntilListening();
		return server;
	} catch (error) {
		await server[Symbol.asyncDispose]();
		throw error;
	}
};
