import {builtCommand, Terminal, type TerminalOptions} from './terminal.ts';
import type {WaitOptions} from './watched-screen.ts';

/** The prompt, with the shell's own count of commands, so that each prompt differs from the last. */
const PROMPT = /\[(\d+)\]\$ ?$/;

/** A word as the shell takes it literally. */
const quoteWord = (word: string): string => `'${word.replaceAll("'", String.raw`'\''`)}'`;

/** The shell's words for the built program. @throws {Error} It is not built. */
export const builtCommandLine = (...args: readonly string[]): string =>
	builtCommand(args).map(quoteWord).join(' ');

/**
An interactive shell with job control, for what a program does to the shell that started it:
ctrl-z and `fg`, the terminal's settings, what is left on the screen.
*/
export class Shell extends Terminal {
	#prompts = 0;

	/**
	Waits for the prompt after the one last waited for: until the command, or what is left of it
	after ctrl-z, has given the terminal back.
	*/
	async waitForPrompt(options: WaitOptions = {}): Promise<void> {
		const isAtPrompt = (): boolean => {
			const {row} = this.cursor();
			const count = Number(PROMPT.exec(this.rows()[row] ?? '')?.[1] ?? 0);
			if (count <= this.#prompts) {
				return false;
			}

			this.#prompts = count;
			return true;
		};

		await this.waitFor(isAtPrompt, {label: `prompt ${this.#prompts + 1} of the shell`, ...options});
	}

	/** Types a command line and enter, and waits for nothing. */
	start(commandLine: string): void {
		this.type(`${commandLine}\n`);
	}

	/** Runs a command line to its end. @returns What it wrote, lines ended by LF. */
	async run(commandLine: string, options?: WaitOptions): Promise<string> {
		const before = this.output().length;
		this.start(commandLine);
		await this.waitForPrompt(options);
		const written = this.output().slice(before).replaceAll('\r\n', '\n');
		// The first line is the echo of the command.
		return written.slice(written.indexOf('\n') + 1).replace(PROMPT, '');
	}

	/** The exit code of the command before. */
	async exitCode(): Promise<number> {
		return Number(await this.run('echo $?'));
	}

	/** The terminal's settings as `stty -a` has them, one a string, in its order. */
	async ttySettings(): Promise<readonly string[]> {
		const settings = await this.run('stty -a');
		return settings
			.split(/[;\n]/)
			.flatMap(part => (/[=:]|^ *(?:speed|rows|columns)/.test(part) ? [part] : part.split(' ')))
			.map(setting => setting.trim())
			.filter(setting => setting !== '');
	}
}

/** Opens a terminal with a bare bash at its first prompt. */
export const openShell = async (
	options: Omit<TerminalOptions, 'command' | 'args'> = {},
): Promise<Shell> => {
	const shell = new Shell({
		...options,
		command: 'bash',
		// Without readline, which sets modes and terminal settings of its own at each prompt.
		args: ['--norc', '--noprofile', '--noediting', '-i'],
		env: {PS1: String.raw`[\#]$ `, HISTFILE: undefined, ...options.env},
	});
	await shell.waitForPrompt();
	return shell;
};
