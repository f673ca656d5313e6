import {citation} from '../dossier/citation.ts';
import {dayWithWeekday} from '../dossier/days.ts';
import type {State} from '../state/state.ts';
import {textWidth, wrapped} from '../terminal/text-width.ts';
import type {Display} from './display.ts';
import {fitSpans, type Spans} from './line.tsx';

/** Cells on either side of the text; on a small screen every word counts. */
const marginFor = (columns: number): number => (columns < 60 ? 1 : 2);

/** Rows that the panes keep before the strip is drawn in the story. */
const LEAST_ROWS_BESIDES = 14;

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
): readonly Spans[] => {
	const {story: steps} = catalog.dossier;
	const step = steps[story.step];
	if (!story.isOpen || step === undefined) {
		return [];
	}

	const rule = (text: string, look = theme.focusedFrame) => ({text, look});
	const title = `Story ${story.step + 1}/${steps.length}`;
	const day = present(`${dayWithWeekday(step.day)} · ${citation(catalog.dossier, step.evidence)}`);
	const ending =
		columns < textWidth(title) + textWidth(day) + 12
			? []
			: [rule(' '), {text: day, look: theme.secondary}, rule(` ${glyphs.rule}`)];
	const taken = 4 + textWidth(title) + (ending.length === 0 ? 0 : textWidth(day) + 3);
	const margin = marginFor(columns);
	const text = wrapped(present(step.text), Math.max(8, columns - 2 * margin));
	// The front as it stands at this step, unless its pane shows it or the text needs the room.
	const strip = rows - 1 - text.length < LEAST_ROWS_BESIDES ? [] : front;
	const shown = text.slice(0, Math.max(0, rows - 1));
	// What does not fit is said to be missing.
	const isCut = shown.length < text.length;
	return [
		[
			rule(`${glyphs.rule} `),
			{text: title, look: theme.title},
			rule(` ${glyphs.rule.repeat(Math.max(0, columns - taken + 1))}`),
			...ending,
		],
		...strip,
		...shown.map(
			(line, at): Spans => [
				{text: ' '.repeat(margin)},
				{text: line},
				{text: isCut && at === shown.length - 1 ? ` ${glyphs.ellipsis}` : ''},
			],
		),
	]
		.slice(0, rows)
		.map(spans => fitSpans(spans, columns, glyphs.ellipsis));
};
