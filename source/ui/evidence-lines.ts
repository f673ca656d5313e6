import type {Catalog} from '../dossier/catalog.ts';
import {dayWithWeekday} from '../dossier/days.ts';
import {kinded} from '../dossier/record.ts';
import type {Claim, Evidence} from '../dossier/schema.ts';
import {asserterName, isLeftOpen, titleById} from '../dossier/title.ts';
import {BASIS_WORDS, CERTAINTY_WORDS, NOT_STATED, VERB_CLASS_WORDS} from '../dossier/words.ts';
import type {Subject} from '../state/details.ts';
import type {LineRange} from '../state/viewport.ts';
import {wrapped} from '../terminal/text-width.ts';
import {citedLines} from './cited-lines.ts';
import type {Display} from './display.ts';
import type {Spans} from './line.tsx';

export interface EvidenceLines {
	/** Where, in which source, who says it and how sure; a blank line at the end. */
	readonly head: readonly Spans[];
	/** The article in its paragraphs; without its text, how to get at it. */
	readonly body: readonly Spans[];
	/** The lines of `body` that hold the range itself; none without the article's text. */
	readonly cited: LineRange | undefined;
}

const asserted = (
	catalog: Catalog,
	{assertedBy, certainty}: Pick<Claim, 'assertedBy' | 'certainty'>,
	isDenied: boolean,
): readonly [string, string][] => [
	['Says', asserterName(catalog, assertedBy)],
	['Sure', `${CERTAINTY_WORDS[certainty]}${isDenied ? ', denied' : ''}`],
];

/** Who says it, and how sure they are, as far as it is told. */
const attribution = (
	{catalog}: Display,
	{record: id, assertedBy = 'author', basis}: Subject,
): readonly [string, string][] => {
	// What we infer nobody says: the passages are what it is inferred from.
	if (basis === 'inferred') {
		return [['Basis', BASIS_WORDS.inferred]];
	}

	const record = id === undefined ? undefined : catalog.find(id);
	const entry = record && kinded(record);
	switch (entry?.kind) {
		case 'quote': {
			const {speaker, verb, verbClass, via} = entry.record;
			return [
				[
					'Says',
					`${titleById(catalog, speaker)}${via === undefined ? '' : `, relayed by ${titleById(catalog, via)}`}`,
				],
				['Verb', verb === undefined ? NOT_STATED : `“${verb}”`],
				['Sure', `as a quote, ${VERB_CLASS_WORDS[verbClass]}`],
			];
		}

		case 'claim':
			if (isLeftOpen(entry.record)) {
				return [['Raised', 'by the report, which leaves it open']];
			}

			return asserted(catalog, entry.record, entry.record.polarity === 'denied');
		case 'event':
		case 'relation':
			return asserted(catalog, entry.record, false);
		// Its accounts are other people's; the passages are theirs.
		case 'tension':
			return [['Basis', 'accounts set side by side: each of them says whose it is']];
		case 'step':
			return [['Words', 'ours, after what the report says here']];
		default:
			return [
				['Says', asserterName(catalog, assertedBy)],
				['Sure', basis === undefined ? NOT_STATED : BASIS_WORDS[basis]],
			];
	}
};

const sourceLine = ({catalog}: Display, evidence: Evidence): string => {
	const source = catalog.source(evidence.source);
	return source?.kind === 'article'
		? `${source.title} · ${titleById(catalog, source.dateline.place)}, ${dayWithWeekday(source.dateline.day)}`
		: evidence.source;
};

const paragraphCount = ({catalog}: Display, evidence: Evidence): number | undefined => {
	const source = catalog.source(evidence.source);
	return source?.kind === 'article' ? source.paragraphs : undefined;
};

const LABEL_COLUMNS = 8;

/** A paragraph's number and the mark of the cited lines. */
const GUTTER_COLUMNS = 6;

const labelled = (
	label: string,
	text: string,
	columns: number,
	{theme, present}: Display,
): readonly Spans[] =>
	wrapped(present(text), Math.max(8, columns - LABEL_COLUMNS)).map((line, at) => [
		{text: (at === 0 ? label : '').padEnd(LABEL_COLUMNS), look: theme.secondary},
		{text: line},
	]);

/** One paragraph as lines behind its number, the cited range set apart. */
const paragraphLines = (
	text: string,
	number: number,
	cited: Evidence | undefined,
	columns: number,
	display: Display,
): {readonly lines: readonly Spans[]; readonly from: number; readonly to: number} => {
	const {glyphs, theme} = display;
	const rows = citedLines(
		text,
		cited === undefined ? [] : [cited],
		Math.max(8, columns - GUTTER_COLUMNS),
		cited === undefined ? theme.secondary : theme.plain,
		display,
	);
	const from = rows.findIndex(({isCited}) => isCited);
	return {
		lines: rows.map(({spans, isCited}, at) => [
			{text: (at === 0 ? String(number) : '').padStart(3), look: theme.secondary},
			{text: isCited ? ` ${glyphs.selected} ` : '   ', look: theme.status},
			...spans,
		]),
		from: from === -1 ? rows.length : from,
		to: rows.findLastIndex(({isCited}) => isCited) + 1,
	};
};

const articleLines = (
	evidence: Evidence,
	columns: number,
	display: Display,
): Pick<EvidenceLines, 'body' | 'cited'> => {
	const lines: Spans[] = [];
	let cited: EvidenceLines['cited'];
	for (const [at, text] of (display.article?.paragraphs ?? []).entries()) {
		const number = at + 1;
		const isCited = number === evidence.paragraph;
		const paragraph = paragraphLines(
			text,
			number,
			isCited ? evidence : undefined,
			columns,
			display,
		);
		if (isCited) {
			cited = {
				start: lines.length + Math.min(paragraph.from, paragraph.to),
				end: lines.length + paragraph.to,
			};
		}

		// One by one: a paragraph may have more lines than a call may have arguments.
		for (const line of [...paragraph.lines, []]) {
			lines.push(line);
		}
	}

	return {body: lines, cited};
};

/**
One place of the evidence for a record: where, in which source, who says it and how sure; then the
paragraph in its surroundings, when the article is at hand.
*/
export const evidenceLines = (
	subject: Subject,
	evidence: Evidence,
	columns: number,
	display: Display,
): EvidenceLines => {
	const {catalog, present, theme, article} = display;
	const count = paragraphCount(display, evidence);
	const isAtHand = article !== undefined && article.source === evidence.source;
	const found = subject.record === undefined ? undefined : catalog.find(subject.record);
	const head: Spans[] = [
		...labelled(
			'Where',
			`¶ ${evidence.paragraph}${count === undefined ? '' : ` of ${count}`}, characters ${evidence.start + 1}–${evidence.end}`,
			columns,
			display,
		),
		...labelled('Source', sourceLine(display, evidence), columns, display),
		...attribution(display, subject).flatMap(([label, text]) =>
			labelled(label, text, columns, display),
		),
		...(subject.note === undefined ? [] : labelled('Note', subject.note, columns, display)),
		...(found !== undefined && kinded(found).kind === 'quote' && !isAtHand
			? labelled('Words', titleById(catalog, found.id), columns, display)
			: []),
		[],
	];
	return isAtHand
		? {head, ...articleLines(evidence, columns, display)}
		: {
				head,
				body: wrapped(
					present(
						'The article’s text is not part of the dossier. Start with --article FILE to read this paragraph here, highlighted.',
					),
					columns,
				).map(line => [{text: line, look: theme.secondary}]),
				cited: undefined,
			};
};
