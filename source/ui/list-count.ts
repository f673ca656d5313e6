import type {RecordId} from '../dossier/schema.ts';
import type {Glyphs} from '../terminal/glyphs.ts';
import type {ListView} from './view.ts';

/**
`•4  3/38`: how many rows have to do with the selection, the selected row, and how many there are;
the number alone when the filter hides the selected one.
*/
export const listCount = (
	{ids, selected}: ListView,
	related: ReadonlySet<RecordId>,
	glyphs: Glyphs,
): string => {
	const at = selected === undefined ? -1 : ids.indexOf(selected);
	const place = at === -1 ? String(ids.length) : `${at + 1}/${ids.length}`;
	const links = ids.filter(id => related.has(id)).length;
	return links === 0 ? place : `${glyphs.related}${links}  ${place}`;
};
