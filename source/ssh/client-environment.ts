import type {Environment} from '../terminal/capabilities.ts';

/** What the program reads of an environment that says how a reader wants to see it, and names no file. */
const TAKEN =
	/^(?:LANG|LC_[A-Z]{1,16}|NO_COLOR|FORCE_COLOR|COLORTERM|TERM_PROGRAM|VTE_VERSION|KONSOLE_VERSION|LIBYA_TUI_(?:THEME|ASCII|SCREEN_READER))$/;

const MOST = 32;
const LONGEST = 128;

const isPlain = (text: string): boolean => text.length <= LONGEST && /^[ -~]*$/.test(text);

/** What a client says of its terminal: a few variables, short and printable. */
export class ClientEnvironment {
	readonly #variables = new Map<string, string>();

	/** @returns Whether it is taken. */
	take(name: string, value: string): boolean {
		const isTaken =
			TAKEN.test(name) &&
			isPlain(value) &&
			(this.#variables.has(name) || this.#variables.size < MOST);
		if (isTaken) {
			this.#variables.set(name, value);
		}

		return isTaken;
	}

	/** A name that no terminal has is taken for that of one that can do nothing. */
	setTerminal(name: string): void {
		this.#variables.set('TERM', /^[\w.+-]{1,64}$/.test(name) ? name : 'dumb');
	}

	variables(): Environment {
		return Object.fromEntries(this.#variables);
	}
}
