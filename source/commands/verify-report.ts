import type {ArticleSource} from '../dossier/schema.ts';
import type {Finding, Proof} from '../dossier/verify.ts';
import type {DiffPart} from '../dossier/word-diff.ts';
import {wordDiff} from '../dossier/word-diff.ts';
import {styled} from '../terminal/styles.ts';
import {truncated} from '../terminal/text-width.ts';
import {visibleText} from '../terminal/visible-text.ts';

/** A dossier held against an article, and what came of it. */
export interface Verified {
	/** Path or id. */
	readonly dossier: string;
	/** Path. */
	readonly article: string;
	/** Of the file. */
	readonly sha256: string;
	readonly source: ArticleSource;
	readonly isSameEdition: boolean;
	/** Of how many sources it was found to be this one, its SHA-256 being that of none; else 1. */
	readonly outOf: number;
	readonly proof: Proof;
	/** Those of the proof, and what the SHA-256 shows. */
	readonly findings: readonly VerifyFinding[];
	/** In which line of its file each paragraph of the article stands, from 1. */
	readonly lines: readonly number[];
}

export type VerifyFinding = Omit<Finding, 'code'> & {
	readonly code: Finding['code'] | 'another-edition';
};

export const isProved = ({findings}: Pick<Verified, 'findings'>): boolean =>
	findings.every(({severity}) => severity === 'warning');

/** As JSON, with these keys in this order. */
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
		findings: findings.map(({severity, code, pointer, record, message, places, words}) => ({
			severity,
			code,
			pointer,
			record: record ?? null,
			message,
			places,
			diff: words === undefined ? null : wordDiff(words.dossier, words.article),
		})),
	};
};

/** Characters that both texts have beside a change, so that its place is known. */
const CONTEXT = 40;

/** What both have, without its middle. */
const shortened = (text: string, isFirst: boolean, isLast: boolean): string => {
	const characters = Array.from(text);
	const head = isFirst ? 0 : CONTEXT;
	const tail = isLast ? 0 : CONTEXT;
	return characters.length <= head + tail + 1
		? text
		: `${characters.slice(0, head).join('')}…${tail === 0 ? '' : characters.slice(-tail).join('')}`;
};

const diffLine = (parts: readonly DiffPart[], isColoured: boolean): string => {
	const shown = ({in: of, text: raw}: DiffPart, at: number): string => {
		const text = visibleText(raw);
		switch (of) {
			case 'both':
				return shortened(text, at === 0, at === parts.length - 1);
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

const ABOUT_ARTICLE: ReadonlySet<VerifyFinding['code']> = new Set([
	'span-uncovered',
	'span-without-quote',
	'mark-unclosed',
]);

const findingLines = (
	{severity, code, pointer, record, message, places, words}: VerifyFinding,
	{dossier, article, lines}: Verified,
	wordsAt: (place: Finding['places'][number]) => string,
	isColoured: boolean,
): readonly string[] => {
	const [place] = places;
	const isAboutArticle = ABOUT_ARTICLE.has(code) && place !== undefined;
	const where = isAboutArticle
		? `${article}:${lines[place.paragraph - 1] ?? 0}:${place.start + 1}`
		: `${dossier}: ${pointer}${record === undefined ? '' : ` (${record})`}`;
	const quoted = isAboutArticle
		? `: ${truncated(visibleText(wordsAt(place)), WORDS_COLUMNS, '…')}`
		: '';
	const label = severity === 'warning' ? 'warning: ' : '';
	return [
		`${visibleText(`${where}: ${label}${message}`)}${quoted}`,
		...(words === undefined || words.article === ''
			? []
			: [`    ${diffLine(wordDiff(words.dossier, words.article), isColoured)}`]),
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

const endLine = (findings: readonly VerifyFinding[]): string => {
	const warnings = findings.filter(({severity}) => severity === 'warning').length;
	const faults = findings.length - warnings;
	const warned = warnings === 0 ? '' : `, ${counted(warnings, 'warning')}`;
	return faults === 0 ? `Proved${warned}.` : `Not proved: ${counted(faults, 'fault')}${warned}.`;
};

/**
What was found, a line or two each, and then what was proved.

@param wordsAt - The words of the article at a place.
*/
export const verifiedText = (
	verified: Verified,
	wordsAt: (place: Finding['places'][number]) => string,
	isColoured: boolean,
): string =>
	[
		...verified.findings.flatMap(finding => findingLines(finding, verified, wordsAt, isColoured)),
		visibleText(editionLine(verified)),
		countsLine(verified.proof),
		endLine(verified.findings),
		'',
	].join('\n');
