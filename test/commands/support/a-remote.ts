import {Writable} from 'node:stream';
import type {RemoteProcess} from '../../../source/ssh/service.ts';

/** A reader at the other end, who can stop taking what is written. */
export class ARemote implements RemoteProcess {
	readonly address: string;
	readonly environment = {};
	readonly stdout: RemoteProcess['stdout'];
	readonly stderr: Writable;
	/** Why it was given up, when it was. */
	givenUp: string | undefined;
	readonly #interruption = new AbortController();
	readonly interrupted = this.#interruption.signal;
	#text = '';
	#isStalled: boolean;
	#taken: (() => void)[] = [];

	constructor(address: string, {isStalled = false}: {readonly isStalled?: boolean} = {}) {
		this.address = address;
		this.#isStalled = isStalled;
		const output = (): Writable =>
			new Writable({
				decodeStrings: false,
				write: (chunk, _encoding, done) => {
					const take = (): void => {
						this.#text += String(chunk);
						done();
					};
					if (this.#isStalled) {
						this.#taken.push(take);
					} else {
						take();
					}
				},
			});
		this.stdout = Object.assign(output(), {isTTY: false, columns: undefined, rows: undefined});
		this.stderr = output();
	}

	/** All that it has taken, of both streams. */
	get text(): string {
		return this.#text;
	}

	/** Whether something was written that it has not taken. */
	get isWaitedFor(): boolean {
		return this.#taken.length > 0;
	}

	/** Takes what there is, and what follows. */
	readOn(): void {
		this.#isStalled = false;
		for (const take of this.#taken.splice(0)) {
			take();
		}
	}

	readonly leave = (): void => {
		this.#interruption.abort();
	};

	readonly giveUp = (why: string): void => {
		this.givenUp = why;
		this.leave();
	};
}
