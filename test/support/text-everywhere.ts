import type {Dossier} from '../../source/dossier/schema.ts';
import {
	aClaim,
	aDossier,
	anActor,
	anArticle,
	anEvent,
	aPlace,
	aQuote,
	aReference,
	aRelation,
	aRoad,
	aTension,
	aTown,
	at,
	held,
} from './dossier.ts';

const lying = (lat: number, lon: number, precision: 1 | 3 = 1) =>
	({lat, lon, precision, source: 'source:atlas'}) as const;

/** A dossier with one text wherever a text of any kind may stand. */
export const textEverywhere = (text: string): Dossier =>
	aDossier(
		[
			anArticle({
				title: text,
				publisher: text,
				dateline: {place: 'place:eastbay', day: '2020-05-02'},
				byline: [{name: text, role: 'reported', from: ['place:eastbay'], evidence: [at(9)]}],
			}),
			aReference({title: text, note: text, licence: text}),
			anActor({name: text, role: text, aliases: [text], summary: text}),
			anActor({id: 'actor:other', name: text, summary: text, evidence: []}),
			aTown({
				name: text,
				coordinates: lying(52, -7),
				control: [held('2020-05-02', 'contested', {note: text, assertedBy: 'actor:other'})],
			}),
			aTown({id: 'place:mute', name: text, coordinates: lying(52.3, -6)}),
			aPlace({id: 'place:shire', name: text, kind: 'region', coordinates: lying(52.2, -6.5, 3)}),
			aPlace({name: text, coordinates: lying(52.1, -6.6)}),
			aPlace({id: 'place:nowhere', name: text}),
			aRoad({
				name: text,
				towns: [
					{place: 'place:eastbay', km: 0},
					{place: 'place:mute', km: 50},
				],
			}),
			aQuote({
				speaker: 'actor:vera-moss',
				text,
				verb: text,
				via: 'actor:other',
				place: 'place:mute',
			}),
			anEvent({
				title: text,
				summary: text,
				phrase: text,
				places: ['place:eastbay'],
				participants: ['actor:other'],
				figures: [{value: 2, of: text, precision: 'minimum', note: text}],
				assertedBy: 'actor:other',
			}),
			aRelation({from: 'actor:vera-moss', to: 'actor:other', label: text}),
			aClaim({text, assertedBy: 'actor:other', polarity: 'denied'}),
			aClaim({id: 'claim:else', text, evidence: []}),
			aClaim({id: 'claim:open', text, certainty: 'uncommitted'}),
			aTension({
				title: text,
				question: text,
				accounts: [
					{text, records: ['claim:ropes', 'quote:tide']},
					{text, records: ['event:crane-falls', 'relation:tie', 'actor:vera-moss']},
				],
			}),
		],
		{title: text, summary: text},
	);
