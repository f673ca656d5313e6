import {profileOf} from '../dossier/profile.ts';
import type {DossierRecord} from '../dossier/record.ts';
import {jsonText} from '../formats/json-text.ts';
import {citedPassages} from './cited-passages.ts';
import {dayNamed} from './day-named.ts';
import {loadCatalog, visibleCatalog} from './load-catalog.ts';
import type {Perform} from './perform.ts';
import {profileLines} from './profile-lines.ts';
import {recordCitation, recordDocument} from './record-document.ts';
import {recordNamed} from './record-named.ts';
import type {SHOW} from './show-spec.ts';
import {textOutputOf} from './text-output.ts';
import {writeOut} from './write-out.ts';

/** Cells of a line where there is no terminal, and the most that is read with ease. */
const COLUMNS = {piped: 80, most: 100} as const;

/** Prints everything that is known of a record: as text, or as one JSON object. */
export const show: Perform<typeof SHOW> = async (host, given) => {
	const raw = await loadCatalog(host, given.dossier, 'raw');
	const {dossier} = raw;
	const id = recordNamed(dossier, given.id);
	const day = given.asOf === undefined ? dossier.span.last : dayNamed(dossier, given.asOf);
	const article =
		given.article === undefined
			? host.served?.article
			: await (await import('./load-article.ts')).loadArticle(dossier, given.article);
	const {present, columns} = await textOutputOf(host);
	// JSON escapes what a terminal would obey; a text shows a sign in its place.
	const catalog = given.json ? raw : (host.served?.catalogs.visible ?? visibleCatalog(raw));
	const record = catalog.find(id) as DossierRecord;
	const passages = citedPassages(catalog, record, article);
	if (given.json) {
		return writeOut(host, jsonText(recordDocument(catalog, record, passages)));
	}

	const lines = profileLines(
		{
			profile: profileOf(catalog, record, day),
			passages,
			citation: recordCitation(catalog, record),
		},
		{columns: Math.min(columns ?? COLUMNS.piped, COLUMNS.most), present},
	);
	return writeOut(host, `${lines.join('\n')}\n`);
};
