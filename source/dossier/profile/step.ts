import type {Catalog} from '../catalog.ts';
import {citation} from '../citation.ts';
import {dayWithWeekday} from '../days.ts';
import type {Step} from '../schema.ts';
import {stepNumber} from '../title.ts';
import {linkFact, plainFact} from './fact.ts';
import {factSection, type Section} from './section.ts';
import {claimSections, commonSections, quoteSections} from './sections.ts';

export const stepSections = (catalog: Catalog, step: Step): readonly Section[] => {
	const {story} = catalog.dossier;
	const number = stepNumber(catalog, step);
	const [before, next] = [story[number - 2], story[number]];
	return [
		factSection([
			linkFact(catalog, step.record, 'shows'),
			...(next === undefined ? [] : [linkFact(catalog, next.id, 'next')]),
			...(before === undefined ? [] : [linkFact(catalog, before.id, 'before')]),
			plainFact('as of', dayWithWeekday(step.day), step.evidence),
			{
				label: 'stands',
				text: citation(catalog.dossier, step.evidence),
				evidence: step.evidence,
			},
		]),
		...quoteSections(catalog, step.id),
		...claimSections(catalog, step.id),
		...commonSections(catalog, step.id),
	];
};
