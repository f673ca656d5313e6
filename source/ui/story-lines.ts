import {citation} from '../dossier/citation.ts';
import {dayWithWeekday} from '../dossier/days.ts';
import type {State} from '../state/state.ts';
import type {Viewport} from '../state/viewport.ts';
import {textWidth, wrapped} from '../terminal/text-width.ts';
import type {Display} from './display.ts';
import {fitSpans, type Spans} from './line.tsx';

/** Cells on either side of the text; on a small screen every word counts. */
const marginFor = (columns: number): number => (columns < 60 ? 1 : 2);

/** Rows that the panes keep before the strip is drawn in the story. */
const LEAST_ROWS_BESIDES = 14;

export interface StoryLines {
	readonly lines: readonly Spans[];
	/** Of the text alone. */
	readonly text: Viewport['story'];
}

const UNTOLD: StoryLines = {lines: [], text: {rows: 0, lineCount: 0}};

/**
The step of the story that is being told, in a box of its own width under the panes: a rule with where
in the story it is, then the text; nothing while no story is told.

@param rows - The most it may take.
@param front - The strip of the front line on the step's day; none while its pane is on the screen.
*/
export const storyLines = (
	{story, size: {columns}}: Pick<State, 'story' | 'size'>,
	rows: number,
	front: readonly Spans[],
	{catalog, glyphs, theme, present}: Display,
): StoryLines => {
	const {story: steps} = catalog.dossier;
	const step = steps[story.step];
	if (!story.isOpen || step === undefined) {
		return UNTOLD;
	}

	const rule = (text: string, look = theme.focusedFrame) => ({text, look});
	const day = present(`${dayWithWeekday(step.day)} · ${citation(catalog.dossier, step.evidence)}`);
	const margin = marginFor(columns);
	const text = wrapped(present(step.text), Math.max(8, columns - 2 * margin));
	const textRows = Math.min(text.length, Math.max(0, rows - 1));
	const into = Math.min(story.into ?? 0, text.length - textRows);
	// What does not fit is said to be missing; going on leads through it first.
	const more = [
		...(into > 0 ? [glyphs.above] : []),
		...(into + textRows < text.length ? [glyphs.below] : []),
	].join('');
	const title = `Story ${story.step + 1}/${steps.length}${more === '' || textRows === 0 ? '' : ` ${more}`}`;
	const ending =
		columns < textWidth(title) + textWidth(day) + 12
			? []
			: [rule(' '), {text: day, look: theme.secondary}, rule(` ${glyphs.rule}`)];
	const taken = 4 + textWidth(title) + (ending.length === 0 ? 0 : textWidth(day) + 3);
	// The front as it stands at this step, unless its pane shows it or the text needs the room.
	const strip = rows - 1 - text.length < LEAST_ROWS_BESIDES ? [] : front;
	const lines: readonly Spans[] = [
		[
			rule(`${glyphs.rule} `),
			{text: title, look: theme.title},
			rule(` ${glyphs.rule.repeat(Math.max(0, columns - taken + 1))}`),
			...ending,
		],
		...strip,
		...text.slice(into, into + textRows).map(line => [{text: ' '.repeat(margin)}, {text: line}]),
	];
	return {
		lines: lines.slice(0, rows).map(spans => fitSpans(spans, columns, glyphs.ellipsis)),
		text: {rows: textRows, lineCount: text.length},
	};
};
