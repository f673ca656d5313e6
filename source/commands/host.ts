import type {Served} from './served.ts';

/**
The process that a command runs in, handed in by the bin: streams, environment, signals. Commands
touch no global, so that a test or another kind of session can stand in for it.
*/
export interface Host extends Process {
	/** The report that is served; absent: any file may be read. */
	readonly served?: Served | undefined;
	/** Called before a dossier out of a file is read, with how many bytes it has. */
	readonly whenReading?: ((bytes: number) => void) | undefined;
}

type Process = Pick<
	NodeJS.Process,
	| 'argv'
	| 'env'
	| 'stdin'
	| 'stdout'
	| 'stderr'
	| 'on'
	| 'off'
	| 'pid'
	| 'kill'
	| 'version'
	| 'platform'
> & {
	/**
	Writes a text to stdout past its stream; absent where only the stream will do.

	@returns What is not taken at once, for the stream; nothing when all is.
	@throws {NodeJS.ErrnoException} It cannot be written.
	*/
	readonly writeDirectly?: (text: string) => Uint8Array | undefined;
};

/** How a command ended: 0 fine, 1 bad data or failure, 2 a usage error, 78 a key that is no secret, 130 interrupted. */
export type ExitCode = 0 | 1 | 2 | 78 | 130;
