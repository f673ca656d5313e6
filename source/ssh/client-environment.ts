import type {Environment} from '../terminal/capabilities.ts';
export class ClientEnvironment {
	readonly #variables: Record<string, string> = {};
	take(key: string, value: string): boolean {
		this.#variables[key] = value;
		return true;
	}
	setTerminal(name: string): void {
		this.#variables.TERM = name;
	}
	variables(): Environment {
		return {...this.#variables};
	}
}
