import type {Catalog} from '../catalog.ts';
import {kinded} from '../record.ts';
import type {Tension} from '../schema.ts';
import {claimFact, eventFact, linkFact, plainFact, quoteFact} from './fact.ts';
import {factSection, type Section} from './section.ts';
import {claimSections, commonSections, quoteSections} from './sections.ts';

const accountFacts = (catalog: Catalog, tension: Tension): readonly Section[] =>
	tension.accounts.map(({text, records}, at) =>
		factSection(
			[
				{text, evidence: records.flatMap(id => catalog.find(id)?.evidence ?? [])},
				...records.map(id => {
					const record = catalog.find(id);
					const entry = record && kinded(record);
					switch (entry?.kind) {
						case 'claim':
							return claimFact(catalog, entry.record);
						case 'quote':
							return quoteFact(catalog, entry.record);
						case 'event':
							return eventFact(catalog, entry.record);
						default:
							return linkFact(catalog, id);
					}
				}),
			],
			`Account ${at + 1}`,
		),
	);

export const tensionSections = (catalog: Catalog, tension: Tension): readonly Section[] => [
	factSection([plainFact('question', tension.question, tension.evidence)]),
	...accountFacts(catalog, tension),
	...quoteSections(catalog, tension.id),
	...claimSections(catalog, tension.id),
	...commonSections(catalog, tension.id),
];
