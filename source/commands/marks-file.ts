import type {RecordId} from '../dossier/schema.ts';
import type {Mark} from '../state/marks.ts';
import {writeReason} from '../terminal/file-reasons.ts';
import {visibleText} from '../terminal/visible-text.ts';
import {Failure} from './failure.ts';
import {type FoundMarks, findMarks} from './find-marks.ts';
import {marksText} from './marks-format.ts';
import {whileLocked} from './while-locked.ts';
import {writeWhole} from './write-whole.ts';

/** What becomes of one record: marked with this, or not marked any more. */
export interface MarkChange {
	readonly record: RecordId;
	readonly mark: Mark | undefined;
}

/** What a reader marked, as it is kept. */
interface KeptMarks {
	/** In the order in which they were made. Notes are one line and safe to show. */
	readonly marks: readonly Mark[];
	/** What the reader must be told of the file, a sentence; absent: nothing. */
	readonly warning: string | undefined;
}

export interface MarksFile extends KeptMarks {
	/**
	Makes one change to what the file holds by then, another session's marks included; a mark that is
	changed keeps its place. Changes are made one after another, in the order in which they were asked
	for, and none while another session makes one; one that could not be kept is made again with the next.
	Where the file is gone or was damaged meanwhile, it is made anew with the marks known here.

	@returns What the file holds now.
	@throws {Failure} It cannot be kept; the message says where and why, and what was there still is.
	*/
	readonly save: (change: MarkChange) => Promise<KeptMarks>;
	/** Ends when every change asked for so far has been made or has failed. */
	readonly settled: () => Promise<void>;
}

const oneLine = (note: string): string =>
	note.replaceAll(/[\n\v\f\r\u0085\u2028\u2029]+/g, ' ').trim();

const applied = (marks: readonly Mark[], {record, mark}: MarkChange): readonly Mark[] => {
	if (mark === undefined) {
		return marks.filter(known => known.record !== record);
	}

	const kept = {record, note: oneLine(mark.note)};
	return marks.some(known => known.record === record)
		? marks.map(known => (known.record === record ? kept : known))
		: [...marks, kept];
};

const shown = ({record, note}: Mark): Mark => ({record, note: visibleText(oneLine(note))});

/** Stands in for a file where there is nowhere to keep one. */
const nowhere = (): MarksFile => {
	const failure = new Failure(
		'Marks are not kept: neither XDG_STATE_HOME nor HOME names a folder.',
	);
	return {
		marks: [],
		warning: failure.message,
		save: () => Promise.reject(failure),
		settled: () => Promise.resolve(),
	};
};

/**
Opens the file in which the marks on a dossier are kept, which need not be there yet. A damaged one is
set aside; nothing that cannot be read is ever written over, and `warning` says so.

@param path - From `marksPath`; absent: marks are not kept.
@param dossier - Id of the dossier.
*/
export const openMarksFile = async (
	path: string | undefined,
	dossier: string,
): Promise<MarksFile> => {
	if (path === undefined) {
		return nowhere();
	}

	const found: FoundMarks = await findMarks(path, dossier).catch((error: unknown) => {
		if (error instanceof Failure) {
			return {marks: undefined, warning: error.message};
		}

		throw error;
	});
	let known = found.marks ?? [];
	let unkept: readonly MarkChange[] = [];
	let queue: Promise<unknown> = Promise.resolve();

	const change = async (asked: MarkChange): Promise<KeptMarks> => {
		unkept = [...unkept, asked];
		const {marks = known, warning} = await findMarks(path, dossier);
		const next = unkept.reduce(applied, marks);
		try {
			await writeWhole(path, marksText(dossier, next), 'the-reader');
		} catch (error) {
			const failure = `This mark is not kept: ${writeReason(error)} (${path}).`;
			throw new Failure(warning === undefined ? failure : `${warning} ${failure}`);
		}

		known = next;
		unkept = [];
		return {marks: next.map(shown), warning};
	};

	return {
		marks: known.map(shown),
		warning: found.warning,
		save: asked => {
			const changed = queue.then(() => whileLocked(path, () => change(asked)));
			queue = changed.catch(() => {});
			return changed;
		},
		settled: async () => {
			await queue;
		},
	};
};
