/** On the screen when the whole dashboard is: the end of its last row. */
export const READY = 'q quit';

/** The terminal that is measured in. */
export const COLUMNS = 120;
export const ROWS = 40;

/** One key to press, and the group it is counted in. */
type Step = {readonly group: string; readonly key: string};

/** Keys that lead from the dashboard as it opens back to it. */
export type Scene = {readonly name: string; readonly steps: readonly Step[]};

const press = (group: string, ...keys: readonly string[]): readonly Step[] =>
	keys.map(key => ({group, key}));

const times = <Item>(count: number, ...items: readonly Item[]): readonly Item[] =>
	Array.from({length: count}, () => items).flat();

export const SCENES: readonly Scene[] = [
	{
		name: 'move',
		steps: press('move', ...times(3, ...times(15, 'down'), ...times(15, 'up'))),
	},
	{name: 'page', steps: press('page', ...times(20, 'pagedown', 'pageup'))},
	{name: 'panes', steps: press('pane switch', ...times(20, 'tab'), ...times(20, 'shift-tab'))},
	{
		name: 'open and back',
		steps: times(20, ...press('open', 'enter'), ...press('back', 'backspace')),
	},
	{
		name: 'filter',
		steps: times(
			6,
			...press('filter opens', '/'),
			...press('filter typing', 'b', 'r', 'e', ...times(3, 'backspace')),
			...press('filter closes', 'esc'),
		),
	},
	{
		name: 'help',
		steps: times(20, ...press('help opens', '?'), ...press('help closes', 'esc')),
	},
];
