import {builtInDossier} from '../dossier/built-in.ts';
import type {Leniency} from '../dossier/consistency.ts';
import {type BoundsOf, quickBounds} from '../dossier/date-bounds.ts';
import type {Fault} from '../dossier/fault.ts';
import type {Progress, ReadDossier, TextChange} from '../dossier/read-dossier.ts';
import type {RecordPlaces} from '../dossier/record-places.ts';
import type {Dossier} from '../dossier/schema.ts';
import {withTexts} from '../dossier/with-texts.ts';
import {DossierFailure} from './dossier-failure.ts';
import {Failure} from './failure.ts';
import {faultList} from './fault-list.ts';

const listed = (path: string, faults: readonly Fault[]): string =>
	[
		`${path}: not a dossier, ${faults.length} ${faults.length === 1 ? 'fault' : 'faults'}:`,
		...faultList(faults),
		'The format is in data/dossier.schema.json; the README has a page on it.',
	].join('\n');

export interface LoadedDossier {
	readonly dossier: Dossier;
	/** Reads its dates. */
	readonly boundsOf: BoundsOf;
	/** Where its records are, if that was found on the way. */
	readonly places?: RecordPlaces | undefined;
}

/** Whoever waits for a dossier. */
export interface Waiting {
	/** Called before anything is told, with how many bytes are to be read. */
	readonly begin: (size: number) => void;
	/** How far it is; called every few milliseconds. */
	readonly tell: (progress: Progress & {readonly size: number}) => void;
	/** Aborted when they leave. */
	readonly signal: AbortSignal;
	/** Called when nothing more will be told, and for a while nothing else be done either. */
	readonly hold: () => void;
}

export interface LoadOptions extends Leniency {
	/** What is done to every text once it has been checked. */
	readonly texts?: TextChange | undefined;
	readonly waiting?: Waiting | undefined;
	/** Called before anything is read, with how many bytes there are. */
	readonly whenReading?: ((bytes: number) => void) | undefined;
	/** Given what stands in the file, once that has been found to be a dossier. */
	readonly onBytes?: ((bytes: Uint8Array) => void) | undefined;
}

/** Bytes of a buffer that are sure to be no part of one that Node shares out. */
const OWN = 1024 * 1024;

/** Gives the memory of what has been read back at once; a large buffer may otherwise outlive it for long. */
const letGo = ({buffer}: Uint8Array<ArrayBufferLike>): void => {
	if (buffer instanceof ArrayBuffer && buffer.byteLength >= OWN) {
		buffer.transfer(0);
	}
};

/** Milliseconds of reading after which whatever else waits has its turn. */
const TURN = 12;

/** Reads in turns with everything else that goes on. @throws Whoever waits has left. */
const readInTurns = async (
	bytes: Uint8Array,
	steps: Generator<Progress, ReadDossier | undefined>,
	waiting: Waiting | undefined,
): Promise<ReadDossier | undefined> => {
	let turn = performance.now();
	for (let step = steps.next(); ; step = steps.next()) {
		if (step.done === true) {
			return step.value;
		}

		if (performance.now() - turn > TURN) {
			waiting?.tell({...step.value, size: bytes.length});
			await new Promise(resolve => setImmediate(resolve));
			waiting?.signal.throwIfAborted();
			turn = performance.now();
		}
	}
};

/** The dossier in the bytes of a file; `undefined` where it is none, or only `parseDossier` can tell. */
export const readQuickly = async (
	bytes: Uint8Array,
	options: LoadOptions,
): Promise<ReadDossier | undefined> => {
	const {texts, waiting, whenReading} = options;
	const {readDossier} = await import('../dossier/read-dossier.ts');
	whenReading?.(bytes.length);
	waiting?.begin(bytes.length);
	return readInTurns(bytes, readDossier(bytes, texts, options), waiting);
};

/**
The dossier in the bytes of a file, which are gone after it.

@throws {Failure} As `loadDossier`.
*/
export const dossierIn = async (
	bytes: Uint8Array,
	path: string,
	options: LoadOptions = {},
): Promise<LoadedDossier> => {
	const {texts, waiting, onBytes} = options;
	const [{edtfBounds}, read] = await Promise.all([
		import('../dossier/edtf-bounds.ts'),
		readQuickly(bytes, options),
	]);
	let dossier = read?.dossier;
	if (dossier === undefined) {
		waiting?.hold();
		const [{utf8Text}, {parseDossier}] = await Promise.all([
			import('./read-file.ts'),
			import('../dossier/parse.ts'),
		]);
		const parsed = parseDossier(utf8Text(bytes, path), options);
		if (!parsed.ok) {
			throw new Failure(listed(path, parsed.faults));
		}

		dossier = texts === undefined ? parsed.dossier : withTexts(parsed.dossier, texts.change);
	}

	onBytes?.(bytes);
	letGo(bytes);
	return {dossier, boundsOf: edtfBounds, places: read?.places};
};

/**
The dossier in a file; the built-in one when no file is named.

@throws {DossierFailure} The file cannot be read or is not a dossier; the message names it and its first
twenty faults, each with its line, its column and its JSON Pointer.
*/
export const loadDossier = async (
	path: string | undefined,
	options: LoadOptions = {},
): Promise<LoadedDossier> => {
	if (path === undefined) {
		// A test proves that its dates need no more.
		return {dossier: builtInDossier, boundsOf: quickBounds};
	}

	const {readInput} = await import('./read-file.ts');
	try {
		return await dossierIn(await readInput(path, 'a dossier'), path, options);
	} catch (error) {
		throw error instanceof Failure ? new DossierFailure(error.message, error.exitCode) : error;
	}
};
