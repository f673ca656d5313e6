import {controlAsOf, controlBefore, sideAsOf, townsInRoadOrder} from '../dossier/as-of.ts';
import type {Catalog} from '../dossier/catalog.ts';
import {citation} from '../dossier/citation.ts';
import {dayIn, dayWithWeekday, longDay} from '../dossier/days.ts';
import type {IsoDay} from '../dossier/schema.ts';
import {quotedWords, titleById} from '../dossier/title.ts';
import {ACTOR_KIND_WORDS, CONTROL_WORDS, NOT_STATED, SIDE_WORDS} from '../dossier/words.ts';

const joined = (...parts: readonly (string | undefined)[]): string =>
	parts.filter(part => part !== undefined && part !== '').join(', ');

const section = (heading: string, lines: readonly string[], nothing: string): readonly string[] => [
	'',
	`${heading} (${lines.length})`,
	...(lines.length === 0 ? [`  ${nothing}`] : lines.map(line => `  ${line}`)),
];

/**
A dossier as plain text, for where there is no screen: its title, who acts and on which side, who
holds each town, and what was said by whom, every line with its paragraphs.

@param day - Control and sides are told as of the end of this day.
*/
export const digestOf = (catalog: Catalog, day: IsoDay): string => {
	const {dossier} = catalog;
	const cite = (evidence: Parameters<typeof citation>[1]): string =>
		`[${citation(dossier, evidence)}]`;
	return [
		dossier.title,
		dossier.summary,
		`As of ${dayWithWeekday(day)}.`,
		...section(
			'Actors',
			dossier.actors.map(actor => {
				const {side, left} = sideAsOf(dossier, actor, day);
				const change = left === undefined || left === side ? undefined : `left ${SIDE_WORDS[left]}`;
				return `${joined(`${actor.name}: ${SIDE_WORDS[side]}`, change, actor.role ?? ACTOR_KIND_WORDS[actor.kind])} ${cite(actor.evidence)}`;
			}),
			'none named',
		),
		...section(
			'Front-line towns',
			townsInRoadOrder(dossier).map(town => {
				const held = controlAsOf(dossier, town, day);
				if (held === undefined) {
					return `${town.name}: ${NOT_STATED}`;
				}

				const {state, basis, evidence} = held.control;
				const before = controlBefore(dossier, town, day);
				const how = joined(
					basis,
					held.isCarried ? `last told for ${dayIn(dossier, held.toldFor)}` : undefined,
					before && `${CONTROL_WORDS[before]} the day before`,
				);
				return `${town.name}: ${CONTROL_WORDS[state]} (${how}) ${cite(evidence)}`;
			}),
			'none named',
		),
		...section(
			'Quotes',
			dossier.quotes.map(quote => {
				const attribution = joined(
					titleById(catalog, quote.speaker),
					quote.place && titleById(catalog, quote.place),
					quote.day && longDay(quote.day),
					quote.via && `relayed by ${titleById(catalog, quote.via)}`,
				);
				return `${quotedWords(quote)} ${attribution} ${cite(quote.evidence)}`;
			}),
			'none',
		),
		'',
	].join('\n');
};
