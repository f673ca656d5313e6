import type {Dossier} from '../../source/dossier/schema.ts';
import {
	aClaim,
	aDossier,
	anActor,
	anEvent,
	aPlace,
	aQuote,
	aRelation,
	aRoad,
	aStep,
	aTension,
	aTown,
	at,
	held,
	onSide,
} from './dossier.ts';

const VERA = 'actor:vera-moss';
const TOM = 'actor:tom-reed';

/** A sound dossier with records of every kind that name each other, and every optional part. */
export const fullDossier = (): Dossier =>
	aDossier([
		anActor({
			aliases: ['the pilot'],
			role: 'pilot',
			sides: [
				onSide('government', {until: '2020-05-01'}),
				onSide('none', {from: '2020-05-02', evidence: [at(1), at(2, 3, 7)]}),
			],
		}),
		anActor({id: TOM}),
		aPlace({
			coordinates: {lat: 51.5, lon: -3, precision: 1, source: 'source:atlas', locator: '12 / 7'},
		}),
		aTown({
			control: [
				held('2020-05-01', 'government', {assertedBy: TOM}),
				held('2020-05-02', 'contested', {carriedFrom: '2020-05-01', note: 'by night'}),
			],
		}),
		aTown({id: 'place:westbay'}),
		aRoad({
			towns: [
				{place: 'place:eastbay', km: 0},
				{place: 'place:westbay', km: 12.5},
			],
		}),
		aQuote({speaker: VERA, via: TOM, place: 'place:dunmore', day: '2020-05-01', about: [TOM]}),
		aQuote({
			id: 'quote:rope',
			speaker: TOM,
			text: 'A rope, and a knot.',
			evidence: [at(4, 0, 7), at(5, 10, 21)],
			about: ['quote:tide'],
		}),
		anEvent({
			participants: [VERA, TOM],
			places: ['place:eastbay'],
			movement: {from: 'place:eastbay', to: 'place:westbay'},
			figures: [{value: 3, of: 'boats', precision: 'minimum'}],
		}),
		anEvent({id: 'event:strike', when: '198X', assertedBy: TOM}),
		aRelation({from: VERA, to: TOM, since: '1988', until: '2020-05'}),
		aClaim({about: ['event:crane-falls', 'quote:rope'], via: TOM}),
		aTension({
			accounts: [
				{text: 'Cut.', records: ['claim:ropes']},
				{text: 'Worn.', records: ['quote:tide', 'event:crane-falls']},
			],
		}),
		aStep({record: 'tension:ropes'}),
	]);
