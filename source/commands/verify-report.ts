import type {ArticleSource} from '../dossier/schema.ts';
import type {SearchableArticle} from '../dossier/searchable-article.ts';
import type {Proof} from '../dossier/verify.ts';
import {type DiffPart, wordDiff} from '../dossier/word-diff.ts';
import {styled} from '../terminal/styles.ts';
import {truncated} from '../terminal/text-width.ts';
import {visibleText} from '../terminal/visible-text.ts';
import {isAboutArticle, type PlacedFinding} from './placed-findings.ts';
import type {TextOutput} from './text-output.ts';

/** A dossier held against an article, and what came of it. */
export interface Verified {
	/** Its id. */
	readonly dossier: string;
	/** Path. */
	readonly article: string;
	/** Of the article's file. */
	readonly sha256: string;
	readonly source: ArticleSource;
	readonly isSameEdition: boolean;
	/** How many sources it was chosen from, its SHA-256 being that of none; else 1. */
	readonly outOf: number;
	readonly proof: Proof;
	/** Those of the proof, and what the SHA-256 shows. */
	readonly findings: readonly PlacedFinding[];
}

export const isProved = ({findings}: Pick<Verified, 'findings'>): boolean =>
	findings.every(({severity}) => severity === 'warning');

const findingJson = ({
	file,
	place,
	severity,
	code,
	pointer,
	record,
	message,
	places,
	words,
}: PlacedFinding): unknown => ({
	file: file ?? null,
	line: place?.line ?? null,
	column: place?.column ?? null,
	pointer,
	severity,
	code,
	record: record ?? null,
	message,
	places: places.map(({paragraph, start, end}) => ({paragraph, start, end})),
	diff: words === undefined ? null : wordDiff(words.dossier, words.article),
});

/** As it is printed as JSON: these keys in this order, null for what there is not. */
export const verifiedJson = (verified: Verified): unknown => {
	const {dossier, article, source, sha256, isSameEdition, proof, findings} = verified;
	const {paragraphs, quotes, ranges, spans} = proof;
	return {
		dossier,
		article,
		source: source.id,
		sha256,
		isSameEdition,
		isProved: isProved(verified),
		paragraphs,
		quotes,
		ranges,
		spans,
		findings: findings.map(findingJson),
	};
};

/** How it is written for reading. */
export interface Writing extends Pick<TextOutput, 'present' | 'ellipsis'> {
	readonly isColoured: boolean;
}

/** Characters that both texts have beside a change, so that its place is known. */
const CONTEXT = 40;

/** What both have, shortened where no change is near. */
const shortened = (text: string, at: number, last: number, ellipsis: string): string => {
	const characters = Array.from(text);
	const head = at === 0 ? 0 : CONTEXT;
	const tail = at === last ? 0 : CONTEXT;
	return characters.length <= head + tail + 1
		? text
		: `${characters.slice(0, head).join('')}${ellipsis}${tail === 0 ? '' : characters.slice(-tail).join('')}`;
};

const diffLine = (parts: readonly DiffPart[], {present, ellipsis, isColoured}: Writing): string => {
	const shown = ({in: of, text: raw}: DiffPart, at: number): string => {
		const text = present(visibleText(raw));
		switch (of) {
			case 'both':
				return shortened(text, at, parts.length - 1, ellipsis);
			case 'dossier':
				return styled(`[-${text}-]`, isColoured ? {colour: 'red'} : {});
			case 'article':
				return styled(`{+${text}+}`, isColoured ? {colour: 'green'} : {});
		}
	};

	return parts.map(shown).join('');
};

/** Cells of the words that an article quotes and nobody covers. */
const WORDS_COLUMNS = 60;

const findingLines = (
	finding: PlacedFinding,
	{dossier}: Verified,
	{wordsAt}: SearchableArticle,
	writing: Writing,
): readonly string[] => {
	const {present, ellipsis} = writing;
	const {file, place, severity, pointer, record, message, places, words} = finding;
	const [stands] = places;
	const isOfArticle = isAboutArticle(finding) && stands !== undefined;
	const lead = [
		`${file ?? dossier}${place === undefined ? '' : `:${place.line}:${place.column}`}`,
		...(isOfArticle ? [] : [`${pointer}${record === undefined ? '' : ` (${record})`}`]),
		...(severity === 'warning' ? ['warning'] : []),
		message,
		...(isOfArticle ? [truncated(wordsAt(stands), WORDS_COLUMNS, ellipsis)] : []),
	];
	return [
		present(visibleText(lead.join(': '))),
		...(words === undefined || words.article === ''
			? []
			: [`    ${diffLine(wordDiff(words.dossier, words.article), writing)}`]),
	];
};

const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

const editionLine = ({article, source, isSameEdition, outOf, proof}: Verified): string => {
	const {found, stated} = proof.paragraphs;
	const which =
		outOf === 1 ? '' : `, the likeliest of ${outOf} sources (--source ID names another)`;
	return `${article}: ${isSameEdition ? 'the edition' : 'another edition'} of ${source.id}${which}; ${found} of ${stated} paragraphs`;
};

const countsLine = ({quotes, ranges, spans}: Proof): string => {
	const {verbatim, alike, total, ofOtherSources} = quotes;
	const notes = [
		...(alike === 0 ? [] : [`${alike} of them but for typography`]),
		...(ofOtherSources === 0 ? [] : [`${ofOtherSources} more of other sources`]),
	];
	return [
		`${verbatim + alike} of ${total} quotes stand where they say${notes.length === 0 ? '' : ` (${notes.join(', ')})`}`,
		`${ranges.inside} of ${ranges.total} ranges inside their paragraphs`,
		`${spans.covered} of ${spans.total} quoted spans covered`,
	].join('; ');
};

const endLine = (findings: Verified['findings']): string => {
	const warnings = findings.filter(({severity}) => severity === 'warning').length;
	const faults = findings.length - warnings;
	const warned = warnings === 0 ? '' : `, ${counted(warnings, 'warning')}`;
	return faults === 0 ? `Proved${warned}.` : `Not proved: ${counted(faults, 'fault')}${warned}.`;
};

/** What was found, a line or two each, and then what was proved. */
export const verifiedText = (
	verified: Verified,
	article: SearchableArticle,
	writing: Writing,
): string =>
	[
		...verified.findings.flatMap(finding => findingLines(finding, verified, article, writing)),
		writing.present(visibleText(editionLine(verified))),
		countsLine(verified.proof),
		endLine(verified.findings),
		'',
	].join('\n');
