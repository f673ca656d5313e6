const ESC = '\u{1B}';

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

/**
Whether all styles that a line begins end in it; `false` for any other escape sequence in it, and for one
that sets several styles at once, which neither the program nor Ink writes.
*/
export const endsUnstyled = (line: string): boolean => {
	if (line.includes('\u{9B}')) {
		return false;
	}

	let open: number[] = [];
	for (let at = line.indexOf(ESC); at !== -1; at = line.indexOf(ESC, at + 1)) {
		const end = line.indexOf('m', at);
		const parameter = line.slice(at + 2, end);
		const code = Number(parameter);
		if (line[at + 1] !== '[' || end === -1 || !Number.isInteger(code) || parameter.includes(' ')) {
			return false;
		}

		const ending = endOf(code);
		if (code === 0) {
			open = [];
		} else if (ending === undefined) {
			open = open.filter(one => one !== code);
		} else if (!open.includes(ending)) {
			open.push(ending);
		}
	}

	return open.length === 0;
};
