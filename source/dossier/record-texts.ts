import type {Catalog} from './catalog.ts';
import {dayIn, readableDate} from './days.ts';
import {figureText} from './profile/event.ts';
import {type DossierRecord, kinded} from './record.ts';
import type {Asserter} from './schema.ts';
import {asserterName, titleById, titleOf} from './title.ts';
import {
	ACTOR_KIND_WORDS,
	CONTROL_WORDS,
	EVENT_KIND_WORDS,
	PLACE_KIND_WORDS,
	SIDE_WORDS,
} from './words.ts';

/** A text of a record, and what it is there: its title, a `summary`, an `alias`. */
export interface RecordText {
	readonly field: string;
	readonly text: string;
}

const texts = (field: string, ...values: readonly (string | undefined)[]): readonly RecordText[] =>
	values.flatMap(text => (text === undefined ? [] : [{field, text}]));

const assertedText = (catalog: Catalog, asserter: Asserter): readonly RecordText[] =>
	texts('says', asserterName(catalog, asserter));

const more = (catalog: Catalog, record: DossierRecord): readonly RecordText[] => {
	const named = (id: Parameters<typeof titleById>[1] | undefined): string | undefined =>
		id === undefined ? undefined : titleById(catalog, id);
	const entry = kinded(record);
	switch (entry.kind) {
		case 'actor':
			return [
				...texts('alias', ...entry.record.aliases),
				...texts('role', entry.record.role),
				...texts('kind', ACTOR_KIND_WORDS[entry.record.kind]),
				...texts('side', ...entry.record.sides.map(({side}) => SIDE_WORDS[side])),
				...texts('summary', entry.record.summary),
			];
		case 'place':
			return [
				...texts('alias', ...entry.record.aliases),
				...texts('kind', PLACE_KIND_WORDS[entry.record.kind]),
				...texts(
					'control',
					...entry.record.control.flatMap(({state, basis, note}) => [
						CONTROL_WORDS[state],
						basis,
						note,
					]),
				),
				...texts('summary', entry.record.summary),
			];
		case 'quote':
			return [
				// What is interrupted in the report is found as one, too.
				...texts('words', entry.record.text),
				...texts('speaker', named(entry.record.speaker)),
				...texts('verb', entry.record.verb),
				...texts('place', named(entry.record.place)),
				...texts('day', entry.record.day && dayIn(catalog.dossier, entry.record.day)),
				...texts('via', named(entry.record.via)),
			];
		case 'event':
			return [
				...texts('when', readableDate(entry.record.when)),
				...texts('phrase', entry.record.phrase),
				...texts('kind', EVENT_KIND_WORDS[entry.record.kind]),
				...texts('place', ...entry.record.places.map(named)),
				...texts('participant', ...entry.record.participants.map(named)),
				...texts('figure', ...entry.record.figures.map(figureText)),
				...texts('summary', entry.record.summary),
				...assertedText(catalog, entry.record.assertedBy),
			];
		case 'relation':
			return assertedText(catalog, entry.record.assertedBy);
		case 'claim':
			return [
				...assertedText(catalog, entry.record.assertedBy),
				...texts('via', named(entry.record.via)),
			];
		case 'tension':
			return [
				...texts('question', entry.record.question),
				...texts('account', ...entry.record.accounts.map(({text}) => text)),
			];
		case 'step':
			return [];
	}
};

/** Every text that a reader may know a record by, its title first: all that a filter looks through, and more. */
export const recordTexts = (catalog: Catalog, record: DossierRecord): readonly RecordText[] => [
	...texts('title', titleOf(catalog, record)),
	...more(catalog, record),
];
