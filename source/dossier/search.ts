import type {Catalog} from './catalog.ts';
import {type Filter, matchesFilter} from './filter.ts';
import {type DossierRecord, kindOf, type RecordKind} from './record.ts';
import {type RecordText, recordTexts} from './record-texts.ts';

/** A record in which all wanted words stand. */
export interface Hit {
	readonly record: DossierRecord;
	/** For each wanted word the first text that has it, each text once, in the order of the words. */
	readonly found: readonly RecordText[];
}

/** Who and where are looked for most; claims and ties repeat their names. */
const KINDS: readonly RecordKind[] = [
	'actor',
	'place',
	'tension',
	'event',
	'quote',
	'claim',
	'step',
	'relation',
];

const hitOf = (catalog: Catalog, record: DossierRecord, filter: Filter): Hit | undefined => {
	const known = recordTexts(catalog, record);
	if (!matchesFilter(filter, known.map(({text}) => text).join('\n'))) {
		return undefined;
	}

	const found = filter.terms
		.filter(({isExcluded}) => !isExcluded)
		.map(term => known.find(({text}) => matchesFilter({terms: [term]}, text)));
	return {record, found: [...new Set(found.filter(text => text !== undefined))]};
};

/** How far a hit is from being called by the words: 0 when all stand in its title. */
const distanceOf = ({found}: Hit): number => (found.every(({field}) => field === 'title') ? 0 : 1);

/**
The records that a filter finds in any of their texts: by kind, those called by the words first, then as
in the file.
*/
export const searchRecords = (catalog: Catalog, filter: Filter): readonly Hit[] =>
	catalog.records
		.map(record => hitOf(catalog, record, filter))
		.filter(hit => hit !== undefined)
		.toSorted(
			(a, b) =>
				KINDS.indexOf(kindOf(a.record.id)) - KINDS.indexOf(kindOf(b.record.id)) ||
				distanceOf(a) - distanceOf(b),
		);
