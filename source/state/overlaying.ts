import {tensionItems} from '../dossier/accounts.ts';
import type {Catalog} from '../dossier/catalog.ts';
import {coverageItems} from '../dossier/coverage.ts';
import {names} from '../dossier/links.ts';
import type {Evidence, RecordId, Tension} from '../dossier/schema.ts';
import {tensionsOver} from '../dossier/tensions-over.ts';
import {recordsOfParagraph} from './chosen.ts';
import {selectedEvidence} from './details.ts';
import {clamp} from './scrolling.ts';
import type {State} from './state.ts';
import type {Surroundings} from './surroundings.ts';

/** Where something stands: over the list it was asked for in, so that closing comes back to it. */
export const openEvidence = (
	state: State,
	record: RecordId | undefined,
	{catalog}: Surroundings,
): State => {
	const under = state.overlay;
	const overlay = {name: 'evidence', record, range: 0, top: undefined, over: under} as const;
	const evidence = selectedEvidence(catalog, {...state, overlay});
	if (evidence.length === 0) {
		const isFact = record === undefined && state.pane === 'detail' && state.detail.item > 0;
		return {
			...state,
			status: isFact
				? 'This is not from the report, so it has no paragraph.'
				: 'This record has no evidence: it cites no paragraph.',
		};
	}

	// Among the records of a paragraph it is that paragraph which is meant.
	const range =
		under?.name === 'paragraph'
			? evidence.findIndex(
					({source, paragraph}) => source === under.source && paragraph === under.paragraph,
				)
			: 0;
	return {...state, overlay: {...overlay, range: Math.max(0, range)}};
};

/** Between the places that evidence names, one at a time. */
export const moveRange = (state: State, by: number, {catalog}: Surroundings): State => {
	if (state.overlay?.name !== 'evidence') {
		return state;
	}

	const last = selectedEvidence(catalog, state).length - 1;
	const range = clamp(state.overlay.range + by, 0, last);
	return range === state.overlay.range
		? {...state, status: by > 0 ? 'That is the last passage.' : 'That is the first passage.'}
		: {...state, overlay: {...state.overlay, range, top: undefined}};
};

/** The first of some records that a tension has to do with. */
const disputed = (
	catalog: Catalog,
	records: readonly RecordId[],
): {readonly record: RecordId; readonly tension: Tension} | undefined => {
	for (const record of records) {
		const [tension] = tensionsOver(catalog, record);
		if (tension !== undefined) {
			return {record, tension};
		}
	}

	return undefined;
};

/** Which of its records a tension begins with for one: itself, else the first that names it, else the first. */
const firstOver = ({find}: Catalog, tension: Tension, record: RecordId | undefined): number => {
	const items = tensionItems(tension);
	const itself = items.findIndex(item => item.record === record);
	if (itself !== -1 || record === undefined) {
		return Math.max(0, itself);
	}

	const naming = items.findIndex(item => {
		const ground = find(item.record);
		return ground !== undefined && names(ground, record);
	});
	return Math.max(0, naming);
};

/** The nearest to the first of some records that there is one over; else the first of all, and that is said. */
export const openTensions = (
	state: State,
	records: readonly RecordId[],
	{catalog}: Surroundings,
): State => {
	const found = disputed(catalog, records);
	const tension = found?.tension ?? catalog.dossier.tensions[0];
	if (tension === undefined) {
		return state;
	}

	return {
		...state,
		status:
			records.length > 0 && found === undefined
				? 'No accounts disagree about what is selected: this is the first of all tensions.'
				: undefined,
		overlay: {
			name: 'tensions',
			tension: tension.id,
			chosen: firstOver(catalog, tension, found?.record),
			over: state.overlay,
		},
	};
};

export const moveTension = (state: State, by: number, {catalog}: Surroundings): State => {
	const {overlay} = state;
	if (overlay?.name !== 'tensions') {
		return state;
	}

	const {tensions} = catalog.dossier;
	const at = tensions.findIndex(({id}) => id === overlay.tension);
	const next = tensions[at + by];
	return next === undefined
		? {...state, status: by > 0 ? 'That is the last tension.' : 'That is the first tension.'}
		: {...state, overlay: {...overlay, tension: next.id, chosen: 0}};
};

/** At a paragraph, from where Esc comes back to what it was asked in. */
export const openCoverage = (
	state: State,
	at: Partial<Pick<Evidence, 'source' | 'paragraph'>>,
	{catalog}: Surroundings,
): State => {
	const chosen = coverageItems(catalog.coverage()).findIndex(
		item =>
			item.kind === 'paragraph' &&
			item.paragraph.source === at.source &&
			item.paragraph.paragraph === at.paragraph,
	);
	return {
		...state,
		overlay: {name: 'coverage', chosen: Math.max(0, chosen), over: state.overlay},
	};
};

export const openParagraph = (
	state: State,
	{source, paragraph}: Pick<Evidence, 'source' | 'paragraph'>,
	{catalog}: Surroundings,
): State => {
	const records = recordsOfParagraph(catalog, {source, paragraph})?.records ?? [];
	if (records.length === 0) {
		return {...state, status: `No record cites paragraph ${paragraph}.`};
	}

	const evidence = state.overlay?.name === 'evidence' ? state.overlay : undefined;
	const under = evidence?.over;
	if (under?.name === 'paragraph' && under.source === source && under.paragraph === paragraph) {
		// The evidence was asked for here: who goes to and fro does not come to lie under ever more layers.
		return {...state, overlay: under};
	}

	// From the evidence of a record the cursor begins on that record.
	const from = evidence && (evidence.record ?? state.record);
	const chosen = from === undefined ? 0 : Math.max(0, records.indexOf(from));
	return {
		...state,
		overlay: {name: 'paragraph', source, paragraph, chosen, over: state.overlay},
	};
};
