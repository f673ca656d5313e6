import type {RecordId} from '../dossier/schema.ts';
import type {Glyphs} from '../terminal/glyphs.ts';
import type {ListView} from './view.ts';

/**
`•4  3/38`: how many rows have to do with the selection, the selected row, and how many there are;
the number alone when the filter hides the selected one. With an ellipsis while more may be found.
*/
export const listCount = (
	{all, selected}: ListView,
	related: ReadonlySet<RecordId>,
	glyphs: Glyphs,
): string => {
	const at = all.placeOf(selected);
	const count = `${all.ids.length}${all.isWhole ? '' : glyphs.ellipsis}`;
	const place = at === -1 ? count : `${at + 1}/${count}`;
	// Few have to do with one, however long the list is.
	const links = all.countOf(related);
	return links === 0 ? place : `${glyphs.related}${links}  ${place}`;
};
