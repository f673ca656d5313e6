import fc from 'fast-check';
import type {DossierEvent} from '../../source/dossier/schema.ts';
import {anEvent} from './dossier.ts';

const DAY = 86_400_000;

/** Days in clusters, over years, over centuries: as gaps of a day to some millennia. */
const anyDay = fc
	.tuple(
		fc.integer({min: 0, max: 9}),
		fc.oneof(
			fc.integer({min: 0, max: 8}),
			fc.integer({min: 0, max: 400}),
			fc.integer({min: 0, max: 300_000}),
		),
	)
	.map(([century, days]) =>
		new Date(Date.UTC(1000 + 100 * century, 2, 1) + days * DAY).toISOString().slice(0, 10),
	);

const anyWhen = fc.oneof(
	{weight: 6, arbitrary: anyDay.map(when => ({when, precision: 'day' as const}))},
	anyDay.map(day => ({when: day.slice(0, 4), precision: 'year' as const})),
	anyDay.map(day => ({when: day.slice(0, 7), precision: 'month' as const})),
	anyDay.map(day => ({when: `${day.slice(0, 3)}X`, precision: 'decade' as const})),
	anyDay.map(day => ({when: `${day}~`, precision: 'approximate' as const})),
	anyDay.map(day => ({when: `${day}/..`, precision: 'interval' as const})),
	anyDay.map(day => ({when: `../${day}~`, precision: 'interval' as const})),
	fc
		.uniqueArray(anyDay, {minLength: 2, maxLength: 2})
		.map(days => ({when: days.toSorted().join('/'), precision: 'interval' as const})),
	fc.constantFrom(
		...['-0043-03-15', '-0500', 'Y-170000002', 'Y17E7', '2001-21', 'XXXX', '[1667,1668]'].map(
			when => ({when, precision: 'year' as const}),
		),
	),
);

/** Events of every precision, from one to some thousand, in one week or over millions of years. */
export const anyEvents: fc.Arbitrary<readonly DossierEvent[]> = fc
	.tuple(
		fc.array(anyWhen, {minLength: 1, maxLength: 40}),
		fc.oneof({weight: 3, arbitrary: fc.constant(0)}, fc.integer({min: 100, max: 4000})),
	)
	.map(([whens, more]) => [
		...whens.map((given, at) => anEvent({id: `event:n${at}`, ...given})),
		...Array.from({length: more}, (_, at) =>
			anEvent({
				id: `event:more${at}`,
				when: new Date(at * 5 * DAY).toISOString().slice(0, 10),
			}),
		),
	]);
