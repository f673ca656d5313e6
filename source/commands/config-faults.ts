import type {Fault, PlacedFault} from '../dossier/fault.ts';
import {pointerTo} from '../dossier/fault.ts';
import {faultsInText} from '../dossier/json-scan.ts';
import {shapeFaults} from '../dossier/shape-faults.ts';
import type {KeyFault} from '../state/changed-keymap.ts';
import type {FoundConfig} from './config.ts';
import {configSchema} from './config-schema.ts';
import {faultText} from './fault-list.ts';

const documentIn = (text: string): unknown => {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
};

const shapeFaultsIn = (text: string): readonly Fault[] => {
	const document = documentIn(text);
	const shape = configSchema.safeParse(document);
	return document === undefined || shape.success ? [] : shapeFaults(document, shape.error.issues);
};

/** Every fault of a config, where it stands; the one in other words where a key is wrong in two ways. */
const placedFaults = (text: string, keyFaults: readonly KeyFault[]): readonly PlacedFault[] => {
	const faults = keyFaults.map(
		({id, message}): Fault => ({
			pointer: pointerTo(['keys', id]),
			message,
		}),
	);
	const known = new Set(faults.map(({pointer}) => pointer));
	return faultsInText(text, [
		...faults,
		...shapeFaultsIn(text).filter(({pointer}) => !known.has(pointer)),
	]);
};

/** What is wrong with a config, a line each: the file, the line and column, the place and the fault. */
export const configFaults = (
	{path, text, reason}: FoundConfig,
	keyFaults: readonly KeyFault[],
): readonly string[] =>
	text === undefined
		? [`${path}: cannot be read: ${reason ?? ''}`]
		: placedFaults(text, keyFaults).map(
				fault => `${path}:${fault.line}:${fault.column}: ${faultText(fault)}`,
			);
