import {existsSync} from 'node:fs';
import type {Catalog} from '../dossier/catalog.ts';
import {isEmptyFilter, matchRanges, parseFilter} from '../dossier/filter.ts';
import {kindOf} from '../dossier/record.ts';
import {type Hit, searchRecords} from '../dossier/search.ts';
import {KIND_WORDS, titleOf} from '../dossier/title.ts';
import {jsonPieces} from '../formats/json-pieces.ts';
import {Failure} from './failure.ts';
import {loadCatalog} from './load-catalog.ts';
import type {Perform} from './perform.ts';
import {SEARCH} from './search-spec.ts';
import {seeHelp} from './see-help.ts';
import {snippet} from './snippet.ts';
import {textOutputOf} from './text-output.ts';
import {textTable} from './text-table.ts';
import {writeLines} from './write-lines.ts';
import {writePieces} from './write-pieces.ts';

/** Two words without quotation marks are read as a text and a dossier. */
const refuseSecondWord = (text: string, dossier: string): void => {
	if (/^[\p{L}\p{N}'’-]+$/u.test(dossier) && !existsSync(dossier)) {
		throw new Failure(
			`There is no file ${dossier}. Several words are one text in quotation marks: libya-tui search "${text} ${dossier}".`,
			2,
		);
	}
};

function* hitRows(catalog: Catalog, hits: readonly Hit[]): Generator<unknown> {
	for (const {record, found} of hits) {
		yield {id: record.id, kind: kindOf(record.id), title: titleOf(catalog, record), found};
	}
}

/** Prints the records in which all words stand, and in which of their texts. */
export const search: Perform<typeof SEARCH> = async (host, {text, dossier, json}) => {
	const filter = parseFilter(text);
	if (isEmptyFilter(filter)) {
		throw new Failure(`TEXT has no word to look for. ${seeHelp(host, SEARCH)}`, 2);
	}

	// What the environment names was not typed as a word.
	if (dossier !== undefined && dossier !== host.env.LIBYA_TUI_DOSSIER) {
		refuseSecondWord(text, dossier);
	}

	const catalog = await loadCatalog(host, dossier, json ? 'raw' : 'visible');
	const hits = searchRecords(catalog, filter);
	if (hits.length === 0) {
		host.stderr.write(
			`Nothing in this dossier has ${text.trim().includes(' ') ? 'those words' : 'that word'}.\n`,
		);
	}

	if (json) {
		await writePieces(host, jsonPieces(hitRows(catalog, hits), 'lines'));
	} else if (hits.length > 0) {
		const output = await textOutputOf(host);
		const foundIn = ({found}: Hit): string =>
			found
				.map(({field, text: whole}) => {
					const [first] = matchRanges(filter, whole);
					return field === 'title' || first === undefined
						? field
						: `${field}: ${snippet(whole, first, '…')}`;
				})
				.join('; ');
		const lines = textTable(
			{
				columns: ['Id', 'Kind', 'Title', 'Found in'],
				rows: hits.map(hit => [
					hit.record.id,
					KIND_WORDS[kindOf(hit.record.id)],
					titleOf(catalog, hit.record),
					foundIn(hit),
				]),
			},
			output,
		);
		await writeLines(host, lines);
	}

	return hits.length === 0 ? 1 : 0;
};
