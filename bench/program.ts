import {setTimeout as wait} from 'node:timers/promises';
import {type IPty, spawn} from '@lydell/node-pty';
import {encodeKey} from '../test/support/keys.ts';
import {Screen} from '../test/support/screen.ts';
import {processesOfSession} from '../test/support/terminal.ts';
import {lastBeforeQuiet} from './statistics.ts';
import {type Usage, usageOf} from './usage.ts';

/** Milliseconds without a byte after which an answer to a key is over. Not counted in any figure. */
const QUIET = 60;

/** The same for the start, which pauses while modules load. */
const START_QUIET = 120;

/** Milliseconds that a program may take to start, and one key to be answered. */
const START_LIMIT = 30_000;
const KEY_LIMIT = 2000;

export type Command = readonly [file: string, ...args: string[]];

/**
Runs a command in place of the shell as soon as it is given a line. The clock starts there: the fork
before it takes the longer the more memory the benchmark itself has, and is no part of the program.
*/
const ON_YOUR_MARK: Command = ['/bin/sh', '-c', `printf x; read -r _; exec "$0" "$@"`];
const GO = '\n';

/** What the shell says when it waits, and the terminal's echo of the line: not of the program. */
const PRELUDE = 'x\r\n';

/** What a terminal replies to the queries programs send as they start, so that none waits in vain. */
const ANSWERS: readonly (readonly [query: string, answer: string])[] = [
	['\u001B[c', '\u001B[?62;22c'],
	['\u001B[0c', '\u001B[?62;22c'],
	['\u001B[5n', '\u001B[0n'],
	['\u001B[?2026$p', '\u001B[?2026;2$y'],
	['\u001B]10;?', '\u001B]10;rgb:dddd/dddd/dddd\u001B\\'],
	['\u001B]11;?', '\u001B]11;rgb:0000/0000/0000\u001B\\'],
];

type Chunk = {readonly at: number; readonly bytes: Buffer};

/** Where programs are measured: the same for all of one run. */
export type Place = {
	readonly env: Readonly<Record<string, string>>;
	readonly columns: number;
	readonly rows: number;
};

/** From the moment before the program is executed, in ms. */
export type Start = {
	readonly firstByte: number;
	/** The first output after which the awaited text was on the screen. */
	readonly ready: number;
	readonly lastByte: number;
	readonly bytes: number;
};

/** How a program ended: when, in ms from the moment before it is executed, and with what code. */
type End = {readonly after: number; readonly code: number};

/** What came of a key, or of a new size. Without an answer there is no time. */
export type Answer = {
	/** From the moment the key was written, in ms. */
	readonly lastByte: number | undefined;
	readonly bytes: number;
};

const sizeOf = (chunks: readonly Chunk[]): number =>
	chunks.reduce((sum, {bytes}) => sum + bytes.length, 0);

/**
A program in a pty whose output is stamped and kept as it comes; the screen is worked out only
while the program is quiet. (`Terminal` of the tests works it out at once, which takes time from
whoever is measured.)
*/
export class Program implements AsyncDisposable {
	readonly screen: Screen;
	readonly ended: Promise<End>;

	readonly #pty: IPty;
	readonly #chunks: Chunk[] = [];
	#began: number | undefined;
	/** Bytes still to come before the program's own. */
	#prelude = PRELUDE.length;
	#hasEnded = false;
	/** Pressed once it shows anything. */
	#ahead: string | undefined;
	#onChunk: () => void = () => undefined;

	constructor(command: Command, {env, columns, rows}: Place) {
		this.screen = new Screen(columns, rows);
		const [file, ...args] = [...ON_YOUR_MARK, ...command];
		this.#pty = spawn(file, args, {cols: columns, rows, env: {...env}, encoding: null});
		this.#pty.onData(data => {
			const at = performance.now();
			// Without an encoding node-pty hands over buffers, whatever its types say.
			const bytes = data as unknown as Buffer;
			if (this.#began === undefined) {
				this.#began = performance.now();
				this.#pty.write(GO);
			}

			const own = bytes.subarray(Math.min(bytes.length, this.#prelude));
			this.#prelude -= bytes.length - own.length;
			if (own.length > 0) {
				this.#chunks.push({at, bytes: own});
				this.#answer(own);
				this.#pressAhead();
				this.#onChunk();
			}
		});
		this.ended = new Promise(resolve => {
			this.#pty.onExit(({exitCode}) => {
				this.#hasEnded = true;
				resolve({after: performance.now() - (this.#began ?? Number.NaN), code: exitCode});
				this.#onChunk();
			});
		});
	}

	/**
	Reads until the program has started.

	@param ready - A text on the screen that means: all is there.
	@param ahead - A key of one byte that is pressed as soon as it shows anything.
	@throws {Error} It ended, or took too long. The message has the screen.
	*/
	async start(ready: string, ahead?: string): Promise<Start> {
		this.#ahead = ahead;
		const limit = performance.now() + START_LIMIT;
		const all: Chunk[] = [];
		let readyAt: number | undefined;
		while (readyAt === undefined) {
			if (this.#hasEnded || performance.now() >= limit) {
				throw new Error(`${JSON.stringify(ready)} never came\n${this.screen.describe()}`);
			}

			for (const chunk of await this.#read(limit - performance.now(), START_QUIET)) {
				all.push(chunk);
				await this.screen.feed(chunk.bytes);
				const isWhole = !this.screen.modes().synchronizedOutput;
				if (readyAt === undefined && isWhole && this.screen.text().includes(ready)) {
					readyAt = chunk.at;
				}
			}
		}

		const began = this.#began ?? Number.NaN;
		const moments = all.map(({at}) => at);
		return {
			firstByte: (moments[0] ?? Number.NaN) - began,
			ready: readyAt - began,
			lastByte: (lastBeforeQuiet(moments, QUIET, readyAt) ?? Number.NaN) - began,
			bytes: sizeOf(all),
		};
	}

	/**
	Presses a key and reads the answer to its end.

	@param quiet - ms without a byte that end the answer: fewer when only the state after counts.
	@throws {Error} The program ended.
	*/
	async press(key: string, quiet = QUIET): Promise<Answer> {
		await this.#catchUp();
		const bytes = this.#encode(key);
		return await this.#measure(() => this.#pty.write(bytes), quiet);
	}

	/** Changes the size of the window, of which the kernel tells the program, and reads the answer. */
	async resize(columns: number, rows: number, quiet = QUIET): Promise<Answer> {
		await this.#catchUp();
		this.screen.setSize(columns, rows);
		return await this.#measure(() => this.#pty.resize(columns, rows), quiet);
	}

	/**
	Holds a key down: presses it so often at a steady rate, whether or not it is answered.

	@returns Its `lastByte` from the moment the last of them was written: how far the screen was behind.
	@throws {Error} The program ended.
	*/
	async hold(key: string, count: number, hertz: number): Promise<Answer> {
		await this.#catchUp();
		const bytes = this.#encode(key);
		const began = performance.now();
		for (let pressed = 0; pressed < count - 1; pressed += 1) {
			this.#pty.write(bytes);
			await wait(Math.max(0, began + ((pressed + 1) * 1000) / hertz - performance.now()));
		}

		const before = this.#chunks.splice(0);
		return await this.#measure(() => this.#pty.write(bytes), QUIET, before);
	}

	/** Leaves it alone for a while. @returns The bytes it wrote meanwhile. */
	async leaveAlone(milliseconds: number): Promise<number> {
		await this.#catchUp();
		await wait(milliseconds);
		return await this.#catchUp();
	}

	/** What it and its children have taken up to now; `undefined` where there is no /proc. */
	usage(): Usage | undefined {
		return usageOf(this.#pty.pid);
	}

	async [Symbol.asyncDispose](): Promise<void> {
		for (const pid of this.#hasEnded ? [] : processesOfSession(this.#pty.pid)) {
			try {
				process.kill(pid, 'SIGKILL');
			} catch {
				// It ended by itself meanwhile.
			}
		}

		await this.ended;
	}

	#pressAhead(): void {
		if (this.#ahead !== undefined) {
			this.#pty.write(this.#ahead);
			this.#ahead = undefined;
		}
	}

	#answer(bytes: Buffer): void {
		for (const [query, answer] of ANSWERS) {
			if (bytes.includes(query)) {
				this.#pty.write(answer);
			}
		}
	}

	#encode(key: string): string {
		return encodeKey(key, this.screen.modes().applicationCursorKeys);
	}

	/** Shows what came unasked. @returns Its bytes. */
	async #catchUp(): Promise<number> {
		const chunks = this.#chunks.splice(0);
		for (const {bytes} of chunks) {
			await this.screen.feed(bytes);
		}

		return sizeOf(chunks);
	}

	/** @param before - Chunks of an answer that has begun already; only their bytes count. */
	async #measure(send: () => void, quiet: number, before: readonly Chunk[] = []): Promise<Answer> {
		const began = performance.now();
		send();
		const chunks = await this.#read(KEY_LIMIT, quiet);
		for (const {bytes} of [...before, ...chunks]) {
			await this.screen.feed(bytes);
		}

		if (this.#hasEnded) {
			throw new Error(`the program ended\n${this.screen.describe()}`);
		}

		const last = chunks.at(-1);
		return {lastByte: last && last.at - began, bytes: sizeOf([...before, ...chunks])};
	}

	/**
	The chunks until `quiet` ms pass without one, or the program ends.

	@param limit - ms for the first chunk to come, and again for all the others.
	*/
	async #read(limit: number, quiet: number): Promise<readonly Chunk[]> {
		await new Promise<void>(resolve => {
			let deadline = Number.POSITIVE_INFINITY;
			let timer: NodeJS.Timeout;
			const isQuiet = (): void => {
				const seen = this.#chunks.length;
				// Once more round the event loop: after a delay, output may be there unread.
				setImmediate(() => {
					if (this.#chunks.length === seen) {
						this.#onChunk = () => undefined;
						resolve();
					}
				});
			};

			this.#onChunk = () => {
				const now = performance.now();
				deadline = Math.min(deadline, now + limit);
				clearTimeout(timer);
				timer = setTimeout(isQuiet, this.#hasEnded ? 0 : Math.min(quiet, deadline - now));
			};
			timer = setTimeout(isQuiet, limit);
			if (this.#hasEnded || this.#chunks.length > 0) {
				this.#onChunk();
			}
		});
		return this.#chunks.splice(0);
	}
}
