import {bibtex} from '../dossier/bibtex.ts';
import type {Catalog} from '../dossier/catalog.ts';
import {type CitedSubject, citationText, copyText} from '../dossier/cite.ts';
import {cslJson} from '../dossier/csl-item.ts';
import {modeOf} from './binding.ts';
import {chosenParagraph, nothingPointedAt, pointedSubject} from './chosen.ts';
import type {CopyForm} from './copy-form.ts';
import {subjectOf} from './details.ts';
import {keyOf} from './key-names.ts';
import type {State} from './state.ts';

/** As it was before a text was shown to be copied by hand. */
const beforeCopy = (state: State): State =>
	state.overlay?.name === 'copy' ? {...state, overlay: state.overlay.over} : state;

/** What can be taken along: the step that is told, a paragraph of the coverage, else what is pointed at. */
const subjectToCopy = (state: State, catalog: Catalog): CitedSubject | undefined => {
	if (modeOf(state) === 'story') {
		const step = catalog.dossier.story[state.story.step];
		return step && subjectOf(catalog, step.id);
	}

	const covered = chosenParagraph(state, catalog);
	if (covered !== undefined) {
		const {source, paragraph, extent} = covered;
		return {
			record: undefined,
			statement: '',
			evidence: [{source, paragraph, start: 0, end: extent}],
		};
	}

	return pointedSubject(state, catalog);
};

/** Why nothing can be copied in a form. */
export const nothingToCopy = (
	given: State,
	catalog: Catalog,
	form: CopyForm,
): string | undefined => {
	const state = beforeCopy(given);
	if (subjectToCopy(state, catalog) === undefined) {
		return nothingPointedAt(state, catalog);
	}

	return form === 'text' && chosenParagraph(state, catalog) !== undefined
		? `The dossier has no text of its paragraphs; ${keyOf('copy.citation')} copies where it stands.`
		: undefined;
};

/** It in one of the forms in which it can be taken along; empty where nothing is. */
export const copied = (catalog: Catalog, state: State, form: CopyForm): string => {
	const subject = subjectToCopy(beforeCopy(state), catalog);
	if (subject === undefined) {
		return '';
	}

	switch (form) {
		case 'text':
			return copyText(catalog, subject);
		case 'citation':
			return citationText(catalog, subject);
		case 'BibTeX':
			return bibtex(catalog, subject);
		case 'CSL-JSON':
			return cslJson(catalog, subject);
	}
};
