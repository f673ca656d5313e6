import type {Catalog} from './catalog.ts';
import {dayIn, readableDate} from './days.ts';
import {type Filter, matchesFilter} from './filter.ts';
import {type DossierRecord, kinded} from './record.ts';
import {asserterName, titleById, titleOf} from './title.ts';
import {
	ACTOR_KIND_WORDS,
	CONTROL_WORDS,
	EVENT_KIND_WORDS,
	PLACE_KIND_WORDS,
	SIDE_WORDS,
} from './words.ts';

const parts = (catalog: Catalog, record: DossierRecord): readonly (string | undefined)[] => {
	const entry = kinded(record);
	switch (entry.kind) {
		case 'actor':
			return [
				...entry.record.aliases,
				entry.record.role,
				ACTOR_KIND_WORDS[entry.record.kind],
				...entry.record.sides.map(({side}) => SIDE_WORDS[side]),
			];
		case 'place':
			return [
				...entry.record.aliases,
				PLACE_KIND_WORDS[entry.record.kind],
				...entry.record.control.flatMap(({state, basis}) => [CONTROL_WORDS[state], basis]),
			];
		case 'quote':
			return [
				titleById(catalog, entry.record.speaker),
				entry.record.verb,
				entry.record.place && titleById(catalog, entry.record.place),
				entry.record.day && dayIn(catalog.dossier, entry.record.day),
			];
		case 'event':
			return [
				readableDate(entry.record.when),
				entry.record.phrase,
				EVENT_KIND_WORDS[entry.record.kind],
				...[...entry.record.places, ...entry.record.participants].map(id => titleById(catalog, id)),
			];
		case 'claim':
			return [asserterName(catalog, entry.record.assertedBy)];
		case 'tension':
			return [entry.record.question];
		case 'relation':
		case 'step':
			return [];
	}
};

/** What a filter looks through: a record's title, then what a reader may know it by. */
export const searchText = (catalog: Catalog, record: DossierRecord): string =>
	[titleOf(catalog, record), ...parts(catalog, record)]
		.filter(part => part !== undefined)
		.join('\n');

/**
What a record was found by that a row does not show, an alias or a verb for instance: for each wanted
word that none of the shown texts has, the first text that has it.
*/
export const foundBy = (
	catalog: Catalog,
	record: DossierRecord,
	{terms}: Filter,
	shown: readonly string[],
): readonly string[] => {
	// Asked of every row of every frame, most of them without a filter.
	if (terms.length === 0) {
		return [];
	}

	const hidden = searchText(catalog, record).split('\n');
	const found = terms
		.filter(({isExcluded}) => !isExcluded)
		.map(term => ({terms: [term]}))
		.filter(filter => !shown.some(text => matchesFilter(filter, text)))
		.map(filter => hidden.find(text => matchesFilter(filter, text)));
	return [...new Set(found.filter(text => text !== undefined))];
};
