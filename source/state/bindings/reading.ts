import type {Catalog} from '../../dossier/catalog.ts';
import type {RecordId} from '../../dossier/schema.ts';
import type {Binding} from '../binding.ts';
import {chosenParagraph, nothingPointedAt, pointedRecord, shownEvidence} from '../chosen.ts';
import {selectedEvidence, selectedFact} from '../details.ts';
import type {State} from '../state.ts';

const nothingSelected = (state: State): string | undefined =>
	state.record === undefined ? 'Nothing is selected.' : undefined;

/** What Enter opens: the record that a fact leads to, or from a list the selected record. */
const linkOf = (state: State, catalog: Catalog): RecordId | undefined =>
	state.pane === 'detail' ? selectedFact(catalog, state)?.link : state.record;

/** What accounts may disagree about: what is pointed at; in a pane else the record that it is told of. */
const disputable = (state: State, catalog: Catalog): readonly RecordId[] =>
	[pointedRecord(state, catalog), state.overlay === undefined ? state.record : undefined].filter(
		id => id !== undefined,
	);

const hasPassages = (state: State, catalog: Catalog): boolean =>
	selectedEvidence(catalog, state).length > 1;

const onlyOnePassage = (state: State, catalog: Catalog): string | undefined =>
	hasPassages(state, catalog) ? undefined : 'It stands in one passage only.';

/** From what is selected to what it rests on, and to the accounts that disagree about it. */
export const READING: readonly Binding[] = [
	{
		id: 'read.open',
		chords: ['return'],
		modes: ['panes'],
		group: 'Read',
		label: 'open what is selected',
		hint: {label: 'open', rank: 3},
		disabled: nothingSelected,
		action(state, catalog) {
			const link = linkOf(state, catalog);
			return link === undefined ? {type: 'open-evidence'} : {type: 'open', record: link};
		},
	},
	{
		id: 'read.back',
		chords: ['backspace', 'ctrl-o'],
		modes: [
			'panes',
			'about',
			'evidence',
			'tensions',
			'coverage',
			'paragraph',
			'marks',
			'map',
			'copy',
		],
		group: 'Read',
		label: 'back to where you were',
		hint: {label: 'back', rank: 9, modes: ['panes']},
		action: ({overlay}) => ({type: overlay === undefined ? 'go-back' : 'close'}),
	},
	{
		id: 'read.evidence',
		chords: ['e'],
		modes: ['panes', 'story', 'map', 'tensions', 'paragraph', 'marks', 'evidence'],
		group: 'Read',
		label: 'evidence: where it stands, who says so',
		hint: {label: 'evidence', rank: 6, modes: ['panes', 'story', 'tensions', 'paragraph', 'marks']},
		disabled: nothingPointedAt,
		action(state, catalog) {
			switch (state.overlay?.name) {
				case 'evidence':
					return {type: 'close'};
				case 'tensions':
				case 'paragraph':
				case 'marks': {
					const record = pointedRecord(state, catalog);
					return record === undefined ? {type: 'open-evidence'} : {type: 'open-evidence', record};
				}

				default: {
					const step = catalog.dossier.story[state.story.step];
					return state.story.isOpen && state.overlay === undefined && step !== undefined
						? {type: 'open-evidence', record: step.id}
						: {type: 'open-evidence'};
				}
			}
		},
	},
	{
		id: 'evidence.next',
		chords: ['n', 'tab', 'right', 'l'],
		modes: ['evidence'],
		group: 'Read',
		label: 'the next passage of the evidence',
		hintWhile: {label: 'next passage', rank: 1.5, holds: hasPassages},
		disabled: onlyOnePassage,
		action: () => ({type: 'move-range', by: 1}),
	},
	{
		id: 'evidence.previous',
		chords: ['N', 'shift-tab', 'left', 'h'],
		modes: ['evidence'],
		group: 'Read',
		label: 'the passage before',
		disabled: onlyOnePassage,
		action: () => ({type: 'move-range', by: -1}),
	},
	{
		id: 'evidence.paragraph',
		chords: ['return'],
		modes: ['evidence'],
		group: 'Read',
		label: 'every record that cites this paragraph',
		hint: {label: 'who else cites it', rank: 5},
		action(state, catalog) {
			const evidence = shownEvidence(state, catalog);
			return evidence === undefined
				? {type: 'close'}
				: {type: 'open-paragraph', source: evidence.source, paragraph: evidence.paragraph};
		},
	},
	{
		id: 'read.tensions',
		chords: ['x'],
		modes: ['panes', 'story', 'map', 'evidence', 'tensions', 'paragraph', 'marks'],
		group: 'Read',
		label: 'tensions: accounts side by side',
		hint: {label: 'tensions', rank: 10, modes: ['panes', 'story']},
		disabled: (_, {dossier}) =>
			dossier.tensions.length === 0 ? 'This dossier holds no accounts that disagree.' : undefined,
		action: (state, catalog) =>
			state.overlay?.name === 'tensions'
				? {type: 'close'}
				: {type: 'open-tensions', records: disputable(state, catalog)},
	},
	{
		id: 'tensions.next',
		chords: ['n', 'tab', 'right', 'l'],
		modes: ['tensions'],
		group: 'Read',
		label: 'the next tension',
		hintWhile: {
			label: 'next tension',
			rank: 1.5,
			holds: (_, {dossier}) => dossier.tensions.length > 1,
		},
		action: () => ({type: 'move-tension', by: 1}),
	},
	{
		id: 'tensions.previous',
		chords: ['N', 'shift-tab', 'left', 'h'],
		modes: ['tensions'],
		group: 'Read',
		label: 'the tension before',
		action: () => ({type: 'move-tension', by: -1}),
	},
	{
		id: 'read.coverage',
		chords: ['c'],
		modes: ['panes', 'story', 'evidence', 'coverage'],
		group: 'Read',
		label: 'coverage: what rests on each paragraph',
		hint: {label: 'coverage', rank: 12, modes: ['panes']},
		action(state, catalog) {
			if (state.overlay?.name === 'coverage') {
				return {type: 'close'};
			}

			const evidence = shownEvidence(state, catalog);
			return evidence === undefined
				? {type: 'open-coverage'}
				: {type: 'open-coverage', source: evidence.source, paragraph: evidence.paragraph};
		},
	},
	{
		id: 'coverage.open',
		chords: ['return'],
		modes: ['coverage'],
		group: 'Read',
		label: 'the records that cite this paragraph',
		hint: {label: 'its records', rank: 3},
		action(state, catalog) {
			const chosen = chosenParagraph(state, catalog);
			const record = pointedRecord(state, catalog);
			if (chosen !== undefined) {
				return {type: 'open-paragraph', source: chosen.source, paragraph: chosen.paragraph};
			}

			return record === undefined ? {type: 'close'} : {type: 'open', record};
		},
	},
	{
		id: 'list.open',
		chords: ['return'],
		modes: ['tensions', 'paragraph', 'marks', 'map'],
		group: 'Read',
		label: 'open the record',
		hint: {label: 'open', rank: 3},
		disabled: nothingPointedAt,
		action(state, catalog) {
			const record = pointedRecord(state, catalog);
			return record === undefined
				? {type: 'say', status: 'Nothing is selected.'}
				: {type: 'open', record};
		},
	},
	{
		id: 'read.about',
		chords: ['i'],
		modes: ['panes', 'about'],
		group: 'Read',
		label: 'about this dossier: sources, reporters',
		action: ({overlay}) => ({type: overlay?.name === 'about' ? 'close' : 'open-about'}),
	},
];
