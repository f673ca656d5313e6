import type {Catalog} from '../catalog.ts';
import {readableDate} from '../days.ts';
import type {Relation} from '../schema.ts';
import {CERTAINTY_WORDS} from '../words.ts';
import {asserterFact, linkFact, plainFact} from './fact.ts';
import {factSection, type Section} from './section.ts';
import {claimSections, commonSections, quoteSections} from './sections.ts';

export const relationSections = (catalog: Catalog, relation: Relation): readonly Section[] => [
	factSection([
		linkFact(catalog, relation.from, 'who'),
		plainFact('tie', relation.label, relation.evidence),
		linkFact(catalog, relation.to, 'whom'),
		...(relation.since === undefined
			? []
			: [plainFact('since', readableDate(relation.since), relation.evidence)]),
		...(relation.until === undefined
			? []
			: [plainFact('until', readableDate(relation.until), relation.evidence)]),
		asserterFact(catalog, relation.assertedBy, relation.evidence),
		plainFact('how sure', CERTAINTY_WORDS[relation.certainty], relation.evidence),
	]),
	...quoteSections(catalog, relation.id),
	...claimSections(catalog, relation.id),
	...commonSections(catalog, relation.id),
];
