// biome-ignore lint/suspicious/noControlCharactersInRegex: SGR sequences begin with ESC
const SGR = /\u001B\[([\d;:]*)m/g;

// biome-ignore lint/suspicious/noControlCharactersInRegex: what is no SGR sequence is not judged
const OTHER = /\u001B(?!\[[\d;:]*m)|\u009B/;

/** What ends the style that a code begins; nothing for a code that begins none. */
const endOf = (code: number): number | undefined => {
	if (code === 1 || code === 2) {
		return 22;
	}

	if (code >= 3 && code <= 9) {
		return code + 20;
	}

	if ((code >= 30 && code <= 38) || (code >= 90 && code <= 97)) {
		return 39;
	}

	return (code >= 40 && code <= 48) || (code >= 100 && code <= 107) ? 49 : undefined;
};

/** Whether all styles that a line begins end in it; `false` for any other escape sequence in it. */
export const endsUnstyled = (line: string): boolean => {
	if (!line.includes('\u{1B}') && !line.includes('\u{9B}')) {
		return true;
	}

	if (OTHER.test(line)) {
		return false;
	}

	const open = new Set<number>();
	for (const [, parameters = ''] of line.matchAll(SGR)) {
		// One code a sequence, as the program and Ink write them; others are left to Ink.
		if (!/^\d*$/.test(parameters)) {
			return false;
		}

		const code = Number(parameters);
		const end = endOf(code);
		if (code === 0) {
			open.clear();
		} else if (end === undefined) {
			open.delete(code);
		} else {
			open.add(end);
		}
	}

	return open.size === 0;
};
