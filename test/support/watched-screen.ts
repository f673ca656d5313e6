import {Screen} from './screen.ts';

/** Milliseconds that a wait may take: long, as a busy machine is slow, and only failures take it. */
const LONGEST_WAIT = 10_000;

/** How a program ended: its exit code, or else the signal that ended it. */
export type Ending = {
	readonly code: number | undefined;
	readonly signal: NodeJS.Signals | undefined;
};

export type WaitOptions = {
	/** Milliseconds until the wait fails. */
	readonly timeout?: number;
	/** What is waited for, in words, for the message of a failure. */
	readonly label?: string;
};

/** A text on the screen, a pattern that its text matches, or a question about the screen. */
export type Expectation = string | RegExp | ((screen: WatchedScreen) => boolean);

const describeExpectation = (what: Expectation): string =>
	typeof what === 'string' ? JSON.stringify(what) : String(what);

const describeEnding = ({code, signal}: Ending): string =>
	signal === undefined ? `ended with code ${code}` : `was ended by ${signal}`;

/**
A screen that a program writes to, wherever that runs, and that can be waited for.

The screen holds what has been parsed so far. After a key, wait for something that was not on the
screen before; a wait for what is already there ends at once.
*/
export class WatchedScreen extends Screen {
	/** When the program has ended, and everything it wrote is on the screen. */
	readonly exited: Promise<Ending>;

	readonly #output: Uint8Array[] = [];
	// The emulator’s own decoder loses a character that comes in two pieces (xterm.js 6.0.0).
	readonly #decoder = new TextDecoder('utf-8', {ignoreBOM: true});
	readonly #watchers = new Set<() => void>();
	readonly #exited = Promise.withResolvers<Ending>();
	#ending: Ending | undefined;

	constructor(columns?: number, rows?: number) {
		super(columns, rows);
		this.exited = this.#exited.promise;
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

	/** Takes what the program wrote. */
	protected async show(data: Uint8Array): Promise<void> {
		this.#output.push(data);
		await this.feed(this.#decoder.decode(data, {stream: true}));
		this.#notify();
	}

	/** Tells that the program has ended, when all that it wrote has been taken. */
	protected async finish(ending: Ending): Promise<void> {
		await this.feed('');
		this.#ending = ending;
		this.#exited.resolve(ending);
		this.#notify();
	}

	/** @throws {Error} The program has ended. */
	protected mustRun(): void {
		if (this.#ending) {
			throw new Error(
				`nobody reads any more: the program ${this.#describeState()}\n${this.describe()}`,
			);
		}
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
