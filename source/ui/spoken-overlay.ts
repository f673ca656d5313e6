import {tensionItems} from '../dossier/accounts.ts';
import {codePointSlice} from '../dossier/article.ts';
import type {Catalog} from '../dossier/catalog.ts';
import {FACET_WORDS, facetLabel, facetValueLabel} from '../dossier/facet-words.ts';
import {recent} from '../dossier/recent.ts';
import {kindOf} from '../dossier/record.ts';
import type {IsoDay} from '../dossier/schema.ts';
import {KIND_WORDS, titleById} from '../dossier/title.ts';
import {whereabouts, whereaboutsOf} from '../dossier/whereabouts.ts';
import {facetChoices, recordsOfParagraph} from '../state/chosen.ts';
import {selectedEvidence, selectedSubject} from '../state/details.ts';
import {keyFor} from '../state/key-names.ts';
import {FITTED} from '../state/map-position.ts';
import type {Overlay, State} from '../state/state.ts';
import {citedCharacters, coverageText, paragraphName, rangesIn} from './coverage-lines.ts';
import type {Display} from './display.ts';
import {evidenceLines} from './evidence-lines.ts';
import {SIGNS} from './help-lines.ts';
import type {Spans} from './line.tsx';
import {goneTitle} from './mark-lines.ts';
import {copyTitle} from './overlay-text.ts';
import type {OverlayView} from './overlay-view.ts';
import {tensionItemText, tensionText} from './tension-lines.ts';

const plain = (spans: Spans): string =>
	spans
		.map(({text}) => text)
		.join('')
		.trimEnd();

const closes = ({keymap}: Display): string => `${keyFor(keymap, 'close')} closes.`;

/** How to get on from a passage: to the next one, if there is any, and to what else rests on its paragraph. */
const evidenceKeys = (state: State, display: Display): string => {
	const {catalog, keymap} = display;
	return [
		...(selectedEvidence(catalog, state).length > 1
			? [`${keyFor(keymap, 'evidence.next')} for the next passage, `]
			: []),
		`${keyFor(keymap, 'evidence.paragraph')} for who else cites this paragraph. ${closes(display)}`,
	].join('');
};

/** Where it stands and who says so; with the article at hand the cited paragraph, not all of them. */
const evidenceText = (state: State, range: number, display: Display): readonly string[] => {
	const {article, present, catalog} = display;
	const subject = selectedSubject(catalog, state);
	const evidence = subject?.evidence[range];
	if (subject === undefined || evidence === undefined) {
		return [];
	}

	const {head, body} = evidenceLines(subject, evidence, Number.MAX_SAFE_INTEGER, display);
	const paragraph =
		article?.source === evidence.source ? article.paragraphs[evidence.paragraph - 1] : undefined;
	return [
		...head.map(plain),
		...(paragraph === undefined
			? body.map(plain)
			: [
					present(`Paragraph ${evidence.paragraph}: ${paragraph}`),
					present(`Cited: ${codePointSlice(paragraph, evidence.start, evidence.end)}`),
				]),
	];
};

const placed = (chosen: number, count: number, text: string): string =>
	`${chosen + 1} of ${count}: ${text}`;

const tensionKeys = (count: number, display: Display): string => {
	const {keymap} = display;
	const next = count > 1 ? `, ${keyFor(keymap, 'tensions.next')} goes to the next tension` : '';
	return `${keyFor(keymap, 'list.open')} opens a record, ${keyFor(keymap, 'read.evidence')} its evidence${next}. ${closes(display)}`;
};

const tensionLines = (
	overlay: Extract<Overlay, {readonly name: 'tensions'}>,
	display: Display,
): readonly string[] => {
	const {tensions} = display.catalog.dossier;
	const at = tensions.findIndex(({id}) => id === overlay.tension);
	const tension = tensions[at];
	if (tension === undefined) {
		return [];
	}

	const items = tensionItems(tension);
	const item = items[overlay.chosen];
	return [
		display.present(`Tension ${at + 1} of ${tensions.length}: ${tension.title}.`),
		...tensionText(tension, display),
		tensionKeys(tensions.length, display),
		...(item === undefined
			? []
			: [placed(overlay.chosen, items.length, tensionItemText(item.record, display))]),
	];
};

const paragraphLines = (
	overlay: Extract<Overlay, {readonly name: 'paragraph'}>,
	display: Display,
): readonly string[] => {
	const {catalog, present} = display;
	const records = recordsOfParagraph(catalog, overlay)?.records ?? [];
	const record = records[overlay.chosen];
	return [
		`${present(paragraphName(overlay, display))}, cited by ${records.length}. ${keyFor(display.keymap, 'list.open')} opens a record, ${keyFor(display.keymap, 'read.evidence')} its evidence. ${closes(display)}`,
		...(record === undefined
			? []
			: [
					present(
						placed(
							overlay.chosen,
							records.length,
							`${KIND_WORDS[kindOf(record)]}, ${titleById(catalog, record)}, ${citedCharacters(rangesIn(catalog, record, overlay))}`,
						),
					),
				]),
	];
};

const facetLines = (
	state: State,
	overlay: Extract<Overlay, {readonly name: 'facets'}>,
	display: Display,
): readonly string[] => {
	const {catalog, present, keymap} = display;
	const choices = facetChoices(state, overlay.query, catalog);
	const choice = choices[overlay.chosen];
	const chosen = state.facets.find(
		({facet, value}) => facet === choice?.facet && value === choice.value,
	);
	const standing = chosen === undefined ? '' : chosen.isExcluded ? ', left out' : ', wanted';
	return [
		`Facets. ${keyFor(keymap, 'facets.toggle')} wants a value, ${keyFor(keymap, 'facets.exclude')} leaves it out. ${closes(display)}`,
		choice === undefined
			? 'Nothing goes by that name.'
			: present(
					placed(
						overlay.chosen,
						choices.length,
						`${FACET_WORDS[choice.facet]} ${facetValueLabel(catalog, choice)}, ${choice.count} record${choice.count === 1 ? '' : 's'}${standing}`,
					),
				),
	];
};

const markLines = ({marks}: State, chosen: number, display: Display): readonly string[] => {
	const {catalog, present, keymap} = display;
	const mark = marks[chosen];
	return [
		`Your marks. ${keyFor(keymap, 'list.open')} opens one, ${keyFor(keymap, 'mark.remove')} takes it away. ${closes(display)}`,
		...(mark === undefined
			? []
			: [
					present(
						placed(
							chosen,
							marks.length,
							[
								catalog.find(mark.record) === undefined
									? goneTitle(mark.record)
									: titleById(catalog, mark.record),
								mark.note,
							]
								.filter(part => part !== '')
								.join('. '),
						),
					),
				]),
	];
};

/** Of the day that is told and the one before it: of many places it is too much work to be done at every key. */
const whereaboutsByDay = ({dossier}: Catalog): ((day: IsoDay) => readonly string[]) =>
	recent(2, day => whereabouts(dossier, day));

/** What a screen reader should hear of an open overlay. */
export const spokenOverlay = (
	state: State,
	overlay: Overlay,
	view: OverlayView,
	display: Display,
): readonly string[] => {
	const {catalog, present} = display;
	const {title, pinned, lines, items, count} = view;
	switch (overlay.name) {
		case 'evidence':
			return [
				`${plain(title)}:`,
				...evidenceText(state, overlay.range, display),
				evidenceKeys(state, display),
			];
		case 'tensions':
			return tensionLines(overlay, display);
		case 'coverage':
			return [
				`Coverage. ${keyFor(display.keymap, 'coverage.open')} shows the records of a paragraph. ${closes(display)}`,
				...coverageText(catalog.coverage(), overlay.chosen, display),
			];
		case 'paragraph':
			return paragraphLines(overlay, display);
		case 'facets':
			return facetLines(state, overlay, display);
		case 'marks':
			return markLines(state, overlay.chosen, display);
		case 'map': {
			const {dossier} = catalog;
			const place = dossier.places.find(({id}) => id === state.record);
			const selected = place && whereaboutsOf(dossier, place, state.asOf);
			return [
				'The places, each with what is next to it.',
				...catalog.derived(whereaboutsByDay)(state.asOf).map(present),
				`${keyFor(display.keymap, 'map.next-place')} for the next place. ${closes(display)}`,
				...(state.map === FITTED
					? []
					: [
							`Moved or zoomed, the map has the same places; ${keyFor(display.keymap, 'map.fit')} fits it again.`,
						]),
				...(selected === undefined ? [] : [present(`Selected: ${selected}.`)]),
			];
		}

		case 'copy':
			return [
				`${copyTitle(overlay)}:`,
				...overlay.text.split('\n').map(present),
				`${keyFor(display.keymap, 'copy.citation')} for the next form. ${closes(display)}`,
			];
		case 'help': {
			// No sign is ever spoken.
			const signs = lines.findIndex(line => plain(line) === SIGNS);
			const keys = lines.slice(0, signs === -1 ? undefined : signs);
			return [`${plain(title)}:`, ...keys.map(plain), closes(display)];
		}

		case 'about':
			return [`${plain(title)}:`, ...[...pinned, ...lines].map(plain), closes(display)];
		case 'go-to': {
			const {start} = items[overlay.chosen] ?? {start: 0};
			const line = lines[start];
			return [
				present(`Go to: ${overlay.query === '' ? 'type a name' : overlay.query}.`),
				line === undefined
					? 'Nothing goes by that name.'
					: `${count.replace('/', ' of ')}: ${plain(line).replaceAll(/ {2,}/g, ', ')}`,
			];
		}
	}
};

/** What narrows all panes, in words. */
export const spokenFacets = (
	{facets}: State,
	{catalog, present, keymap}: Display,
): readonly string[] =>
	facets.length === 0
		? []
		: [
				present(
					`Only what passes ${facets.map(facet => facetLabel(catalog, facet)).join(', ')}; in a list ${keyFor(keymap, 'close')} takes the last away.`,
				),
			];
