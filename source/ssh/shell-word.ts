import {visibleText} from '../terminal/visible-text.ts';

/** A path as it is pasted into a shell. */
export const shellWord = (path: string): string => {
	const shown = visibleText(path);
	return /^[\w/.,:@%+-]+$/.test(shown) ? shown : `'${shown.replaceAll("'", "'\\''")}'`;
};
