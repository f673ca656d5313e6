import {type Account, accountHolder, tensionItems} from '../dossier/accounts.ts';
import type {Catalog} from '../dossier/catalog.ts';
import {citation} from '../dossier/citation.ts';
import {type KindedRecord, kinded, kindOf} from '../dossier/record.ts';
import type {RecordId, Tension} from '../dossier/schema.ts';
import {asserterName, isLeftOpen, KIND_WORDS, titleById} from '../dossier/title.ts';
import {CERTAINTY_WORDS, NOT_STATED, VERB_CLASS_WORDS} from '../dossier/words.ts';
import type {LineRange} from '../state/viewport.ts';
import {textWidth, wrapped} from '../terminal/text-width.ts';
import type {Display} from './display.ts';
import type {HeadedRange} from './headed-range.ts';
import {fitSpans, type Span, type Spans} from './line.tsx';

/*
A tension: its accounts side by side where there is room, each with the records that it rests on,
and of every record who says so, how sure, and where it stands.
*/

export interface TensionLines {
	/** The question, under the title where that has no room in the edge; a blank line at the end. */
	readonly head: readonly Spans[];
	/** The accounts, every line of the width asked for. */
	readonly body: readonly Spans[];
	/** The lines of `body` that hold each of the `tensionItems`; of two accounts side by side they overlap. */
	readonly items: readonly LineRange[];
	/** The lines of `body` that hold accounts side by side, and how many of them say whose they are. */
	readonly blocks: readonly HeadedRange[];
}

/** Cells below which an account is not worth a column of its own. */
const LEAST_COLUMNS = 28;

/** Between two accounts: a bar with air on both sides. */
const BAR_COLUMNS = 3;

/** Where a record stands that cites nothing. */
const NO_EVIDENCE = 'without evidence';

/** The column of the cursor, left of the records of an account. */
const MARGIN = 2;

const relayed = (catalog: Catalog, name: string, via: RecordId | undefined): string =>
	via === undefined ? name : `${name}, relayed by ${titleById(catalog, via)}`;

/** What is known of a record besides its words; what nobody asserts, such as a person, has no more than a kind. */
interface Note {
	/** The word for its kind, and who says so. */
	readonly who: readonly string[];
	/** How sure they are, and where it stands. */
	readonly sure: readonly string[];
}

/** Who says it, and how sure they are. */
const attribution = (catalog: Catalog, entry: KindedRecord): readonly [string?, string?] => {
	switch (entry.kind) {
		case 'quote': {
			const {speaker, via, verb, verbClass} = entry.record;
			return [
				relayed(catalog, titleById(catalog, speaker), via),
				`${verb === undefined ? `verb ${NOT_STATED}` : `“${verb}”`}, ${VERB_CLASS_WORDS[verbClass]}`,
			];
		}

		case 'claim': {
			const {assertedBy, via, certainty, polarity} = entry.record;
			return [
				relayed(catalog, asserterName(catalog, assertedBy), via),
				isLeftOpen(entry.record)
					? 'left open'
					: `${CERTAINTY_WORDS[certainty]}${polarity === 'denied' ? ', denied' : ''}`,
			];
		}

		case 'event':
		case 'relation':
			return [
				asserterName(catalog, entry.record.assertedBy),
				CERTAINTY_WORDS[entry.record.certainty],
			];
		default:
			return [];
	}
};

const noteOf = (catalog: Catalog, id: RecordId): Note => {
	const record = catalog.find(id);
	const kind = KIND_WORDS[kindOf(id)];
	if (record === undefined) {
		return {who: [kind], sure: []};
	}

	const [who, sure] = attribution(catalog, kinded(record));
	const where = citation(catalog.dossier, record.evidence);
	return {
		who: who === undefined ? [kind] : [kind, who],
		sure: [...(sure === undefined ? [] : [sure]), where === '' ? NO_EVIDENCE : where],
	};
};

/** In one line where it fits; else who says so stands above how sure and where. */
const noteLines = ({who, sure}: Note, columns: number, {present}: Display): readonly string[] => {
	const inOne = (parts: readonly string[]): readonly string[] | undefined => {
		const line = present(parts.join(' · '));
		return textWidth(line) <= columns ? [line] : undefined;
	};

	return (
		inOne([...who, ...sure]) ?? [
			...wrapped(present(who.join(' · ')), columns),
			// A citation is not to be broken while it has a line of its own to stand on.
			...(inOne(sure) ?? sure.flatMap(part => wrapped(present(part), columns))),
		]
	);
};

const headingLines = (
	{catalog, theme, present}: Display,
	account: Account,
	number: number,
	columns: number,
): readonly Spans[] => {
	const label = `Account ${number}`;
	const holder = accountHolder(catalog, account);
	if (holder === undefined) {
		return [[{text: label, look: theme.heading}]];
	}

	const joint = present(' · ');
	const indent = label.length + textWidth(joint);
	return wrapped(present(asserterName(catalog, holder)), Math.max(1, columns - indent)).map(
		(line, at) => [
			...(at === 0
				? [
						{text: label, look: theme.heading},
						{text: joint, look: theme.secondary},
					]
				: [{text: ' '.repeat(indent)}]),
			{text: line, look: theme.title},
		],
	);
};

const recordLines = (id: RecordId, columns: number, display: Display): readonly Spans[] => {
	const {catalog, theme, present} = display;
	const room = Math.max(1, columns - MARGIN);
	return [
		...wrapped(present(titleById(catalog, id)), room).map(text => [{text}]),
		...noteLines(noteOf(catalog, id), room, display).map(text => [{text, look: theme.secondary}]),
	];
};

interface AccountLines {
	/** Each of the account's width. */
	readonly lines: readonly Spans[];
	/** The lines of each of its records. */
	readonly items: readonly LineRange[];
}

/** @param chosen - Which of the account's own records has the cursor; out of range for none. */
const accountLines = (
	account: Account,
	heading: readonly Spans[],
	chosen: number,
	columns: number,
	display: Display,
): AccountLines => {
	const {glyphs, theme, present} = display;
	const fitted = (spans: Spans): Spans => fitSpans(spans, columns, glyphs.ellipsis);
	const lines: Spans[] = [
		...heading,
		...wrapped(present(account.text), columns).map(text => [{text}]),
	].map(fitted);
	const items = account.records.map((id, at): LineRange => {
		lines.push(fitted([]));
		const start = lines.length;
		for (const [row, spans] of recordLines(id, columns, display).entries()) {
			const marker = at === chosen && row === 0 ? glyphs.selected : '';
			const line = fitted([{text: marker.padEnd(MARGIN)}, ...spans]);
			lines.push(at === chosen ? line.map(({text}) => ({text, look: theme.selected})) : line);
		}

		return {start, end: lines.length};
	});
	return {lines, items};
};

/**
How many accounts stand side by side: all of them when each has room, else rows of as many as have it,
as even as can be; else they stand under one another.
*/
const accountsAcross = (count: number, columns: number): number => {
	const most = Math.floor((columns + BAR_COLUMNS) / (LEAST_COLUMNS + BAR_COLUMNS));
	if (count <= most) {
		return count;
	}

	return most < 2 ? 1 : Math.ceil(count / Math.ceil(count / most));
};

/** Columns of widths that differ by one cell at most, with bars between them as wide as all together. */
const columnWidths = (across: number, columns: number): readonly number[] => {
	const room = Math.max(across, columns - BAR_COLUMNS * (across - 1));
	return Array.from(
		{length: across},
		(_, at) => Math.floor(room / across) + (at < room % across ? 1 : 0),
	);
};

/** Accounts next to one another, the shorter ones filled up with blank lines. */
const sideBySide = (
	accounts: readonly AccountLines[],
	widths: readonly number[],
	columns: number,
	{glyphs, theme}: Display,
): readonly Spans[] => {
	const height = Math.max(...accounts.map(({lines}) => lines.length));
	const bar: Span = {text: ` ${glyphs.frame.left} `, look: theme.frame};
	return Array.from({length: height}, (_, row) =>
		fitSpans(
			accounts.flatMap(
				({lines}, at): Spans => [
					...(at === 0 ? [] : [bar]),
					...(lines[row] ?? [{text: ' '.repeat(widths[at] ?? 0)}]),
				],
			),
			columns,
			glyphs.ellipsis,
		),
	);
};

/** Cells of a line that a title shares with its place among all, `12/14 ↑↓`, and with the corners of a frame. */
const besideTitle = ({catalog}: Display): number =>
	2 * String(catalog.dossier.tensions.length).length + 7;

/**
A tension on a screen.

@param chosen - Which of the `tensionItems` has the cursor; out of range for none.
*/
export const tensionLines = (
	tension: Tension,
	chosen: number,
	columns: number,
	display: Display,
): TensionLines => {
	const {glyphs, theme, present} = display;
	const {accounts} = tension;
	const across = accountsAcross(accounts.length, columns);
	const body: Spans[] = [];
	const items: LineRange[] = [];
	const blocks: HeadedRange[] = [];
	for (let first = 0; first < accounts.length; first += across) {
		if (first > 0) {
			body.push([{text: glyphs.rule.repeat(columns), look: theme.frame}]);
		}

		const top = body.length;
		const abreast = accounts.slice(first, first + across);
		// One that is left over has the whole width; else the bars of all rows are in line.
		const widths = abreast.length === 1 ? [columns] : columnWidths(across, columns);
		const headings = abreast.map((account, at) =>
			headingLines(display, account, first + at + 1, widths[at] ?? columns),
		);
		const headingRows = Math.max(...headings.map(({length}) => length));
		const row = abreast.map((account, at) => {
			const drawn = accountLines(
				account,
				Array.from({length: headingRows}, (_, line) => headings[at]?.[line] ?? []),
				chosen - items.length,
				widths[at] ?? columns,
				display,
			);
			for (const {start, end} of drawn.items) {
				items.push({start: top + start, end: top + end});
			}

			return drawn;
		});
		for (const line of sideBySide(row, widths, columns, display)) {
			body.push(line);
		}

		blocks.push({start: top, end: body.length, headingRows});
	}

	const title = present(tension.title);
	return {
		head: [
			...(textWidth(title) <= columns - besideTitle(display)
				? []
				: wrapped(title, columns).map(text => [{text, look: theme.title}])),
			...wrapped(present(tension.question), columns).map(text => [{text}]),
			[],
		],
		body,
		items,
		blocks,
	};
};

/** One record of an account in a line to be heard: what it says, who says so, how sure, and where. */
export const tensionItemText = (id: RecordId, {catalog, present}: Display): string => {
	const {who, sure} = noteOf(catalog, id);
	const title = titleById(catalog, id);
	const stop = /[.!?…]”?$/u.test(title) ? '' : '.';
	const note = [...who, ...sure].join(', ').replaceAll('¶', 'paragraph');
	return present(`${title}${stop} ${note.charAt(0).toUpperCase()}${note.slice(1)}.`);
};

/** A tension for a screen reader: the question, then account by account what it says and rests on. */
export const tensionText = (tension: Tension, display: Display): readonly string[] => {
	const {catalog, present} = display;
	const items = tensionItems(tension);
	return [
		present(tension.question),
		...tension.accounts.flatMap((account, at) => {
			const holder = accountHolder(catalog, account);
			const whose = holder === undefined ? '' : `, ${asserterName(catalog, holder)}`;
			return [
				present(`Account ${at + 1}${whose}: ${account.text}`),
				...items
					.filter(item => item.account === at)
					.map(({record}) => tensionItemText(record, display)),
			];
		}),
	];
};
