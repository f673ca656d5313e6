import type {RecordId} from '../dossier/schema.ts';
import {KIND_WORDS} from '../dossier/title.ts';
import type {Mark} from '../state/marks.ts';

const VERSION = 1;

const RECORD_ID = new RegExp(`^(?:${Object.keys(KIND_WORDS).join('|')}):[a-z0-9]+(?:-[a-z0-9]+)*$`);

/** What the text of a marks file turns out to be. */
export type MarksText =
	| {readonly type: 'marks'; readonly marks: readonly Mark[]}
	/** Of a later format, which only a later program can read. */
	| {readonly type: 'newer'}
	/** `reason` is a phrase: `not JSON`. */
	| {readonly type: 'damaged'; readonly reason: string};

const damaged = (reason: string): MarksText => ({type: 'damaged', reason});

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
	typeof value === 'object' && value !== null;

/** No key more either: it would be gone when the file is next written. */
const hasExactly = (value: Readonly<Record<string, unknown>>, keys: readonly string[]): boolean =>
	Object.keys(value).length === keys.length && keys.every(key => Object.hasOwn(value, key));

const isRecordId = (value: unknown): value is RecordId =>
	typeof value === 'string' && RECORD_ID.test(value);

const isMark = (value: unknown): value is Mark =>
	isObject(value) &&
	hasExactly(value, ['record', 'note']) &&
	isRecordId(value.record) &&
	typeof value.note === 'string';

const isNewer = ({version}: Readonly<Record<string, unknown>>): boolean =>
	Number.isSafeInteger(version) && Number(version) > VERSION;

const parsedJson = (text: string): unknown => {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
};

/**
Reads the text of a marks file, by hand: this stands before the first frame, for which the validator
of dossiers would be too much to load.

@param dossier - Id of the dossier whose marks they should be.
@returns Marks in the order of the file, notes as they stand there.
*/
export const readMarks = (text: string, dossier: string): MarksText => {
	const document = parsedJson(text);
	if (document === undefined) {
		return damaged('not JSON');
	}

	if (isObject(document) && isNewer(document)) {
		return {type: 'newer'};
	}

	if (
		!isObject(document) ||
		!hasExactly(document, ['version', 'dossier', 'marks']) ||
		document.version !== VERSION
	) {
		return damaged('not a marks file');
	}

	if (document.dossier !== dossier) {
		return damaged('of another dossier');
	}

	const {marks} = document;
	if (!Array.isArray(marks) || !marks.every(isMark)) {
		return damaged('something in it is not a mark');
	}

	return new Set(marks.map(({record}) => record)).size === marks.length
		? {type: 'marks', marks}
		: damaged('one record is marked twice');
};

/** The text of a marks file. */
export const marksText = (dossier: string, marks: readonly Mark[]): string =>
	`${JSON.stringify({version: VERSION, dossier, marks}, undefined, '\t')}\n`;
