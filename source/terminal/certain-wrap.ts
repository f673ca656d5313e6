import {certainWidth} from './simple-text.ts';

/**
Breaks a text whose characters take one cell or two for certain where wrap-ansi would, which looks every
character up in tables: thousands of ideographs would take it longer than a reader waits for a key.

@param columns - At least two.
*/
export const wrappedCertain = (text: string, columns: number): readonly string[] => {
	const lines: string[] = [];
	let line = '';
	let cells = 0;
	const endLine = (): void => {
		lines.push(line.endsWith(' ') ? line.slice(0, -1) : line);
		line = '';
		cells = 0;
	};

	for (const word of text.split(' ')) {
		if (line !== '') {
			line += ' ';
			cells++;
		}

		const width = certainWidth(word) ?? 0;
		if (width <= columns) {
			if (cells + width > columns) {
				endLine();
			}

			line += word;
			cells += width;
			continue;
		}

		const breaksFromHere = Math.ceil((width - (columns - cells)) / columns);
		const breaksFromNext = Math.ceil(width / columns) - 1;
		if (breaksFromNext < breaksFromHere) {
			endLine();
		}

		for (const character of word) {
			const own = certainWidth(character) ?? 0;
			if (cells + own > columns) {
				endLine();
			}

			line += character;
			cells += own;
		}
	}

	endLine();
	return lines;
};
