/** What a client has asked to run, as words; or why it cannot be. */
export type ExecWords =
	| {readonly ok: true; readonly words: readonly string[]}
	| {readonly ok: false; readonly fault: string};

/** What a shell would act upon where it stands in no quotation marks. */
const ACTED_UPON = /[;|&<>$`()\n\r]/;

/** And between double ones. */
const ACTED_UPON_IN_DOUBLE = /[$`]/;

/** A backslash between double quotation marks stands for itself before anything else. */
const ESCAPED_IN_DOUBLE = /["\\$`\n]/;

const MOST = 8192;

const refused = (fault: string): ExecWords => ({ok: false, fault});

const noShell = (character: string): ExecWords =>
	refused(
		`There is no shell here, so ${JSON.stringify(character)} does nothing; in single quotation marks it stands for itself.`,
	);

/**
Splits a line into words as a POSIX shell does: at white space, with single and double quotation marks and
backslashes. Nothing is expanded, and what a shell would act upon is refused rather than taken for a letter.
*/
export const execWords = (line: string): ExecWords => {
	if (line.length > MOST) {
		return refused(`A command has at most ${MOST} characters.`);
	}

	if (line.includes('\0')) {
		return refused('A command has no NUL in it.');
	}

	const words: string[] = [];
	/** The word that is being read; absent between two of them. */
	let word: string | undefined;
	let quote = '';
	for (let at = 0; at < line.length; at++) {
		const character = line[at] ?? '';
		const next = line[at + 1];
		if (quote === "'") {
			if (character === quote) {
				quote = '';
			} else {
				word += character;
			}
		} else if (quote === '"') {
			if (character === quote) {
				quote = '';
			} else if (ACTED_UPON_IN_DOUBLE.test(character)) {
				return noShell(character);
			} else if (character === '\\' && next !== undefined && ESCAPED_IN_DOUBLE.test(next)) {
				word += next === '\n' ? '' : next;
				at++;
			} else {
				word += character;
			}
		} else if (character === "'" || character === '"') {
			quote = character;
			word ??= '';
		} else if (character === '\\') {
			if (next === undefined) {
				return refused('The command ends with a backslash.');
			}

			// Before the end of a line it joins that with the next.
			word = next === '\n' ? word : (word ?? '') + next;
			at++;
		} else if (ACTED_UPON.test(character)) {
			return noShell(character);
		} else if (/[ \t]/.test(character)) {
			if (word !== undefined) {
				words.push(word);
				word = undefined;
			}
		} else {
			word = (word ?? '') + character;
		}
	}

	if (quote !== '') {
		return refused(`A quotation mark is not closed: ${quote}`);
	}

	return {ok: true, words: word === undefined ? words : [...words, word]};
};
