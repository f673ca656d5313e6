import {type DossierRecord, kindOf} from './record.ts';
import type {
	Asserter,
	Claim,
	DossierEvent,
	Place,
	Quote,
	RecordId,
	Relation,
	Step,
	Tension,
} from './schema.ts';

type Add = (id: RecordId | undefined) => void;

const addAsserter = (asserter: Asserter | undefined, add: Add): void => {
	if (asserter !== 'author') {
		add(asserter);
	}
};

/**
Calls `add` for each record that a record names, in the order in which it names them; for one that it names
twice also twice, and with `undefined` where it names none.
*/
export const eachReference = (record: DossierRecord, add: Add): void => {
	switch (kindOf(record.id)) {
		case 'actor':
			break;
		case 'place':
			for (const {assertedBy} of (record as Place).control) {
				addAsserter(assertedBy, add);
			}

			break;
		case 'quote': {
			const {speaker, place, via, about} = record as Quote;
			add(speaker);
			add(place);
			add(via);
			about.forEach(add);
			break;
		}

		case 'event': {
			const {participants, places, assertedBy} = record as DossierEvent;
			participants.forEach(add);
			places.forEach(add);
			addAsserter(assertedBy, add);
			break;
		}

		case 'relation': {
			const {from, to, assertedBy} = record as Relation;
			add(from);
			add(to);
			addAsserter(assertedBy, add);
			break;
		}

		case 'claim': {
			const {assertedBy, via, about} = record as Claim;
			addAsserter(assertedBy, add);
			add(via);
			about.forEach(add);
			break;
		}

		case 'tension':
			for (const {records} of (record as Tension).accounts) {
				records.forEach(add);
			}

			break;
		case 'step':
			add((record as Step).record);
			break;
	}
};

/** The records that a record names, each once, in the order in which it names them. */
export const referencesOf = (record: DossierRecord): readonly RecordId[] => {
	const named = new Set<RecordId>();
	eachReference(record, id => {
		if (id !== undefined) {
			named.add(id);
		}
	});
	return [...named];
};
