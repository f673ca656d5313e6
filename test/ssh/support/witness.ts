import {setTimeout as pause} from 'node:timers/promises';
import {counted} from '../../e2e/support/dashboard.ts';
import type {ServerProcess} from './server.ts';
import {openReader, type SshReader} from './ssh-reader.ts';

/** Milliseconds between two keys, as of somebody who reads. */
const READING = 25;

/** A reader whose session has to go on whatever others do to the server. */
export class Witness implements AsyncDisposable {
	readonly #reader: SshReader;
	#answers = 0;

	/** Use `openWitness`. */
	constructor(reader: SshReader) {
		this.#reader = reader;
	}

	/** Keys that have been answered so far: how long something lasts, in a reader's time. */
	get answers(): number {
		return this.#answers;
	}

	/** Presses a key, and waits until what it does is on the screen. @throws {Error} It is not. */
	async isAnswered(): Promise<void> {
		const before = counted(this.#reader);
		this.#reader.press(before.startsWith('1/') ? 'j' : 'k');
		await this.#reader.waitFor(() => counted(this.#reader) !== before, {
			label: 'the witness to be answered',
		});
		this.#answers += 1;
	}

	/**
	Has a key answered before an attack, after it, and again and again while it lasts.

	@throws {Error} A key was not answered.
	*/
	async during<Result>(attack: () => Promise<Result>): Promise<Result> {
		await this.isAnswered();
		let isOver = false;
		const read = async (): Promise<void> => {
			while (!isOver) {
				await this.isAnswered();
				await pause(READING);
			}
		};

		const attacking = attack().finally(() => {
			isOver = true;
		});
		const [result] = await Promise.all([attacking, read()]);
		await this.isAnswered();
		return result;
	}

	async [Symbol.asyncDispose](): Promise<void> {
		await this.#reader[Symbol.asyncDispose]();
	}
}

export const openWitness = async (server: ServerProcess): Promise<Witness> =>
	new Witness(await openReader(server));
