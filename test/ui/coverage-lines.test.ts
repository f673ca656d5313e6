import anyAscii from 'any-ascii';
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {catalogOf} from '../../source/dossier/catalog.ts';
import {type CoveredParagraph, coverageItems, coverageOf} from '../../source/dossier/coverage.ts';
import type {Claim} from '../../source/dossier/schema.ts';
import {titleById} from '../../source/dossier/title.ts';
import {KEYMAP} from '../../source/state/keymap.ts';
import {asciiTextWith} from '../../source/terminal/ascii-text.ts';
import {glyphsOf} from '../../source/terminal/glyphs.ts';
import {textWidth} from '../../source/terminal/text-width.ts';
import {THEMES} from '../../source/terminal/theme.ts';
import {
	coverageHead,
	coverageLines,
	coverageText,
	paragraphTextLines,
	recordsOfParagraphLines,
} from '../../source/ui/coverage-lines.ts';
import type {ArticleText, Display} from '../../source/ui/display.ts';
import type {Spans} from '../../source/ui/line.tsx';
import {createLazyAtlas} from '../../source/ui/map/lazy-atlas.ts';
import {anyText} from '../support/any-text.ts';
import {aClaim, aDossier, anArticle, anEvent, aPlace, aQuote, at} from '../support/dossier.ts';

const displayOf = (parts: Parameters<typeof aDossier>[0], article?: ArticleText): Display => ({
	catalog: catalogOf(aDossier(parts)),
	glyphs: glyphsOf('unicode'),
	theme: THEMES.terminal,
	present: text => text,
	article,
	canvas: 'braille',
	keymap: KEYMAP,
	atlas: createLazyAtlas(),
});

const inAscii = (display: Display): Display => ({
	...display,
	glyphs: glyphsOf('ascii'),
	present: asciiTextWith(anyAscii),
});

const plain = (spans: Spans): string =>
	spans
		.map(({text}) => text)
		.join('')
		.trimEnd();

const claimAt = (name: string, ...evidence: Claim['evidence']): Claim =>
	aClaim({id: `claim:${name}`, text: `Claim ${name}.`, evidence});

const drawn = (
	display: Display,
	columns: number,
	{chosen = -1, top = 0, rows = 40}: {chosen?: number; top?: number; rows?: number} = {},
) => {
	const coverage = coverageOf(display.catalog);
	const drawing = coverageLines(coverage, {chosen, top}, columns, rows, display);
	return {
		...drawing,
		head: coverageHead(coverage, columns, display).map(plain),
		lines: drawing.lines.map(plain),
	};
};

/** A report of four paragraphs: cited four times, once, not at all, and twice. */
const PARTS = [
	anArticle({paragraphs: 4}),
	aPlace({evidence: [at(1, 0, 40)]}),
	claimAt('a', at(1, 0, 10)),
	claimAt('b', at(1, 0, 10), at(2, 0, 20)),
	claimAt('c', at(1, 0, 10), at(4, 0, 80)),
	claimAt('d', at(4, 0, 10)),
];

const TEXT: ArticleText = {
	source: 'source:report',
	paragraphs: ['The tide came in.', 'The crane fell.', 'Nobody saw it.', 'The ropes were cut.'],
};

const paragraphOf = (display: Display, number: number): CoveredParagraph => {
	const found = coverageOf(display.catalog).paragraphs[number - 1];
	if (found === undefined) {
		throw new Error(`There is no paragraph ${number}`);
	}

	return found;
};

describe('the coverage', () => {
	test('is a line a paragraph, shaded by how many records cite it, as long as is known of it', () => {
		const {head, lines} = drawn(displayOf(PARTS), 40);
		expect(head).toEqual([
			'4 paragraphs · 1 uncited · every record',
			'has evidence',
			'',
			'  ¶  Records  Length, as far as known',
		]);
		expect(lines).toEqual([
			'  1  ████  4  40  ───────────',
			'  2  ░░░░  1  20  ──────',
			'  3        0  uncited',
			'  4  ▒▒▒▒  2  80  ──────────────────────',
			'',
			'Records without evidence',
			'  None.',
		]);
	});

	test('shows the beginning of each paragraph where the article is at hand', () => {
		const {head, lines} = drawn(displayOf(PARTS, TEXT), 30);
		expect(head.at(-1)).toBe('  ¶  Records  Text');
		expect(lines.slice(0, 4)).toEqual([
			'  1  ████  4  The tide came i…',
			'  2  ░░░░  1  The crane fell.',
			'  3        0  uncited  Nobody…',
			'  4  ▒▒▒▒  2  The ropes were …',
		]);
	});

	test('lines the numbers of its characters up, and says which of several articles is at hand', () => {
		const parts = [
			anArticle({paragraphs: 2, title: 'First report'}),
			anArticle({id: 'source:second', paragraphs: 1, title: 'Second report'}),
			aPlace({evidence: [at(1, 0, 40)]}),
			claimAt('a', at(1, 0, 140), at(2, 0, 9)),
			claimAt('b', {...at(1, 0, 70), source: 'source:second'}),
		];
		const {head, lines} = drawn(displayOf(parts), 37);
		expect(head.at(-1)).toBe('  ¶  Records  Length, as far as known');
		expect(lines.slice(0, 6)).toEqual([
			'First report',
			'  1  ████  2  140  ──────────────────',
			'  2  ▒▒▒▒  1    9  ──',
			'',
			'Second report',
			'  1  ▒▒▒▒  1   70  ─────────',
		]);
		const second: ArticleText = {source: 'source:second', paragraphs: ['Nobody saw it.']};
		const read = drawn(displayOf(parts, second), 60);
		expect(read.head.at(-1)).toBe('  ¶  Records  Text or length, as far as known');
		expect(read.lines[1]).toMatch(/ 2 {2}140 {2}─+$/);
		expect(read.lines[5]).toMatch(/ 1 {2}Nobody saw it\.$/);
	});

	test('has shades and lines also where there is no Unicode', () => {
		const {head, lines} = drawn(inAscii(displayOf(PARTS)), 100, {chosen: 0});
		expect([...head, ...lines].join('')).toMatch(/^[ -~]+$/);
		expect(lines[0]).toMatch(/^> {4}1 {2}#### {2}4 {2}40 {2}-+ +\| Paragraph 1 - 4 records$/);
		expect(lines[1]).toMatch(/^ {5}2 {2}\.\.\.\. {2}1 /);
	});

	test('lists the records without evidence under the paragraphs, each to be chosen', () => {
		const display = displayOf([
			...PARTS,
			aClaim({id: 'claim:bare', text: 'It was Tuesday.', evidence: []}),
			anEvent({id: 'event:bare', title: 'The crane falls', evidence: []}),
		]);
		const {head, lines, items} = drawn(display, 60, {chosen: 5});
		expect(head[0]).toBe('4 paragraphs · 1 uncited · 2 records without evidence');
		expect(lines.slice(5)).toEqual([
			'Records without evidence',
			'  event  The crane falls',
			'› claim  It was Tuesday.',
		]);
		expect(items.slice(4)).toEqual([
			{start: 6, end: 7},
			{start: 7, end: 8},
		]);
	});

	test('puts the paragraphs of several articles under the name of each', () => {
		const display = displayOf([
			anArticle({paragraphs: 1, title: 'First report'}),
			anArticle({id: 'source:second', paragraphs: 1, title: 'Second report'}),
			claimAt('a', {...at(1), source: 'source:second'}),
		]);
		const {lines, items} = drawn(display, 60, {chosen: 1});
		expect(lines.slice(0, 5)).toEqual([
			'First report',
			expect.stringContaining('uncited'),
			'',
			'Second report',
			expect.stringMatching(/^› 1 {2}████ {2}1 /),
		]);
		expect(items).toEqual([
			{start: 1, end: 2},
			{start: 4, end: 5},
		]);
	});

	test('has the records of the chosen paragraph beside it on a wide screen, and on no other', () => {
		const display = displayOf(PARTS);
		const wide = drawn(display, 90, {chosen: 3});
		expect(wide.lines[0]).toMatch(/ │ Paragraph 4 · 2 records$/);
		expect(wide.lines[2]).toMatch(/ │ claim {2}Claim c\.$/);
		expect(wide.lines[3]).toMatch(/^› 4 .* │ claim {2}Claim d\.$/);
		expect(drawn(display, 90, {chosen: 2}).lines[0]).toMatch(/ · no record cites it$/);
		expect(drawn(display, 89, {chosen: 3}).lines.join('')).not.toContain('Claim c.');
	});

	test('says how many more records there are than fit beside the paragraphs', () => {
		const {lines} = drawn(displayOf(PARTS), 90, {chosen: 0, rows: 5});
		expect(lines.slice(2, 6).map(line => line.replace(/^.*│ /, ''))).toEqual([
			'place  Dunmore',
			'claim  Claim a.',
			'… 2 more',
			expect.not.stringContaining('Claim'),
		]);
		const {lines: enough} = drawn(displayOf(PARTS), 90, {chosen: 0, rows: 6});
		expect(enough[5]).toMatch(/ │ claim {2}Claim c\.$/);
	});

	test('has the text of the chosen paragraph above them, of a long one the beginning', () => {
		const text = 'The crane came down before noon, and nobody on the pier had seen a rope cut.';
		const display = displayOf(PARTS, {
			...TEXT,
			paragraphs: [text, `${text} ${text} ${text}`, ...TEXT.paragraphs.slice(2)],
		});
		const beside = (chosen: number, rows: number): readonly string[] =>
			drawn(display, 90, {chosen, rows})
				.lines.map(line => line.replace(/^.*│ ?/, ''))
				.slice(0, rows);
		expect(beside(0, 12).slice(0, 6)).toEqual([
			'Paragraph 1 · 4 records',
			'',
			'The crane came down before noon, and nobody',
			'on the pier had seen a rope cut.',
			'',
			'place  Dunmore',
		]);
		expect(beside(1, 12).slice(2)).toEqual([
			'The crane came down before noon, and nobody',
			'on the pier had seen a rope cut. The crane',
			'came down before noon, and nobody on the pi…',
			'',
			'claim  Claim b.',
			'',
			'',
			'',
			'',
			'',
		]);
		expect(beside(0, 6)).toHaveLength(6);
	});

	test('keeps them on the screen when the paragraphs are scrolled', () => {
		const display = displayOf([anArticle({paragraphs: 50}), claimAt('a', at(30))]);
		const {lines, top} = drawn(display, 90, {chosen: 29, rows: 10});
		expect(top).toBe(20);
		expect(lines[top]).toMatch(/ │ Paragraph 30 · 1 record$/);
	});

	test('scrolls no further than it must, headings and what follows the last included', () => {
		const display = displayOf([
			anArticle({paragraphs: 30}),
			anArticle({id: 'source:second', paragraphs: 1}),
		]);
		const topOf = (chosen: number, top: number): number =>
			drawn(display, 60, {chosen, top, rows: 10}).top;
		expect(topOf(15, 10)).toBe(10);
		expect(topOf(9, 15)).toBe(10);
		expect(topOf(0, 15)).toBe(0);
		expect(topOf(30, 0)).toBe(27);
	});

	test('is read out in sum, and then what is chosen', () => {
		const display = displayOf([...PARTS, aClaim({id: 'claim:bare', evidence: []})]);
		const heard = (chosen: number): readonly string[] =>
			coverageText(coverageOf(display.catalog), chosen, display);
		expect(heard(1)).toEqual([
			'4 paragraphs, 1 uncited, 1 record without evidence.',
			'2 of 5: Paragraph 2: 1 record cites it, 20 characters long as far as known',
		]);
		expect(heard(2).at(-1)).toBe('3 of 5: Paragraph 3: no record cites it');
		expect(heard(4).at(-1)).toBe('5 of 5: Without evidence: claim, The ropes were cut.');
		const read = displayOf(PARTS, TEXT);
		expect(coverageText(coverageOf(read.catalog), 1, read).at(-1)).toBe(
			'2 of 4: Paragraph 2: 1 record cites it. The crane fell.',
		);
		const whole = displayOf(PARTS);
		expect(coverageText(coverageOf(whole.catalog), -1, whole)).toEqual([
			'4 paragraphs, 1 uncited, every record has evidence.',
		]);
	});
});

describe('the records of a paragraph', () => {
	const display = displayOf([
		claimAt('a', at(1, 20, 30), at(1, 0, 5), at(2, 0, 99), at(1, 0, 5)),
		aQuote({text: 'The tide does not ask anybody for its papers.', speaker: 'actor:vera-moss'}),
		anEvent({title: 'The crane falls', evidence: [at(1, 7, 9)]}),
	]);

	test('are listed with the characters that they cite, counted from one', () => {
		const {lines, items} = recordsOfParagraphLines(paragraphOf(display, 1), 1, 60, display);
		expect(lines.map(plain)).toEqual([
			'  event  The crane falls               characters 8–9',
			'› claim  Claim a.                      characters 1–5, 21–30',
		]);
		expect(items).toEqual([
			{start: 0, end: 1},
			{start: 1, end: 2},
		]);
	});

	test('have them underneath where the screen is narrow', () => {
		const {lines, items} = recordsOfParagraphLines(paragraphOf(display, 3), 0, 34, display);
		expect(lines.map(plain)).toEqual([
			'› quote  “The tide does not ask',
			'         anybody for its papers.”',
			'         characters 1–45',
		]);
		expect(items).toEqual([{start: 0, end: 3}]);
		expect(lines.flat().every(({look}) => look === THEMES.terminal.selected)).toBe(true);
	});

	test('are said to be none where no record cites it', () => {
		const {lines, items} = recordsOfParagraphLines(paragraphOf(display, 9), 0, 60, display);
		expect(lines.map(plain)).toEqual(['No record cites this paragraph.']);
		expect(items).toEqual([]);
	});
});

describe('the text of a paragraph above its records', () => {
	const text = 'The tide came in, the crane fell, and nobody saw it.';
	const shown = (
		cited: Claim['evidence'],
		rows: number,
		columns = 34,
		paragraphs: readonly string[] = [text],
	): readonly Spans[] => {
		const display = displayOf([claimAt('a', ...cited)], {source: 'source:report', paragraphs});
		return paragraphTextLines(paragraphOf(display, 1), 0, columns, rows, display);
	};

	const marked = (lines: readonly Spans[]): readonly string[] =>
		lines.flatMap(spans =>
			spans.filter(({look}) => look === THEMES.terminal.selected).map(({text: words}) => words),
		);

	test('has what the chosen record cites set apart, in one place or in several', () => {
		const lines = shown(
			[at(1, 4, 8), at(1, 22, 32), at(2, 0, 3), {...at(1, 44, 48), source: 'source:second'}],
			8,
		);
		expect(lines.map(plain)).toEqual([
			'  The tide came in, the crane',
			'  fell, and nobody saw it.',
			'',
		]);
		expect(marked(lines)).toEqual(['tide', 'crane', 'fell']);
	});

	test('marks places that overlap as one, counts code points, and keeps accents whole', () => {
		expect(marked(shown([at(1, 4, 13), at(1, 9, 16)], 8)).join('')).toBe('tide came in');
		expect(marked(shown([at(1, 2, 7)], 8, 34, ['🏴 cafe\u0301 au lait']))).toEqual(['café']);
	});

	test('shows of a longer one the lines round the first cited words, and that it is cut', () => {
		const words = Array.from({length: 60}, (_, nth) => `word${String(nth).padStart(2, '0')}`);
		const lines = (nth: number) =>
			shown([at(1, nth * 7, nth * 7 + 6)], 5, 24, [words.join(' ')]).map(plain);
		expect(lines(0)).toEqual([
			'  word00 word01 word02',
			'  word03 word04 word05',
			'  word06 word07 word08',
			'  word09 word10 word11 …',
			'',
		]);
		expect(lines(31)).toEqual([
			'… word27 word28 word29',
			'  word30 word31 word32',
			'  word33 word34 word35',
			'  word36 word37 word38 …',
			'',
		]);
		expect(lines(59)).toEqual([
			'… word48 word49 word50',
			'  word51 word52 word53',
			'  word54 word55 word56',
			'  word57 word58 word59',
			'',
		]);
	});

	test('is left out where it is not at hand, and where there is no room', () => {
		expect(shown([at(1)], 3)).toEqual([]);
		const display = displayOf(PARTS);
		expect(paragraphTextLines(paragraphOf(display, 1), 0, 60, 9, display)).toEqual([]);
	});
});

/** Dossiers whose claims cite here and there, or nothing, with texts that are hard to lay out. */
const displays = fc
	.record({
		paragraphs: fc.array(anyText({minLength: 1, maxLength: 80}), {minLength: 1, maxLength: 120}),
		claims: fc.array(
			fc.record({
				text: anyText({minLength: 1, maxLength: 80}),
				cited: fc.array(fc.tuple(fc.nat(), fc.nat(60)), {maxLength: 8}),
			}),
			{maxLength: 12},
		),
		isAtHand: fc.boolean(),
		isAscii: fc.boolean(),
	})
	.map(({paragraphs, claims, isAtHand, isAscii}) => {
		const display = displayOf(
			[
				anArticle({paragraphs: paragraphs.length}),
				aPlace({evidence: [at(1)]}),
				...claims.map(({text, cited}, index) =>
					aClaim({
						id: `claim:n${index}`,
						text,
						evidence: cited.map(([number, start]) => at((number % paragraphs.length) + 1, start)),
					}),
				),
			],
			isAtHand ? {source: 'source:report', paragraphs} : undefined,
		);
		return isAscii ? inAscii(display) : display;
	});

/** A text without what breaking it into lines may change. */
const bare = (text: string): string => text.normalize().replaceAll(/\s/gu, '');

describe('any coverage on any screen', () => {
	const columns = fc.integer({min: 20, max: 200});

	test('stays within its columns, counts every paragraph, and has what is chosen in view', () => {
		fc.assert(
			fc.property(
				displays,
				columns,
				fc.integer({min: 4, max: 60}),
				fc.nat(),
				fc.nat(150),
				(display, width, rows, nth, from) => {
					const coverage = coverageOf(display.catalog);
					const all = coverageItems(coverage);
					const chosen = nth % all.length;
					const {lines, items, top} = coverageLines(
						coverage,
						{chosen, top: from},
						width,
						rows,
						display,
					);
					for (const line of [...coverageHead(coverage, width, display), ...lines]) {
						expect(textWidth(plain(line))).toBeLessThanOrEqual(width);
					}

					expect(items).toHaveLength(all.length);
					for (const [index, {paragraph, records}] of coverage.paragraphs.entries()) {
						const {start, end} = items[index] ?? {start: -1, end: -1};
						expect(end).toBe(start + 1);
						if (start < top || start >= top + rows) {
							continue;
						}

						expect(plain(lines[start] ?? [])).toMatch(
							new RegExp(`^[ ›>] +${paragraph} .{6} +${records.length}( |$)`, 'u'),
						);
					}

					expect(items[chosen]?.start).toBeGreaterThanOrEqual(top);
					expect(items[chosen]?.end).toBeLessThanOrEqual(top + rows);
				},
			),
			{numRuns: 200},
		);
	});

	test('shows the records of every paragraph whole and within its columns', () => {
		fc.assert(
			fc.property(displays, columns, (display, width) => {
				for (const paragraph of coverageOf(display.catalog).paragraphs) {
					const {lines, items} = recordsOfParagraphLines(paragraph, 0, width, display);
					const text = paragraphTextLines(paragraph, 0, width, 6, display);
					expect(text.length).toBeLessThanOrEqual(6);
					for (const line of [...text, ...lines]) {
						expect(textWidth(plain(line))).toBeLessThanOrEqual(width);
					}

					expect(items).toHaveLength(paragraph.records.length);
					for (const [index, {start, end}] of items.entries()) {
						const shown = bare(lines.slice(start, end).map(plain).join(''));
						const [record = 'claim:none'] = paragraph.records.slice(index);
						const title = display.present(titleById(display.catalog, record));
						// Beside the title the cited characters would stand within it.
						expect(shown).toContain(width < 60 ? bare(title) : '');
						expect(shown).toContain('characters');
					}
				}
			}),
			{numRuns: 200},
		);
	});
});
