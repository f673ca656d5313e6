import {controlAsOf, controlBefore, sideAsOf, townsInRoadOrder} from '../dossier/as-of.ts';
import type {Catalog} from '../dossier/catalog.ts';
import {dayIn, dayWithWeekday} from '../dossier/days.ts';
import {movementsOn} from '../dossier/movements.ts';
import {profileOf} from '../dossier/profile.ts';
import {recent} from '../dossier/recent.ts';
import type {Dossier, IsoDay, RecordId} from '../dossier/schema.ts';
import {titleById} from '../dossier/title.ts';
import {CONTROL_WORDS, SIDE_WORDS} from '../dossier/words.ts';
import {factsOf} from '../state/details.ts';
import {keyFor} from '../state/key-names.ts';
import {leftOutText} from '../state/left-out.ts';
import {markOf} from '../state/marks.ts';
import {isListPane, paneTitle} from '../state/panes.ts';
import {wholeList} from '../state/rows.ts';
import type {State} from '../state/state.ts';
import type {Display} from './display.ts';
import {spokenFacets, spokenOverlay} from './spoken-overlay.ts';
import type {View} from './view.ts';

/** That the reader marked a record, and what they noted. */
const markText = ({marks}: State, record: RecordId): string => {
	const mark = markOf(marks, record);
	return mark === undefined ? '' : `. Marked${mark.note === '' ? '' : `: ${mark.note}`}`;
};

const rowLine = (state: State, view: View, {catalog, present}: Display): string => {
	if (!isListPane(state.pane)) {
		return '';
	}

	const {all, selected} = view.lists[state.pane];
	const record = selected === undefined ? undefined : catalog.find(selected);
	const at = all.placeOf(selected);
	if (record === undefined || at === -1) {
		return 'Nothing here.';
	}

	const {title, subtitle} = profileOf(catalog, record, state.asOf);
	return present(
		`${at + 1} of ${all.ids.length}: ${title}. ${subtitle}${markText(state, record.id)}`,
	);
};

const detailLine = (state: State, view: View, {present, keymap}: Display): string => {
	const {profile, itemCount} = view.detail;
	if (profile === undefined) {
		return 'Nothing is selected.';
	}

	const {item} = state.detail;
	const fact = item === 0 ? undefined : factsOf(profile)[item - 1];
	const place = `${item + 1} of ${itemCount}`;
	if (fact === undefined) {
		return present(`${place}: ${profile.title}. ${profile.subtitle}${markText(state, profile.id)}`);
	}

	const {heading} = profile.sections.find(({facts}) => facts.includes(fact)) ?? {};
	const said = [
		heading,
		fact.label === undefined ? fact.text : `${fact.label}: ${fact.text}`,
		fact.note,
		fact.link === undefined ? undefined : `${keyFor(keymap, 'read.open')} opens it`,
	];
	return present(
		`${place}: ${said
			.filter(part => part !== undefined)
			.map(part => part.replace(/\.$/u, ''))
			.join('. ')}`,
	);
};

/**
Where the reader is, and how much of it is left by what narrows it; once a filter is typed how to be rid of it,
so that the key that keeps it is heard.
*/
const paneLine = (
	{pane, filters, filtering, facets}: State,
	{counts, detail}: View,
	{catalog, present, keymap}: Display,
): string => {
	const isNarrowed = isListPane(pane) && (facets.length > 0 || filters[pane] !== '');
	const parts = [
		paneTitle(pane, catalog),
		isNarrowed
			? `${counts[pane]} of ${wholeList(catalog, pane).records.length}`
			: `${pane === 'detail' ? detail.itemCount : counts[pane]} in all`,
		...(filters[pane] === '' ? [] : [`filtered by ${filters[pane]}`]),
	];
	const isKept = filters[pane] !== '' && filtering === undefined;
	return `${present(parts.join(', '))}${isKept ? `; ${keyFor(keymap, 'close')} clears it` : ''}.`;
};

const PARAGRAPH = /(?:¶|par\.) /gu;

/** Between the parts of a line on a screen. */
const DOT = ' · ';

/** Days whose news is remembered: of a large dossier it is too much work to be done at every key. */
const MOST_DAYS = 4;

/** Who holds what since a day, and who stands where. */
const newsOn = (dossier: Dossier, day: IsoDay): readonly string[] => {
	const changes = townsInRoadOrder(dossier).flatMap(town => {
		const before = controlBefore(dossier, town, day);
		const now = controlAsOf(dossier, town, day)?.control.state;
		return before === undefined || now === undefined
			? []
			: [`${town.name} ${CONTROL_WORDS[now]}, ${CONTROL_WORDS[before]} the day before`];
	});
	const sides = dossier.actors.flatMap(actor => {
		const {side, left, isNew} = sideAsOf(dossier, actor, day);
		return isNew && left !== undefined && left !== side
			? [`${actor.name} ${SIDE_WORDS[side]}, left ${SIDE_WORDS[left]}`]
			: [];
	});
	return [...changes, ...sides];
};

const newsByDay = ({dossier}: Catalog): ((day: IsoDay) => readonly string[]) =>
	recent(MOST_DAYS, day => newsOn(dossier, day));

/** What is new on the day: who holds what since then, and what moved where. */
const dayText = ({asOf}: State, {catalog, present}: Display): readonly string[] => {
	const {dossier} = catalog;
	const news = catalog.derived(newsByDay)(asOf);
	const moves = movementsOn(catalog, asOf).map(
		({title, movement}) =>
			`${title}, from ${titleById(catalog, movement.from)} to ${titleById(catalog, movement.to)}`,
	);
	return [
		...(news.length === 0 ? [] : [present(`New on ${dayIn(dossier, asOf)}: ${news.join('; ')}.`)]),
		...(moves.length === 0
			? []
			: [present(`Moved on ${dayIn(dossier, asOf)}: ${moves.join('; ')}.`)]),
	];
};

/** The step of the story that is being told. */
const storyText = (
	{story, overlay}: State,
	{catalog, present, keymap}: Display,
): readonly string[] => {
	const {story: steps} = catalog.dossier;
	const step = steps[story.step];
	return !story.isOpen || overlay !== undefined || step === undefined
		? []
		: [
				present(`Story, step ${story.step + 1} of ${steps.length}: ${step.text}`),
				`${keyFor(keymap, 'story.next')} for the next step, ${keyFor(keymap, 'story.previous')} for the one before; ${keyFor(keymap, 'close')} leaves the story, ${keyFor(keymap, 'story.open')} comes back to it.`,
			];
};

/**
What a screen reader should hear of a state, one fact a line; lines that the last state had too
have been heard.
*/
export const spokenLines = (state: State, view: View, display: Display): readonly string[] => {
	const {catalog, present, keymap} = display;
	const key = (id: string): string => keyFor(keymap, id);
	const {leftOutOf} = view.detail;
	const leftOut = leftOutOf && leftOutText(leftOutOf, catalog);
	const lines = [
		present(`${catalog.dossier.title}, as of ${dayWithWeekday(state.asOf)}.`),
		// In a line of its own it is not heard again with every other day.
		`Press ${key('help')} for the keys, ${key('quit')} to quit.`,
		...dayText(state, display),
		...spokenFacets(state, display),
		...(state.overlay === undefined
			? [
					paneLine(state, view, display),
					leftOut === undefined || state.pane !== 'detail' ? '' : present(leftOut),
					state.pane === 'detail'
						? detailLine(state, view, display)
						: rowLine(state, view, display),
				]
			: view.overlay === undefined
				? []
				: spokenOverlay(state, state.overlay, view.overlay, display)),
		...storyText(state, display),
		...(state.noting === undefined
			? []
			: [
					present(`Note: ${state.noting.text === '' ? 'none yet' : state.noting.text}`),
					`Type a note; ${key('mark.accept')} marks the record, ${key('close')} does not.`,
				]),
		...(state.filtering === undefined
			? []
			: [`Type to filter; ${key('find.accept')} keeps it, ${key('close')} clears it.`]),
		// Told of the record already, it is not heard twice.
		...(state.status === undefined || state.status === leftOut ? [] : [present(state.status)]),
	];
	const said = lines.filter(line => line !== '');
	// A reader of signs by name would hear a pilcrow and middle dots; what is to be copied stays as it is.
	return state.overlay?.name === 'copy'
		? said
		: said.map(line => line.replaceAll(PARAGRAPH, 'paragraph ').replaceAll(DOT, ', '));
};
