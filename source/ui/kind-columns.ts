import {kindOf} from '../dossier/record.ts';
import type {RecordId} from '../dossier/schema.ts';
import {KIND_WORDS} from '../dossier/title.ts';

/** The longest of the words for the kinds of these records, in cells. */
export const kindColumns = (ids: readonly RecordId[]): number =>
	ids.reduce((widest, id) => Math.max(widest, KIND_WORDS[kindOf(id)].length), 0);
