import {styleAfter} from './sgr-style.ts';

// biome-ignore lint/suspicious/noControlCharactersInRegex: SGR sequences begin with ESC
const SGR = /\u001B\[([\d;]*)m/g;

/** A row of text of one cell a character, and the style of each. */
export interface StyledRow {
	readonly text: string;
	/** As many as the text has characters. */
	readonly styles: readonly string[];
}

/** A line that begins without a style. */
export const styledRow = (line: string): StyledRow => {
	const styles: string[] = [];
	let text = '';
	let style = '';
	let from = 0;
	const take = (until: number): void => {
		const part = line.slice(from, until);
		text += part;
		for (let cell = 0; cell < part.length; cell++) {
			styles.push(style);
		}
	};

	for (const match of line.matchAll(SGR)) {
		take(match.index);
		style = styleAfter(style, match[1] ?? '');
		from = match.index + match[0].length;
	}

	take(line.length);
	return {text, styles};
};
