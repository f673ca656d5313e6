import type {ListView} from './view.ts';

/** `3/38`: the selected row and how many there are; `–` stands for a row that the filter hides. */
export const listCount = ({ids, selected}: ListView): string => {
	const at = selected === undefined ? -1 : ids.indexOf(selected);
	return at === -1 ? String(ids.length) : `${at + 1}/${ids.length}`;
};
