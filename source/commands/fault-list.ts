import type {Fault, PlacedFault} from '../dossier/fault.ts';
import {visibleText} from '../terminal/visible-text.ts';

const MOST_FAULTS = 20;

const placeOf = (fault: Fault | PlacedFault): string =>
	'line' in fault ? `line ${fault.line} column ${fault.column}: ` : '';

/** What a fault is, behind where it stands; keys and values of the document that it repeats are let be. */
export const faultText = ({pointer, message}: Fault): string =>
	`${pointer === '' ? '(document)' : pointer}: ${message}`;

/** The first twenty faults, a line each, and how many more there are. */
export const faultList = (faults: readonly (Fault | PlacedFault)[]): readonly string[] => {
	const shown = faults
		.slice(0, MOST_FAULTS)
		// Keys and values that a message repeats are as little to be obeyed as any text of the document.
		.map(fault => `  ${visibleText(`${placeOf(fault)}${faultText(fault)}`)}`);
	const more = faults.length - shown.length;
	return more > 0 ? [...shown, `  and ${more} more`] : shown;
};
