/** Breaks a text of one cell a character at its spaces, and longer words too, at a fraction of wrap-ansi's cost. */
export const wrappedSimple = (text: string, columns: number): readonly string[] => {
	const lines: string[] = [];
	let line = '';
	for (let word of text.split(' ')) {
		if (line !== '' && line.length + 1 + word.length <= columns) {
			line += ` ${word}`;
			continue;
		}

		if (line !== '') {
			lines.push(line);
		}

		for (; word.length > columns; word = word.slice(columns)) {
			lines.push(word.slice(0, columns));
		}

		line = word;
	}

	return [...lines, line];
};
