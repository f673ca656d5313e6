import type {Capabilities} from './capabilities.ts';
import {inAscii, unstyled} from './styles.ts';

/**
A terminal as a log of lines, for screen readers and terminals that cannot place their cursor:
takes whole frames and writes the lines that the last frame did not have, one after another.
Nothing is ever drawn over or taken back.
*/
export class LineLog {
	readonly #write: (bytes: string) => void;
	readonly #charset: Capabilities['charset'];
	#said: ReadonlySet<string> = new Set();
	#newest: readonly string[] = [];

	constructor(write: (bytes: string) => void, charset: Capabilities['charset']) {
		this.#write = write;
		this.#charset = charset;
	}

	paint(frame: string): void {
		this.#newest = frame.split('\n').filter(line => line.trim() !== '');
		const news = this.#newest.filter(line => !this.#said.has(line));
		this.#said = new Set(this.#newest);
		this.#say(news);
	}

	/** Says the whole of the newest frame again. */
	repaint(): void {
		this.#say(this.#newest);
	}

	#say(lines: readonly string[]): void {
		if (lines.length > 0) {
			const text = lines
				.map(unstyled)
				.map(line => (this.#charset === 'ascii' ? inAscii(line) : line));
			this.#write(`${text.join('\r\n')}\r\n`);
		}
	}
}
