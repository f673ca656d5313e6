import {paragraphLinesOf, paragraphsOf} from '../dossier/article.ts';
import {articlesOf} from '../dossier/article-sources.ts';
import {pointerTo} from '../dossier/fault.ts';
import {type BestProof, proveBest} from '../dossier/prove-best.ts';
import type {ArticleSource, Dossier} from '../dossier/schema.ts';
import {searchableArticle} from '../dossier/searchable-article.ts';
import {jsonText} from '../formats/json-text.ts';
import {capabilitiesOf} from '../terminal/capabilities.ts';
import {DossierFailure} from './dossier-failure.ts';
import {Failure} from './failure.ts';
import type {Host} from './host.ts';
import {inTurns} from './in-turns.ts';
import {loadDossier} from './load-dossier.ts';
import type {Perform} from './perform.ts';
import {placedFindings, type VerifyFinding} from './placed-findings.ts';
import {progressLine} from './progress-line.ts';
import {readInput, utf8Text} from './read-file.ts';
import {sameEdition, sha256} from './same-edition.ts';
import {STANDARD_INPUT} from './standard-input.ts';
import {suggestion} from './suggestion.ts';
import {textOutputOf} from './text-output.ts';
import {
	isProved,
	type Verified,
	verifiedJson,
	verifiedText,
	type Writing,
} from './verify-report.ts';
import type {VERIFY} from './verify-spec.ts';
import {writeOut} from './write-out.ts';

/** @throws {Failure} There is no such source, or it is no article. */
const sourceNamed = (dossier: Dossier, id: string): ArticleSource => {
	const articles = articlesOf(dossier);
	const found = articles.find(article => article.id === id);
	if (found !== undefined) {
		return found;
	}

	const ids = articles.map(article => article.id);
	const other = dossier.sources.find(source => source.id === id);
	throw new Failure(
		other === undefined
			? `There is no source ${id}${suggestion(id, ids)}. Articles: ${ids.join(', ')}.`
			: `${id} is no article (${other.kind}). Articles: ${ids.join(', ')}.`,
		2,
	);
};

const editionFinding = (dossier: Dossier, source: ArticleSource, hash: string): VerifyFinding => ({
	code: 'another-edition',
	severity: 'fault',
	pointer: pointerTo(['sources', dossier.sources.indexOf(source), 'sha256']),
	message: `the article is another edition of ${source.id}: its SHA-256 is ${hash}, not ${source.sha256}`,
	places: [],
});

/** The best proof; nothing when the reader left before it was there. */
const provedBest = async (
	host: Host,
	...given: Parameters<typeof proveBest>
): Promise<BestProof | undefined> => {
	const leaving = new AbortController();
	const leave = (): void => leaving.abort();
	host.on('SIGINT', leave);
	try {
		using progress = progressLine(host);
		return await inTurns(
			proveBest(...given),
			({done, of}) => progress.tell(`Comparing: ${done} of ${of} quotes; Ctrl-C leaves`),
			leaving.signal,
		);
	} catch (error) {
		if (leaving.signal.aborted) {
			return undefined;
		}

		throw error;
	} finally {
		host.off('SIGINT', leave);
	}
};

const writingOn = async (host: Host): Promise<Writing> => {
	const {colour} = capabilitiesOf(host.env, {isAscii: false, isColourless: false});
	return {
		...(await textOutputOf(host)),
		isColoured: host.stdout.isTTY === true && colour !== 'none',
	};
};

/** Holds a dossier against the text that it was drawn from, and prints what came of it. */
export const verify: Perform<typeof VERIFY> = async (
	host,
	{dossier: file, article: path, source: id, json: isJson},
) => {
	if (path === undefined) {
		throw new Failure(
			'verify needs --article FILE, the text that the dossier was drawn from. libya-tui verify --help shows how.',
			2,
		);
	}

	if (file === STANDARD_INPUT && path === STANDARD_INPUT) {
		throw new Failure('Only one of the two can be read from standard input (-).', 2);
	}

	const {dossier} = await loadDossier(file, {
		whenReading: host.whenReading,
		takesMisquotes: true,
	});
	const articles = articlesOf(dossier);
	if (articles.length === 0) {
		throw new DossierFailure(
			`${file ?? dossier.id}: none of its sources is an article (kind "article"), so there is nothing to verify.`,
		);
	}

	const named = id === undefined ? undefined : sourceNamed(dossier, id);
	const bytes = await readInput(path, 'an article');
	const text = utf8Text(bytes, path);
	const paragraphs = paragraphsOf(text);
	const asked = named === undefined ? articles : [named];
	const same = sameEdition(asked, bytes, text)?.source;
	const candidates = same === undefined ? asked : [same];
	const best = await provedBest(host, dossier, candidates, paragraphs);
	if (best === undefined) {
		return 130;
	}

	const {source, proof} = best;
	const hash = sha256(bytes);
	const isSameEdition = source === same;
	const found = [
		...(isSameEdition ? [] : [editionFinding(dossier, source, hash)]),
		...proof.findings,
	];
	const verified: Verified = {
		dossier: dossier.id,
		article: path,
		sha256: hash,
		source,
		isSameEdition,
		outOf: candidates.length,
		proof,
		findings: await placedFindings(found, file, {path, lines: paragraphLinesOf(text)}),
	};
	await writeOut(
		host,
		isJson
			? jsonText(verifiedJson(verified))
			: verifiedText(verified, searchableArticle(paragraphs), await writingOn(host)),
	);
	return isProved(verified) ? 0 : 1;
};
