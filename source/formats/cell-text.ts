import {NOT_STATED} from '../dossier/words.ts';
import type {Cell} from './table.ts';

/** A value in words; of several, with a semicolon between two. */
export const cellText = (cell: Cell): string => {
	if (cell === undefined) {
		return NOT_STATED;
	}

	return typeof cell === 'object' ? cell.join('; ') : String(cell);
};
