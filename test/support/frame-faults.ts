import {textWidth} from '../../source/terminal/text-width.ts';
import type {OpenApp} from './app.tsx';

// biome-ignore lint/suspicious/noControlCharactersInRegex: styles begin with ESC
const ASCII = /^[\n\u001B -~]*$/;

/** A row of a screen with frames, from the left edge to the right one. */
const EDGED = /^[┍╭││╰╰+[|].*[┑╮││╯╯+\]|]$/;

/** Rows inside of frames that do not reach from edge to edge, as they do not when something is too long. */
const broken = (lines: readonly string[], columns: number): readonly string[] => {
	const first = lines.findIndex(line => /^[┍╭+]/.test(line));
	const last = lines.findLastIndex(line => /^[╰╰+]/.test(line));
	return first === -1 || columns < 70
		? []
		: lines.slice(first, last + 1).filter(line => textWidth(line) !== columns || !EDGED.test(line));
};

/** What is wrong with the frame on a screen of this size; empty when it fits. */
export const frameFaults = (
	app: OpenApp,
	columns: number,
	rows: number,
	isAscii = false,
): string => {
	const lines = app.lines();
	const wide = lines.filter(line => textWidth(line) > columns);
	return [
		...(lines.length === rows ? [] : [`${lines.length} rows`]),
		...broken(lines, columns).map(line => `not from edge to edge: ${line}`),
		...wide.map(line => `${textWidth(line)} columns: ${line}`),
		...(isAscii && !ASCII.test(app.painted()) ? [`not all ASCII:\n${app.frame()}`] : []),
		...app.crashes.map(String),
	].join('\n');
};
