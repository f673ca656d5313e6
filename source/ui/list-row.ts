import type {RecordId} from '../dossier/schema.ts';
import type {Glyphs} from '../terminal/glyphs.ts';
import type {Look, Theme} from '../terminal/theme.ts';

/** What a list needs to know to mark its rows. */
export interface Marking {
	readonly selected: RecordId | undefined;
	readonly related: ReadonlySet<RecordId>;
	readonly isFocused: boolean;
	/** Absent: none. */
	readonly marked?: ReadonlySet<RecordId>;
}

const placeSign = (
	glyphs: Glyphs,
	id: RecordId,
	{selected, related, isFocused}: Marking,
): string => {
	// In another pane than the focused one a link to the selection says more than where its cursor was.
	if (related.has(id) && !(isFocused && id === selected)) {
		return glyphs.related;
	}

	return id === selected ? glyphs.selected : '';
};

/**
The signs in the margin, two cells at most: of the selected row, or of one that is linked to the
selection; then of the reader's mark.
*/
export const rowMarker = (glyphs: Glyphs, id: RecordId, marking: Marking): string => {
	const sign = placeSign(glyphs, id, marking);
	return marking.marked?.has(id) === true ? sign.padEnd(1) + glyphs.mark : sign;
};

/** The name of the selected row is reversed in the focused pane, and bold in another one. */
export const rowLook = (
	theme: Theme,
	id: RecordId,
	{selected, isFocused}: Marking,
): Look | undefined => {
	if (id !== selected) {
		return undefined;
	}

	return isFocused ? theme.selected : theme.title;
};
