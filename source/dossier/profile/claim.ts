import type {Catalog} from '../catalog.ts';
import {dayWithWeekday} from '../days.ts';
import type {Claim} from '../schema.ts';
import {isLeftOpen} from '../title.ts';
import {CERTAINTY_WORDS, POLARITY_WORDS} from '../words.ts';
import {asserterFact, linkFact, plainFact} from './fact.ts';
import {factSection, listSection, type Section} from './section.ts';
import {claimSections, commonSections, quoteSections} from './sections.ts';

export const claimProfileSections = (catalog: Catalog, claim: Claim): readonly Section[] => [
	factSection([
		isLeftOpen(claim)
			? plainFact('raised by', 'the report, which leaves it open', claim.evidence)
			: asserterFact(catalog, claim.assertedBy, claim.evidence),
		...(claim.via === undefined ? [] : [linkFact(catalog, claim.via, 'relayed')]),
		...(isLeftOpen(claim)
			? []
			: [
					plainFact('how sure', CERTAINTY_WORDS[claim.certainty], claim.evidence),
					plainFact('stance', POLARITY_WORDS[claim.polarity], claim.evidence),
				]),
		plainFact('day', claim.day && dayWithWeekday(claim.day), claim.evidence),
	]),
	...listSection('About', claim.about, id => linkFact(catalog, id)),
	...claimSections(catalog, claim.id),
	...quoteSections(catalog, claim.id),
	...commonSections(catalog, claim.id),
];
