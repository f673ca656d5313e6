/** What a reader did wrong, or what a file is: told in plain words and without a stack. */
export class Failure extends Error {
	override readonly name = 'Failure';
	/** 1: bad data; 2: a usage error. */
	readonly exitCode: 1 | 2;

	constructor(message: string, exitCode: 1 | 2 = 1) {
		super(message);
		this.exitCode = exitCode;
	}
}
