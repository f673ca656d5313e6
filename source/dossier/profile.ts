import {controlAsOf, controlBefore, sideAsOf} from './as-of.ts';
import type {Catalog} from './catalog.ts';
import {dayIn, readableDate} from './days.ts';
import {actorSections} from './profile/actor.ts';
import {claimProfileSections} from './profile/claim.ts';
import {eventSections} from './profile/event.ts';
import {joined} from './profile/fact.ts';
import {placeSections} from './profile/place.ts';
import {quoteProfileSections} from './profile/quote.ts';
import {relationSections} from './profile/relation.ts';
import type {Section} from './profile/section.ts';
import {stepSections} from './profile/step.ts';
import {tensionSections} from './profile/tension.ts';
import {type DossierRecord, kinded, type RecordKind} from './record.ts';
import type {Evidence, IsoDay, Place, RecordId} from './schema.ts';
import {asserterName, isLeftOpen, stepNumber, titleById, titleOf} from './title.ts';
import {
	ACTOR_KIND_WORDS,
	CONTROL_WORDS,
	EVENT_KIND_WORDS,
	NOT_STATED,
	PLACE_KIND_WORDS,
	SIDE_WORDS,
} from './words.ts';

/** Everything known about one record, in the order in which a reader asks. */
export interface Profile {
	readonly id: RecordId;
	readonly kind: RecordKind;
	readonly title: string;
	/** One line under the title: what sort of thing it is. */
	readonly subtitle: string;
	/** Never empty; a section without facts is left out. */
	readonly sections: readonly Section[];
	/** Where the record as a whole stands. */
	readonly evidence: readonly Evidence[];
}

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const sectionsOf = (catalog: Catalog, record: DossierRecord): readonly Section[] => {
	const entry = kinded(record);
	switch (entry.kind) {
		case 'actor':
			return actorSections(catalog, entry.record);
		case 'place':
			return placeSections(catalog, entry.record);
		case 'quote':
			return quoteProfileSections(catalog, entry.record);
		case 'event':
			return eventSections(catalog, entry.record);
		case 'relation':
			return relationSections(catalog, entry.record);
		case 'claim':
			return claimProfileSections(catalog, entry.record);
		case 'tension':
			return tensionSections(catalog, entry.record);
		case 'step':
			return stepSections(catalog, entry.record);
	}
};

const controlSubtitle = (catalog: Catalog, place: Place, day: IsoDay): string | undefined => {
	if (!place.frontLine) {
		return undefined;
	}

	const held = controlAsOf(catalog.dossier, place, day);
	const before = controlBefore(catalog.dossier, place, day);
	return held === undefined
		? `control on ${dayIn(catalog.dossier, day)}: ${NOT_STATED}`
		: joined(
				`on ${dayIn(catalog.dossier, day)}: ${CONTROL_WORDS[held.control.state]} (${held.control.basis})`,
				held.isCarried ? `last told for ${dayIn(catalog.dossier, held.toldFor)}` : undefined,
				before === undefined ? undefined : `${CONTROL_WORDS[before]} the day before`,
				held.since < held.toldFor ? `so since ${dayIn(catalog.dossier, held.since)}` : undefined,
			);
};

const subtitleOf = (catalog: Catalog, record: DossierRecord, day: IsoDay): string => {
	const entry = kinded(record);
	switch (entry.kind) {
		case 'actor': {
			const {side, left} = sideAsOf(catalog.dossier, entry.record, day);
			return joined(
				capitalised(ACTOR_KIND_WORDS[entry.record.kind]),
				`on ${dayIn(catalog.dossier, day)}: ${SIDE_WORDS[side]}`,
				left === undefined || left === side ? undefined : `left ${SIDE_WORDS[left]}`,
			);
		}

		case 'place':
			return joined(
				capitalised(PLACE_KIND_WORDS[entry.record.kind]),
				controlSubtitle(catalog, entry.record, day),
			);
		case 'quote':
			return joined('Quote', titleById(catalog, entry.record.speaker));
		case 'event':
			return joined('Event', EVENT_KIND_WORDS[entry.record.kind], readableDate(entry.record.when));
		case 'relation':
			return 'Tie between two actors';
		case 'claim':
			return isLeftOpen(entry.record)
				? 'A question that the report leaves open'
				: joined('Claim', asserterName(catalog, entry.record.assertedBy));
		case 'tension':
			return 'Tension: accounts that cannot all be the whole truth';
		case 'step':
			return `Step ${stepNumber(catalog, entry.record)} of ${catalog.dossier.story.length} of the story`;
	}
};

/**
Everything known about a record: what, who says so, how sure, where it stands, and the records
it leads to.

@param day - The as-of day, inside the dossier's span; the subtitle tells how things stood then.
*/
export const profileOf = (catalog: Catalog, record: DossierRecord, day: IsoDay): Profile => ({
	id: record.id,
	kind: kinded(record).kind,
	title: titleOf(catalog, record),
	subtitle: subtitleOf(catalog, record, day),
	sections: sectionsOf(catalog, record),
	evidence: record.evidence,
});
