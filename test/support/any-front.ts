import fc from 'fast-check';
import type {Dossier, DossierEvent, Place} from '../../source/dossier/schema.ts';
import {anyText} from './any-text.ts';
import {
	aClaim,
	aDossier,
	anActor,
	anArticle,
	anEvent,
	aQuote,
	aReference,
	aRoad,
	aStep,
	aTension,
	aTown,
	held,
	onSide,
} from './dossier.ts';

/** Names as no strip, map or line of time likes them: of any script, of no width at all, longer than a screen. */
const anyName = fc.oneof(
	{weight: 3, arbitrary: anyText({minLength: 1, maxLength: 20})},
	fc.constantFrom(
		'القَذَّافِي',
		'ﷺ',
		'北京市',
		'नमस्ते',
		'🇱🇾🇱🇾',
		'\u0301',
		'\u200B',
		'\u202Eabc',
		'a'.repeat(200),
		'京'.repeat(90),
	),
);

const digits = (value: number, length: number): string => String(value).padStart(length, '0');

const anyMonthAndDay = fc
	.tuple(fc.integer({min: 1, max: 12}), fc.integer({min: 1, max: 28}))
	.map(([month, day]) => `${digits(month, 2)}-${digits(day, 2)}`);

/** A day of the years that a dossier may tell of day by day. */
const anyDay = fc
	.tuple(
		fc.oneof(fc.integer({min: 0, max: 9999}), fc.integer({min: 2010, max: 2012})),
		anyMonthAndDay,
	)
	.map(([year, day]) => `${digits(year, 4)}-${day}`);

/** A day of the ten thousand years before and after our era. */
const anyFarDay = fc
	.tuple(fc.integer({min: -9999, max: 9999}), anyMonthAndDay)
	.map(([year, day]) => `${year < 0 ? '-' : ''}${digits(Math.abs(year), 4)}-${day}`);

/** Dates of ten thousand years, of every precision. */
const anyDate: fc.Arbitrary<Pick<DossierEvent, 'when' | 'precision'>> = fc
	.oneof(anyDay, anyFarDay)
	.chain(day =>
		fc.constantFrom(
			{when: day, precision: 'day' as const},
			{when: day.slice(0, -3), precision: 'month' as const},
			{when: day.slice(0, -6), precision: 'year' as const},
			{when: `${day.slice(0, -7)}X`, precision: 'decade' as const},
			{when: `${day}~`, precision: 'approximate' as const},
			{when: `${day}/..`, precision: 'interval' as const},
			{when: `../${day}`, precision: 'interval' as const},
		),
	);

/** Who holds a town on the first day of a report, and on its last; of either it may say nothing. */
const anyHolders = fc.array(
	fc.option(
		fc.record({
			state: fc.constantFrom(
				'government' as const,
				'opposition' as const,
				'contested' as const,
				'abandoned' as const,
				'unknown' as const,
			),
			note: anyName,
		}),
		{nil: undefined},
	),
	{maxLength: 2},
);

const anyCoordinates = fc.option(
	fc.record({
		lat: fc.double({min: -90, max: 90, noNaN: true}),
		lon: fc.double({min: -180, max: 180, noNaN: true}),
		precision: fc.constantFrom(1 as const, 2 as const, 3 as const),
		source: fc.constant('source:atlas' as const),
	}),
	{nil: undefined, freq: 3},
);

const anyTowns = fc.array(
	fc.record({name: anyName, holders: anyHolders, coordinates: anyCoordinates}),
	{maxLength: 60, size: '+1'},
);

/**
Front lines of no town to sixty, anywhere on Earth, with a road or without, between any two days; events of
ten thousand years, some with a movement; and one of everything else.
*/
export const anyFront: fc.Arbitrary<Dossier> = fc
	.record({
		name: anyName,
		text: anyName,
		towns: anyTowns,
		legs: fc.array(fc.double({min: 0.01, max: 3000, noNaN: true}), {minLength: 60, maxLength: 60}),
		hasRoad: fc.boolean(),
		dates: fc.array(fc.record({date: anyDate, title: anyName, from: fc.nat(), to: fc.nat()}), {
			maxLength: 40,
		}),
		days: fc.tuple(anyDay, anyDay).map(days => days.toSorted() as [string, string]),
	})
	.map(({name, text, towns: given, legs, hasRoad, dates, days: [first, last]}) => {
		const days = [...new Set([first, last])];
		const towns = given.map(({coordinates, holders, ...town}, at): Place => {
			const control = days.flatMap((day, which) => {
				const {state, note} = holders[which] ?? {};
				return state === undefined ? [] : [held(day, state, {note: note ?? ''})];
			});
			return aTown({id: `place:n${at}`, ...town, control, ...(coordinates && {coordinates})});
		});
		let km = 0;
		const road = towns.map(({id}, at) => {
			km += legs[at] ?? 1;
			return {place: id, km};
		});
		const [home] = towns;
		const actor = 'actor:vera-moss';
		return aDossier(
			[
				anArticle({dateline: {place: home?.id ?? 'place:dunmore', day: last}}),
				aReference(),
				...towns,
				...(hasRoad && towns.length > 1 ? [aRoad({name, towns: road})] : []),
				anActor({id: actor, name, aliases: [text], sides: [onSide('government', {until: first})]}),
				aQuote({speaker: actor, text}),
				aClaim({text}),
				...dates.map(({date, title, from, to}, at) => {
					const [start, end] = [towns[from % towns.length], towns[to % towns.length]];
					return anEvent({
						...date,
						id: `event:n${at}`,
						title,
						phrase: text,
						participants: [actor],
						places: start === undefined ? [] : [start.id],
						...(start === undefined || end === undefined || from % 2 === 0
							? {}
							: {movement: {from: start.id, to: end.id}}),
					});
				}),
				aTension({
					title: name,
					question: text,
					accounts: [
						{text, records: ['claim:ropes']},
						{text: name, records: ['quote:tide']},
					],
				}),
				aStep({text, record: actor, day: first}),
			],
			{title: name, span: {first, last}},
		);
	});
