/** What a reader did wrong, or what a file is: told in plain words and without a stack. */
export class Failure extends Error {
	override readonly name = 'Failure';
	/** 1: bad data; 2: a usage error; 78: what is set up here cannot be used. */
	readonly exitCode: 1 | 2 | 78;

	constructor(message: string, exitCode: 1 | 2 | 78 = 1) {
		super(message);
		this.exitCode = exitCode;
	}
}
