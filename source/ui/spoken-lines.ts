import {codePointSlice} from '../dossier/article.ts';
import {dayWithWeekday} from '../dossier/days.ts';
import {profileOf} from '../dossier/profile.ts';
import {factsOf, selectedSubject} from '../state/details.ts';
import {isListPane, PANE_TITLES} from '../state/panes.ts';
import type {State} from '../state/state.ts';
import type {Display} from './display.ts';
import {evidenceLines} from './evidence-lines.ts';
import type {Spans} from './line.tsx';
import type {View} from './view.ts';

const plain = (spans: Spans): string =>
	spans
		.map(({text}) => text)
		.join('')
		.trimEnd();

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

const overlayLines = (state: State, view: View, display: Display): readonly string[] => {
	const {overlay} = state;
	if (overlay === undefined || view.overlay === undefined) {
		return [];
	}

	const {title, pinned, lines, shown, chosen, count} = view.overlay;
	if (overlay.name === 'evidence') {
		return [`${plain(title)}:`, ...evidenceText(state, overlay.range, display), 'Esc closes.'];
	}

	if (overlay.name !== 'go-to') {
		return [`${plain(title)}:`, ...[...pinned, ...lines].map(plain), 'Esc closes.'];
	}

	const line = chosen === undefined ? undefined : shown[chosen];
	return [
		`Go to: ${overlay.query === '' ? 'type a name' : overlay.query}.`,
		line === undefined
			? 'Nothing goes by that name.'
			: `${count.replace('/', ' of ')}: ${plain(line).replaceAll(/ {2,}/g, ', ')}`,
	];
};

const rowLine = (state: State, view: View, {catalog, present}: Display): string => {
	if (!isListPane(state.pane)) {
		return '';
	}

	const {ids, selected} = view.lists[state.pane];
	const record = selected === undefined ? undefined : catalog.find(selected);
	const at = selected === undefined ? -1 : ids.indexOf(selected);
	if (record === undefined || at === -1) {
		return 'Nothing here.';
	}

	const {title, subtitle} = profileOf(catalog, record, state.asOf);
	return present(`${at + 1} of ${ids.length}: ${title}. ${subtitle}`);
};

const detailLine = (state: State, view: View, {present}: Display): string => {
	const {profile, itemCount} = view.detail;
	if (profile === undefined) {
		return 'Nothing is selected.';
	}

	const {item} = state.detail;
	const fact = item === 0 ? undefined : factsOf(profile)[item - 1];
	const place = `${item + 1} of ${itemCount}`;
	if (fact === undefined) {
		return present(`${place}: ${profile.title}. ${profile.subtitle}`);
	}

	const {heading} = profile.sections.find(({facts}) => facts.includes(fact)) ?? {};
	const said = [
		heading,
		fact.label === undefined ? fact.text : `${fact.label}: ${fact.text}`,
		fact.note,
		fact.link === undefined ? undefined : 'Enter opens it',
	];
	return present(
		`${place}: ${said
			.filter(part => part !== undefined)
			.map(part => part.replace(/\.$/u, ''))
			.join('. ')}`,
	);
};

/**
What a screen reader should hear of a state, one fact a line; lines that the last state had too
have been heard.
*/
export const spokenLines = (state: State, view: View, display: Display): readonly string[] => {
	const {catalog, present} = display;
	const filter = state.filters[state.pane];
	const lines = [
		present(
			`${catalog.dossier.title}, as of ${dayWithWeekday(state.asOf)}. Press ? for the keys, q to quit.`,
		),
		...(state.overlay === undefined
			? [
					`${PANE_TITLES[state.pane]}, ${state.pane === 'detail' ? view.detail.itemCount : view.counts[state.pane]} in all${filter === '' ? '' : present(`, filtered by ${filter}`)}.`,
					state.pane === 'detail'
						? detailLine(state, view, display)
						: rowLine(state, view, display),
				]
			: overlayLines(state, view, display)),
		...(state.filtering === undefined ? [] : ['Type to filter; Enter keeps it, Esc clears it.']),
		...(state.status === undefined ? [] : [present(state.status)]),
	];
	return lines.filter(line => line !== '');
};
