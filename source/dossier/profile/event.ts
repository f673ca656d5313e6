import type {Catalog} from '../catalog.ts';
import {readableDate} from '../days.ts';
import {groupedDigits} from '../grouped-digits.ts';
import type {DossierEvent} from '../schema.ts';
import {titleById} from '../title.ts';
import {CERTAINTY_WORDS, FIGURE_WORDS, TIME_PRECISION_WORDS} from '../words.ts';
import {asserterFact, joined, linkFact, plainFact} from './fact.ts';
import {factSection, listSection, type Section} from './section.ts';
import {claimSections, commonSections, quoteSections, summarySection} from './sections.ts';

/** `at least 40 carts · of the harbour`. */
export const figureText = ({value, of, precision, note}: DossierEvent['figures'][number]): string =>
	joined(
		`${FIGURE_WORDS[precision]}${Number.isSafeInteger(value) ? groupedDigits(value) : value.toLocaleString('en')} ${of}`,
		note,
	);

export const eventSections = (catalog: Catalog, event: DossierEvent): readonly Section[] => [
	...summarySection(catalog, event),
	factSection([
		{
			label: 'when',
			text: joined(
				readableDate(event.when),
				event.phrase === undefined ? undefined : `“${event.phrase}”`,
			),
			note: `known ${TIME_PRECISION_WORDS[event.precision]}`,
			evidence: event.evidence,
		},
		...(event.movement === undefined
			? []
			: [
					plainFact(
						'moved',
						`from ${titleById(catalog, event.movement.from)} to ${titleById(catalog, event.movement.to)}`,
						event.evidence,
					),
				]),
		...event.figures.map(figure => plainFact('figure', figureText(figure), event.evidence)),
		asserterFact(catalog, event.assertedBy, event.evidence),
		plainFact('how sure', CERTAINTY_WORDS[event.certainty], event.evidence),
	]),
	...listSection('Where', event.places, id => linkFact(catalog, id)),
	...listSection('Who', event.participants, id => linkFact(catalog, id)),
	...quoteSections(catalog, event.id),
	...claimSections(catalog, event.id),
	...commonSections(catalog, event.id),
];
