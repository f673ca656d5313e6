import type {Catalog} from '../catalog.ts';
import {citation} from '../citation.ts';
import {dayWithWeekday} from '../days.ts';
import type {Quote} from '../schema.ts';
import {CHANNEL_WORDS, VERB_CLASS_WORDS} from '../words.ts';
import {linkFact, plainFact} from './fact.ts';
import {factSection, listSection, type Section} from './section.ts';
import {claimSections, commonSections} from './sections.ts';

export const quoteProfileSections = (catalog: Catalog, quote: Quote): readonly Section[] => [
	factSection([
		linkFact(catalog, quote.speaker, 'speaker'),
		plainFact(
			'verb',
			quote.verb === undefined ? undefined : `${quote.verb} (${VERB_CLASS_WORDS[quote.verbClass]})`,
			quote.evidence,
		),
		plainFact('day', quote.day && dayWithWeekday(quote.day), quote.evidence),
		quote.place === undefined
			? plainFact('where', undefined, quote.evidence)
			: linkFact(catalog, quote.place, 'where'),
		plainFact('how', quote.channel && CHANNEL_WORDS[quote.channel], quote.evidence),
		...(quote.via === undefined ? [] : [linkFact(catalog, quote.via, 'relayed')]),
		plainFact(
			'form',
			quote.form === 'direct' ? 'whole sentences, verbatim' : 'part of a sentence, verbatim',
			quote.evidence,
		),
		{
			label: 'stands',
			text: citation(catalog.dossier, quote.evidence),
			evidence: quote.evidence,
		},
	]),
	...listSection('About', quote.about, id => linkFact(catalog, id)),
	...commonSections(catalog, quote.id),
	...claimSections(catalog, quote.id),
];
