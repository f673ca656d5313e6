/** A line of an `authorized_keys` file, not looked into any further. */
export interface KeyLine {
	/** As they are written, without their commas: `restrict`, `command="ls -l"`. */
	readonly options: readonly string[];
	/** `ssh-ed25519` */
	readonly type: string;
	/** In base64; empty: there is none. */
	readonly key: string;
	readonly comment: string;
}

/** What every name of a type begins with, so that none is taken for an option. */
const TYPE = /^(?:ssh|ecdsa|sk|rsa|webauthn)-/;

/** Where the options end: at the first blank that is in no quotation marks; -1: those are not closed. */
const endOfOptions = (line: string): number => {
	let isQuoted = false;
	for (let at = 0; at < line.length; at++) {
		const character = line[at];
		if (character === '\\' && line[at + 1] === '"') {
			at++;
		} else if (character === '"') {
			isQuoted = !isQuoted;
		} else if (!isQuoted && (character === ' ' || character === '\t')) {
			return at;
		}
	}

	return isQuoted ? -1 : line.length;
};

const splitOptions = (options: string): readonly string[] =>
	options.match(/(?:\\"|"(?:\\"|[^"])*"|[^,"])+/g) ?? [];

/**
Reads a line as sshd does: options, or none, then a type, a key and the rest as a comment.

@param line - Without blanks at its ends, neither empty nor a comment.
@returns Nothing for a line that is no such thing.
*/
export const readKeyLine = (line: string): KeyLine | undefined => {
	const end = TYPE.test(line) ? 0 : endOfOptions(line);
	const [type = '', key = '', ...comment] = line
		.slice(Math.max(end, 0))
		.trim()
		.split(/[ \t]+/);
	return end === -1 || !TYPE.test(type)
		? undefined
		: {options: splitOptions(line.slice(0, end)), type, key, comment: comment.join(' ')};
};
