import type {PlacedFault} from '../dossier/fault.ts';
import {type Parsed, parseDossier} from '../dossier/parse.ts';
import type {Dossier} from '../dossier/schema.ts';
import {decodeUtf8} from '../dossier/utf8.ts';
import {jsonText} from '../formats/json-text.ts';
import {visibleText} from '../terminal/visible-text.ts';
import {faultGroups} from './fault-groups.ts';
import {faultText} from './fault-list.ts';
import {readQuickly} from './load-dossier.ts';
import type {Perform} from './perform.ts';
import {readInput} from './read-file.ts';
import type {VALIDATE} from './validate-spec.ts';
import {writeOut} from './write-out.ts';

/** What is counted of a sound dossier, each with its name when there is one of it. */
const COUNTED = [
	['actors', 'actor'],
	['places', 'place'],
	['quotes', 'quote'],
	['events', 'event'],
	['relations', 'relation'],
	['claims', 'claim'],
	['tensions', 'tension'],
	['story', 'step'],
] as const;

const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

const contentOf = (dossier: Dossier): string =>
	COUNTED.map(([list, one]) => counted(dossier[list].length, one)).join(', ');

const parsedFrom = (bytes: Uint8Array): Parsed => {
	const decoded = decodeUtf8(bytes);
	return decoded.ok ? parseDossier(decoded.text) : {ok: false, faults: [decoded.fault]};
};

const asLines = (file: string, faults: readonly PlacedFault[]): string =>
	faults
		.map(fault => `${visibleText(`${file}:${fault.line}:${fault.column}: ${faultText(fault)}`)}\n`)
		.join('');

const asJson = (file: string, faults: readonly PlacedFault[]): string => {
	const rows = faults.map(({line, column, pointer, message}) => ({
		file,
		line,
		column,
		pointer,
		message,
	}));
	return jsonText(rows);
};

const summaryOf = (file: string, parsed: Parsed): readonly string[] =>
	parsed.ok
		? [`${file}: no faults: ${contentOf(parsed.dossier)}`]
		: [
				`${file}: ${counted(parsed.faults.length, 'fault')}`,
				...faultGroups(parsed.faults),
				'The format is in data/dossier.schema.json; the README has a page on it.',
			];

/**
Prints every fault of a dossier, and on stderr how many there are, or what it holds when there are none.

@throws {Failure} The file cannot be read, or the faults not be written.
*/
export const validate: Perform<typeof VALIDATE> = async (host, {dossier: file, json: isJson}) => {
	const bytes = await readInput(file, 'a dossier');
	const read = await readQuickly(bytes, {whenReading: host.whenReading});
	const parsed: Parsed = read === undefined ? parsedFrom(bytes) : {ok: true, dossier: read.dossier};
	const faults = parsed.ok ? [] : parsed.faults;
	await writeOut(host, (isJson ? asJson : asLines)(file, faults));
	for (const line of summaryOf(file, parsed)) {
		host.stderr.write(`${visibleText(line)}\n`);
	}

	return parsed.ok ? 0 : 1;
};
