import type {Fault, TextPlace} from '../dossier/fault.ts';
import {faultsInText} from '../dossier/json-scan.ts';
import type {Dossier} from '../dossier/schema.ts';
import type {Finding} from '../dossier/verify.ts';
import {readInput, utf8Text} from './read-file.ts';
import {STANDARD_INPUT} from './standard-input.ts';

/** Of a proof, or of what comes before one. */
export type VerifyFinding = Omit<Finding, 'code'> & {
	readonly code: Finding['code'] | 'another-edition';
};

/** A finding where it can be mended. */
export interface PlacedFinding extends VerifyFinding {
	/** The dossier, or the article where that has what the dossier lacks; absent: the built-in dossier. */
	readonly file: string | undefined;
	/** Absent: it is not known. */
	readonly place: TextPlace | undefined;
}

const ABOUT_ARTICLE: ReadonlySet<VerifyFinding['code']> = new Set([
	'span-uncovered',
	'span-without-quote',
	'mark-unclosed',
]);

export const isAboutArticle = ({code}: Pick<VerifyFinding, 'code'>): boolean =>
	ABOUT_ARTICLE.has(code);

/** Loading puts events in order of time: pointers to them as the file has them. */
const pointersAsIn = (json: string): ((finding: VerifyFinding) => string) => {
	const {events = []}: Partial<Dossier> = JSON.parse(json);
	const places = new Map<string | undefined, number>(events.map(({id}, at) => [id, at]));
	return ({pointer, record}) =>
		pointer.startsWith('/events/')
			? pointer.replace(/\d+/, at => String(places.get(record) ?? at))
			: pointer;
};

/** What is read from a pipe is gone: the list of events is all that can be pointed to. */
const withoutOrder = ({pointer}: VerifyFinding): string =>
	pointer.replace(/^\/events\/.*/, '/events');

const placesIn = (json: string, pointers: readonly string[]): ReadonlyMap<string, TextPlace> => {
	const faults = [...new Set(pointers)].map((pointer): Fault => ({pointer, message: ''}));
	return new Map(
		faultsInText(json, faults).map(({pointer, line, column}) => [pointer, {line, column}]),
	);
};

/**
Findings with the places where an editor would open them.

@param dossier - Path; absent: the built-in one.
@param lines - In which line each paragraph of the article stands.
*/
export const placedFindings = async (
	findings: readonly VerifyFinding[],
	dossier: string | undefined,
	article: {readonly path: string; readonly lines: readonly number[]},
): Promise<readonly PlacedFinding[]> => {
	const isInFile = dossier !== undefined && dossier !== STANDARD_INPUT;
	const json =
		isInFile && !findings.every(isAboutArticle)
			? utf8Text(await readInput(dossier, 'a dossier'), dossier)
			: undefined;
	const pointerOf =
		json !== undefined
			? pointersAsIn(json)
			: dossier === undefined
				? ({pointer}: VerifyFinding) => pointer
				: withoutOrder;
	const pointers = findings.map(pointerOf);
	const places = json === undefined ? undefined : placesIn(json, pointers);
	return findings.map((finding, at) => {
		const pointer = pointers[at] ?? '';
		const [stands] = finding.places;
		return isAboutArticle(finding) && stands !== undefined
			? {
					...finding,
					file: article.path,
					place: {line: article.lines[stands.paragraph - 1] ?? 1, column: stands.start + 1},
				}
			: {...finding, pointer, file: dossier, place: places?.get(pointer)};
	});
};
