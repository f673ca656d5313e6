/** Why the server does not start, told in plain words and without a stack; it may be several lines. */
export class Refusal extends Error {
	override readonly name = 'Refusal';
	/** 1: it could not be done; 78: what it was set up with is wrong (`EX_CONFIG` of sysexits.h). */
	readonly exitCode: 1 | 78;

	constructor(message: string, exitCode: 1 | 78) {
		super(message);
		this.exitCode = exitCode;
	}
}
