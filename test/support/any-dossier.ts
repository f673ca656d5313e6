import fc from 'fast-check';
import type {Dossier, Place} from '../../source/dossier/schema.ts';
import {anyText} from './any-text.ts';
import {
	aClaim,
	aDossier,
	anActor,
	anEvent,
	aPlace,
	aQuote,
	aRelation,
	aRoad,
	aTown,
	held,
	onSide,
} from './dossier.ts';

const name = anyText({minLength: 1, maxLength: 30});
const prose = anyText({minLength: 1, maxLength: 120});

const STATES = ['government', 'opposition', 'contested', 'abandoned', 'unknown'] as const;

/** Dossiers of a few records with texts that are hard to lay out; of every kind there may be none. */
export const anyDossier: fc.Arbitrary<Dossier> = fc
	.record({
		title: name,
		actors: fc.array(fc.record({name, role: fc.option(name, {nil: undefined}), summary: prose}), {
			maxLength: 6,
		}),
		towns: fc.array(
			fc.record({name, state: fc.option(fc.constantFrom(...STATES), {nil: undefined})}),
			{maxLength: 4},
		),
		quotes: fc.array(fc.record({text: prose}), {maxLength: 4}),
		events: fc.array(fc.record({title: name, phrase: name}), {maxLength: 4}),
		claims: fc.array(fc.record({text: prose}), {maxLength: 3}),
		legs: fc.array(fc.double({min: 0.1, max: 900, noNaN: true}), {minLength: 4, maxLength: 4}),
	})
	.map(({title, actors, towns, quotes, events, claims, legs}) => {
		const actorIds = actors.map((_, at): `actor:${string}` => `actor:n${at}`);
		const [first = 'actor:n0'] = actorIds;
		const places: Place[] = towns.map(({name: town, state}, at) =>
			aTown({
				id: `place:n${at}`,
				name: town,
				control: state === undefined ? [] : [held('2020-05-01', state, {note: town})],
			}),
		);
		let km = 0;
		const onRoad = places.map(({id}, at) => {
			km += legs[at] ?? 1;
			return {place: id, km};
		});
		const [from, to] = [places.at(-1)?.id, places[0]?.id];
		return aDossier(
			[
				...actors.map(({role, ...actor}, at) =>
					anActor({
						...actor,
						id: `actor:n${at}`,
						aliases: [actor.name],
						sides: [
							onSide('government', {until: '2020-05-01'}),
							onSide('none', {from: '2020-05-02'}),
						],
						...(role === undefined ? {} : {role}),
					}),
				),
				...places,
				...(places.length === 0 ? [] : [aPlace({name: title})]),
				...(places.length < 2 ? [] : [aRoad({name: title, towns: onRoad})]),
				...quotes.map(({text}, at) =>
					aQuote({id: `quote:n${at}`, text, speaker: first, about: actorIds}),
				),
				...events.map((event, at) =>
					anEvent({
						...event,
						id: `event:n${at}`,
						participants: actorIds,
						places: places.map(({id}) => id),
						...(from === undefined || to === undefined ? {} : {movement: {from, to}}),
					}),
				),
				...claims.map(({text}, at) => aClaim({id: `claim:n${at}`, text, about: actorIds})),
				...actorIds.slice(1).map((to, at) => aRelation({id: `relation:n${at}`, from: first, to})),
			],
			{title},
		);
	});
