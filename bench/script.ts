/** On the screen when the whole dashboard is: the end of its last row. */
export const READY = 'q quit';

/** On the screen once `j` has been obeyed. */
export const ANSWERED = ' 2/46 ';

/** The terminal that is measured in. */
export const COLUMNS = 120;
export const ROWS = 40;

/** The groups that a key is counted in, by their names in the report. */
export const GROUPS = {
	plainMove: 'a row, only the selection changes',
	listMove: 'a row in a list over the screen',
	move: 'a row, detail and marks change with it',
	listScroll: 'a scroll step of a list',
	textScroll: 'a scroll step of a text',
	page: 'a page of a list',
	pane: 'to another pane',
	open: 'open',
	back: 'back',
	view: 'a view over the screen',
	filter: 'filter, typing',
	day: 'a day on or back',
	esc: 'close with Esc',
} as const;

export type Group = keyof typeof GROUPS;

/** One key to press, and the group it is counted in. */
export type Step = {readonly group: Group; readonly key: string};

/** Keys that lead from the dashboard as it opens back to it. */
type Scene = {readonly name: string; readonly steps: readonly Step[]};

const press = (group: Group, ...keys: readonly string[]): readonly Step[] =>
	keys.map(key => ({group, key}));

const times = <Item>(count: number, ...items: readonly Item[]): readonly Item[] =>
	Array.from({length: count}, () => items).flat();

/** Down and up again, within what is on the screen. */
const downAndUp = (rows: number): readonly string[] => [
	...times(rows, 'down'),
	...times(rows, 'up'),
];

/**
Ordinary reading: 200 keys, and those with Esc. Each is answered; a key at the end of a list, with
nothing to answer, would have no time.
*/
export const SCENES: readonly Scene[] = [
	{
		name: 'the dashboard',
		steps: [
			...press('move', ...downAndUp(9)),
			...press('pane', '3'),
			...press('move', ...downAndUp(6)),
			...press('pane', '1', ...times(5, 'tab'), ...times(5, 'shift-tab')),
			...times(11, ...press('open', 'enter'), ...press('back', 'backspace')),
		],
	},
	{
		name: 'a list over the screen',
		steps: [
			...press('view', 'z'),
			...press('listMove', ...downAndUp(15)),
			...times(
				2,
				// A page moves the selection to the edge of the window, from where each row scrolls it.
				...press('page', 'pagedown'),
				...press('listScroll', ...times(6, 'down')),
				...press('page', 'pageup'),
				...press('listScroll', ...times(6, 'up')),
			),
			...press('page', ...times(3, 'pagedown', 'pageup')),
			...press('view', 'z'),
		],
	},
	{
		name: 'facets',
		steps: [...press('view', 'f'), ...press('plainMove', ...downAndUp(8)), ...press('esc', 'esc')],
	},
	{
		name: 'days',
		steps: press('day', ...times(10, '[', ']')),
	},
	{
		name: 'filters',
		steps: ['brega', 'hague'].flatMap(word => [
			...press('filter', '/', ...word, ...times(word.length, 'backspace')),
			...press('esc', 'esc'),
		]),
	},
	{
		name: 'help',
		steps: [...press('view', '?'), ...press('textScroll', ...downAndUp(5)), ...press('esc', 'esc')],
	},
];

/** A row down or up, the same for every program, while more rows than that are on its screen. */
export const MOVES: readonly string[] = downAndUp(15);
