import {readFileSync} from 'node:fs';
import {type IPty, spawn} from '@lydell/node-pty';
import {encodeKey} from '../test/support/keys.ts';
import {Screen} from '../test/support/screen.ts';
import {lastBeforeQuiet} from './statistics.ts';

/** Milliseconds without a byte after which an answer to a key is over. Not counted in any figure. */
const QUIET = 60;

/** The same for the start, which pauses while modules load. */
const START_QUIET = 250;

/** Milliseconds that a program may take to start, and one key to be answered. */
const START_LIMIT = 30_000;
const KEY_LIMIT = 2000;

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

export type ProgramOptions = {
	readonly command: readonly [string, ...string[]];
	readonly env: Readonly<Record<string, string>>;
	readonly columns: number;
	readonly rows: number;
};

/** From the moment before the fork, in ms. */
export type Start = {
	readonly firstByte: number;
	/** The first output after which the awaited text was on the screen. */
	readonly ready: number;
	readonly lastByte: number;
	readonly bytes: number;
};

/** From the moment the key was written, in ms. A key without an answer has no times. */
export type KeyPress = {
	readonly firstByte: number | undefined;
	readonly lastByte: number | undefined;
	readonly bytes: number;
};

export type Usage = {
	readonly residentMib: number;
	readonly peakMib: number;
	/** Processor time so far, of all threads, in ms. */
	readonly cpu: number;
};

/**
A program in a pty whose output is stamped and kept as it comes; the screen is worked out only
while the program is quiet. (`Terminal` of the tests works it out at once, which takes time from
whoever is measured.)
*/
export class Program implements AsyncDisposable {
	readonly screen: Screen;
	readonly exited: Promise<number>;

	readonly #pty: IPty;
	readonly #began: number;
	readonly #chunks: Chunk[] = [];
	#hasEnded = false;
	#onChunk: () => void = () => undefined;

	constructor({command: [file, ...args], env, columns, rows}: ProgramOptions) {
		this.screen = new Screen(columns, rows);
		this.#began = performance.now();
		this.#pty = spawn(file, args, {cols: columns, rows, env: {...env}, encoding: null});
		this.#pty.onData(data => {
			const at = performance.now();
			// Without an encoding node-pty hands over buffers, whatever its types say.
			const bytes = data as unknown as Buffer;
			this.#chunks.push({at, bytes});
			this.#answer(bytes);
			this.#onChunk();
		});
		this.exited = new Promise(resolve => {
			this.#pty.onExit(() => {
				this.#hasEnded = true;
				resolve(performance.now() - this.#began);
				this.#onChunk();
			});
		});
	}

	/**
	Reads until the program has started.

	@param ready - A text on the screen that means: all is there.
	@throws {Error} It ended, or took too long. The message has the screen.
	*/
	async start(ready: string): Promise<Start> {
		const limit = this.#began + START_LIMIT;
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

		const moments = all.map(({at}) => at);
		return {
			firstByte: (moments[0] ?? Number.NaN) - this.#began,
			ready: readyAt - this.#began,
			lastByte: (lastBeforeQuiet(moments, QUIET, readyAt) ?? Number.NaN) - this.#began,
			bytes: all.reduce((sum, {bytes}) => sum + bytes.length, 0),
		};
	}

	/** Presses a key and reads the answer to its end. @throws {Error} The program ended. */
	async press(key: string): Promise<KeyPress> {
		for (const {bytes} of this.#chunks.splice(0)) {
			await this.screen.feed(bytes);
		}

		const keyBytes = encodeKey(key, this.screen.modes().applicationCursorKeys);
		const began = performance.now();
		this.#pty.write(keyBytes);
		const chunks = await this.#read(KEY_LIMIT, QUIET);
		for (const {bytes} of chunks) {
			await this.screen.feed(bytes);
		}

		if (this.#hasEnded) {
			throw new Error(`the program ended at the key ${key}\n${this.screen.describe()}`);
		}

		const [first] = chunks;
		const last = chunks.at(-1);
		return {
			firstByte: first && first.at - began,
			lastByte: last && last.at - began,
			bytes: chunks.reduce((sum, {bytes}) => sum + bytes.length, 0),
		};
	}

	/** Memory and processor time up to now; `undefined` where there is no /proc. */
	usage(): Usage | undefined {
		const read = (name: string): string => readFileSync(`/proc/${this.#pty.pid}/${name}`, 'utf8');
		try {
			const status = read('status');
			const mib = (name: string): number =>
				Number(new RegExp(`^${name}:\\s*(\\d+)`, 'm').exec(status)?.[1]) / 1024;
			// The fields after the name, from state; user and system time are the 14th and 15th of all.
			const fields = read('stat').replace(/.*\) /s, '').split(' ');
			return {
				residentMib: mib('VmRSS'),
				peakMib: mib('VmHWM'),
				// Ticks, which Linux shows as hundredths of a second on every architecture.
				cpu: (Number(fields[11]) + Number(fields[12])) * 10,
			};
		} catch {
			return undefined;
		}
	}

	async [Symbol.asyncDispose](): Promise<void> {
		if (!this.#hasEnded) {
			process.kill(-this.#pty.pid, 'SIGKILL');
		}

		await this.exited;
	}
	#answer(bytes: Buffer): void {
		for (const [query, answer] of ANSWERS) {
			if (bytes.includes(query)) {
				this.#pty.write(answer);
			}
		}
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
