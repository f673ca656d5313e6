import type {RecordId} from '../dossier/schema.ts';

/** A record that the reader has marked. */
export interface Mark {
	readonly record: RecordId;
	/** One line; empty where it was marked without a note. */
	readonly note: string;
}

export const markOf = (marks: readonly Mark[], record: RecordId): Mark | undefined =>
	marks.find(mark => mark.record === record);

/** With a mark added at the end, or one that is there already changed where it stands. */
export const withMark = (marks: readonly Mark[], mark: Mark): readonly Mark[] => {
	const known = markOf(marks, mark.record);
	if (known === undefined) {
		return [...marks, mark];
	}

	return known.note === mark.note
		? marks
		: marks.map(other => (other.record === mark.record ? mark : other));
};

export const withoutMark = (marks: readonly Mark[], record: RecordId): readonly Mark[] =>
	marks.filter(mark => mark.record !== record);

/** The records whose mark is not what it was. */
export const changedMarks = (
	before: readonly Mark[],
	after: readonly Mark[],
): readonly RecordId[] => {
	const all = new Set([...before, ...after].map(({record}) => record));
	return [...all].filter(record => markOf(before, record) !== markOf(after, record));
};
