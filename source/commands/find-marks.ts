import {lstatSync} from 'node:fs';
import {basename, dirname} from 'node:path';
import type {Mark} from '../state/marks.ts';
import {writeReason} from '../terminal/file-reasons.ts';
import {Failure} from './failure.ts';
import {readMarks} from './marks-format.ts';
import {readInput, utf8Text} from './read-file.ts';
import {setAside} from './set-aside.ts';

const notKept = (reason: string): Failure => new Failure(`Marks are not kept: ${reason}.`);

/** Asked at once: the first frame waits for it, and mostly nothing is there. */
const isThere = (path: string): boolean => {
	try {
		return lstatSync(path, {throwIfNoEntry: false}) !== undefined;
	} catch (error) {
		// Anything else that is wrong is told by reading it.
		const {code} = error as NodeJS.ErrnoException;
		return code !== 'ENOTDIR';
	}
};

const bytesOf = async (path: string): Promise<Buffer> => {
	try {
		return await readInput(path, 'a marks file');
	} catch (error) {
		throw error instanceof Failure ? new Failure(`Marks are not kept: ${error.message}`) : error;
	}
};

const textIn = (bytes: Uint8Array, path: string): string | undefined => {
	try {
		return utf8Text(bytes, path);
	} catch {
		return undefined;
	}
};

/** What stands in a file; no marks: there is none, or not any more. */
export interface FoundMarks {
	readonly marks: readonly Mark[] | undefined;
	readonly warning: string | undefined;
}

/**
The marks in a file, notes as they stand there; a damaged file is set aside.

@throws {Failure} There is a file that must not be written over: it cannot be read, a newer program
wrote it, or it is damaged and cannot be set aside.
*/
export const findMarks = async (path: string, dossier: string): Promise<FoundMarks> => {
	if (!isThere(path)) {
		return {marks: undefined, warning: undefined};
	}

	const text = textIn(await bytesOf(path), path);
	const read =
		text === undefined
			? ({type: 'damaged', reason: 'not UTF-8 text'} as const)
			: readMarks(text, dossier);
	switch (read.type) {
		case 'marks':
			return {marks: read.marks, warning: undefined};
		case 'newer':
			throw notKept(`${path} is from a newer libya-tui and is left as it is`);
		case 'damaged': {
			const aside = await setAside(path).catch((error: unknown) => {
				throw notKept(
					`${path} is damaged (${read.reason}) and cannot be set aside: ${writeReason(error)}`,
				);
			});
			// Another session set it aside, and may have begun a new one.
			return aside === undefined
				? findMarks(path, dossier)
				: {
						marks: undefined,
						warning: `Damaged marks were set aside as ${basename(aside)} (${read.reason}; in ${dirname(aside)}).`,
					};
		}
	}
};
