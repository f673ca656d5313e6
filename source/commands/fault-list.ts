import type {Fault} from '../dossier/fault.ts';
import {visibleText} from '../terminal/visible-text.ts';

const MOST_FAULTS = 20;

/** The first twenty faults, a line each, and how many more there are. */
export const faultList = (faults: readonly Fault[]): readonly string[] => {
	const shown = faults
		.slice(0, MOST_FAULTS)
		// Keys and values that a message repeats are as little to be obeyed as any text of the document.
		.map(
			({pointer, message}) =>
				`  ${visibleText(`${pointer === '' ? '(document)' : pointer}: ${message}`)}`,
		);
	const more = faults.length - shown.length;
	return more > 0 ? [...shown, `  and ${more} more`] : shown;
};
