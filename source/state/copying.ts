import {bibtex} from '../dossier/bibtex.ts';
import type {Catalog} from '../dossier/catalog.ts';
import {citationText, copyText} from '../dossier/cite.ts';
import {cslJson} from '../dossier/csl-item.ts';
import {pointedSubject} from './chosen.ts';
import type {CopyForm} from './copy-form.ts';
import type {State} from './state.ts';

/** What is pointed at, in one of the forms in which it can be taken along; empty where nothing is. */
export const copied = (catalog: Catalog, state: State, form: CopyForm): string => {
	const subject = pointedSubject(state, catalog);
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
