import type {Catalog} from '../../dossier/catalog.ts';
import type {Effect} from '../actions.ts';
import {type Binding, POINTING} from '../binding.ts';
import {nothingPointedAt} from '../chosen.ts';
import {type CopyForm, citationAfter} from '../copy-form.ts';
import {copied, nothingToCopy} from '../copying.ts';
import {keyOf} from '../key-names.ts';
import {markableRecord} from '../marking.ts';
import {markOf} from '../marks.ts';
import type {State} from '../state.ts';

const copy = (state: State, catalog: Catalog, form: CopyForm): Effect => ({
	type: 'copy',
	form,
	text: copied(catalog, state, form),
});

/** Taking something along: to the clipboard, or marked for later. */
export const KEEPING: readonly Binding[] = [
	{
		id: 'copy.text',
		chords: ['y'],
		modes: [...POINTING, 'copy'],
		group: 'Keep',
		label: 'copy the text',
		hint: {label: 'copy', rank: 15, modes: ['panes', 'evidence', 'tensions']},
		disabled: (state, catalog) => nothingToCopy(state, catalog, 'text'),
		action: (state, catalog) => copy(state, catalog, 'text'),
	},
	{
		id: 'copy.citation',
		chords: ['Y'],
		modes: [...POINTING, 'copy'],
		group: 'Keep',
		label: 'copy the citation; again: BibTeX, CSL',
		hint: {label: 'next form', rank: 3, modes: ['copy']},
		disabled: (state, catalog) => nothingToCopy(state, catalog, 'citation'),
		action: (state, catalog) => copy(state, catalog, citationAfter(state.copied)),
	},
	{
		id: 'mark.start',
		chords: ['m'],
		modes: POINTING,
		group: 'Keep',
		label: 'mark, with a note; on a mark: its note',
		hint: {label: 'mark', rank: 16, modes: ['panes', 'marks']},
		disabled: nothingPointedAt,
		action: () => ({type: 'start-mark'}),
	},
	{
		id: 'mark.accept',
		chords: ['return'],
		modes: ['note'],
		group: 'Keep',
		label: 'keep the mark with its note',
		hint: {label: 'mark', rank: 1},
		action: () => ({type: 'accept-mark'}),
	},
	{
		id: 'mark.remove',
		chords: ['M'],
		modes: POINTING,
		group: 'Keep',
		label: 'take the mark away',
		hint: {label: 'unmark', rank: 5, modes: ['marks']},
		disabled(state, catalog) {
			const record = markableRecord(state, catalog);
			if (record === undefined) {
				return nothingPointedAt(state, catalog);
			}

			return markOf(state.marks, record) === undefined
				? `That is not marked; ${keyOf('mark.start')} marks it.`
				: undefined;
		},
		action(state, catalog) {
			const record = markableRecord(state, catalog);
			return record === undefined
				? {type: 'say', status: 'Nothing is selected.'}
				: {type: 'unmark', record};
		},
	},
	{
		id: 'marks.open',
		chords: ["'"],
		modes: POINTING,
		group: 'Keep',
		label: 'your marks and notes',
		hint: {label: 'marks', rank: 17, modes: ['panes']},
		disabled: ({marks}) =>
			marks.length === 0 ? `No marks yet; ${keyOf('mark.start')} marks a record.` : undefined,
		action: ({overlay}) => ({type: overlay?.name === 'marks' ? 'close' : 'open-marks'}),
	},
];
