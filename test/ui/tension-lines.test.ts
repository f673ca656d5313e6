import anyAscii from 'any-ascii';
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {tensionItems} from '../../source/dossier/accounts.ts';
import {catalogOf} from '../../source/dossier/catalog.ts';
import type {DossierRecord} from '../../source/dossier/record.ts';
import type {RecordId, Tension} from '../../source/dossier/schema.ts';
import {titleById} from '../../source/dossier/title.ts';
import {KEYMAP} from '../../source/state/keymap.ts';
import {asciiTextWith} from '../../source/terminal/ascii-text.ts';
import {glyphsOf} from '../../source/terminal/glyphs.ts';
import {textWidth} from '../../source/terminal/text-width.ts';
import {THEMES} from '../../source/terminal/theme.ts';
import type {Display} from '../../source/ui/display.ts';
import type {Spans} from '../../source/ui/line.tsx';
import {createLazyAtlas} from '../../source/ui/map/lazy-atlas.ts';
import {tensionLines, tensionText} from '../../source/ui/tension-lines.ts';
import {anyText} from '../support/any-text.ts';
import {
	aClaim,
	aDossier,
	anActor,
	anEvent,
	aQuote,
	aRelation,
	aTension,
} from '../support/dossier.ts';

const displayOf = (records: readonly DossierRecord[]): Display => ({
	catalog: catalogOf(aDossier(records)),
	glyphs: glyphsOf('unicode'),
	theme: THEMES.terminal,
	present: text => text,
	article: undefined,
	canvas: 'braille',
	keymap: KEYMAP,
	atlas: createLazyAtlas(),
});

const plain = (spans: Spans): string => spans.map(({text}) => text).join('');

const drawn = (tension: Tension, columns: number, display: Display, chosen = -1) => {
	const {head, body, items} = tensionLines(tension, chosen, columns, display);
	return {head: head.map(plain), body: body.map(line => plain(line).trimEnd()), items};
};

const vera = anActor({id: 'actor:vera-moss'});
const bo = anActor({id: 'actor:bo-lund'});
const hers = aClaim({id: 'claim:hers', text: 'They were cut.', assertedBy: 'actor:vera-moss'});
const his = aClaim({
	id: 'claim:his',
	text: 'They wore through.',
	assertedBy: 'actor:bo-lund',
	certainty: 'probable',
});
const records = [vera, bo, hers, his];
const display = displayOf(records);

const two = aTension({
	accounts: [
		{text: 'Somebody cut the ropes.', records: [hers.id]},
		{text: 'The ropes were old.', records: [his.id]},
	],
});

const numbered = (count: number): Tension =>
	aTension({
		accounts: Array.from({length: count}, (_, at) => ({
			text: `Story ${at + 1}.`,
			records: [hers.id],
		})),
	});

/** What the only record of a tension's first account is said to be. */
const noteOf = (record: DossierRecord): string => {
	const tension = aTension({
		accounts: [
			{text: 'One.', records: [record.id]},
			{text: 'Other.', records: ['claim:other']},
		],
	});
	const {body, items} = drawn(
		tension,
		150,
		displayOf([vera, bo, aClaim({id: 'claim:other'}), record]),
	);
	const line = body[(items[0]?.end ?? 0) - 1] ?? '';
	return line.slice(0, line.indexOf(' │ ')).trim();
};

describe('a tension', () => {
	test('is headed by its question, and by its title where that has no room beside its place among all', () => {
		expect(drawn(two, 28, display).head).toEqual(['What became of the ropes?', '']);
		expect(drawn(two, 27, display).head).toEqual([
			'Cut or worn through',
			'What became of the ropes?',
			'',
		]);
		const many = displayOf([
			...records,
			...Array.from({length: 10}, (_, at) => ({...two, id: `tension:n${at}` as const})),
		]);
		expect(drawn(two, 29, many).head).toHaveLength(3);
		expect(drawn(two, 30, many).head).toHaveLength(2);
	});

	test('shows its accounts side by side where there is room', () => {
		expect(drawn(two, 70, display, 1).body).toEqual([
			'Account 1 · Vera Moss              │ Account 2 · Bo Lund',
			'Somebody cut the ropes.            │ The ropes were old.',
			'                                   │',
			'  They were cut.                   │ › They wore through.',
			'  claim · Vera Moss                │   claim · Bo Lund',
			'  without a hedge · ¶ 6            │   as probable · ¶ 6',
		]);
	});

	test('shows them under one another where there is none', () => {
		expect(drawn(two, 34, display, 0).body).toEqual([
			'Account 1 · Vera Moss',
			'Somebody cut the ropes.',
			'',
			'› They were cut.',
			'  claim · Vera Moss',
			'  without a hedge · ¶ 6',
			'─'.repeat(34),
			'Account 2 · Bo Lund',
			'The ropes were old.',
			'',
			'  They wore through.',
			'  claim · Bo Lund',
			'  as probable · ¶ 6',
		]);
	});

	test.each([80, 110])('of four accounts shows two and two on %i columns', columns => {
		const {body} = drawn(numbered(4), columns, display);
		const headings = body.filter(line => line.includes('Account'));
		expect(headings).toHaveLength(2);
		expect(headings[0]).toMatch(/Account 1.* │ Account 2/);
		expect(headings[1]).toMatch(/Account 3.* │ Account 4/);
		expect(body).toContain('─'.repeat(columns));
	});

	test('of five shows three over two, their bars in line', () => {
		const bars = drawn(numbered(5), 110, display)
			.body.filter(line => line.includes('Account'))
			.map(line => line.indexOf('│'));
		expect(bars[0]).toBe(bars[1]);
		expect(bars).toHaveLength(2);
	});

	test.each([3, 5])('gives the last of %i the whole width where two stand side by side', count => {
		const {body} = drawn(numbered(count), 76, display);
		const headings = body.filter(line => line.includes('Account'));
		expect(headings[0]).toMatch(/^Account 1.* │ Account 2/);
		expect(headings.at(-1)).toBe(`Account ${count} · Vera Moss`);
		expect(body.at(-1)).toBe('  claim · Vera Moss · without a hedge · ¶ 6');
	});

	test('begins the texts of accounts side by side in one line, however long the names above them', () => {
		const long = anActor({id: 'actor:long', name: 'The harbour board of Eastbay and Westbay'});
		const theirs = aClaim({id: 'claim:theirs', assertedBy: long.id});
		const tension = aTension({
			accounts: [
				{text: 'Somebody cut them.', records: [hers.id]},
				{text: 'Nobody did.', records: [theirs.id]},
			],
		});
		expect(drawn(tension, 70, displayOf([...records, long, theirs])).body.slice(0, 3)).toEqual([
			'Account 1 · Vera Moss              │ Account 2 · The harbour board of',
			'                                   │             Eastbay and Westbay',
			'Somebody cut them.                 │ Nobody did.',
		]);
	});

	test('does not say whose an account is that rests on several', () => {
		const tension = aTension({
			accounts: [
				{text: 'Both agree.', records: [hers.id, his.id]},
				{text: 'The ropes were old.', records: [his.id]},
			],
		});
		expect(drawn(tension, 100, display).body[0]).toMatch(/^Account 1 +│ Account 2 · Bo Lund$/);
	});

	test.each([
		[
			'a quote: the speaker, who relayed it, and the verb with its class',
			aQuote({
				speaker: 'actor:vera-moss',
				via: 'actor:bo-lund',
				verb: 'insisted',
				verbClass: 'assertive',
			}),
			'quote · Vera Moss, relayed by Bo Lund · “insisted”, assertive · ¶ 3',
		],
		[
			'a claim that is denied',
			aClaim({assertedBy: 'actor:bo-lund', polarity: 'denied', certainty: 'possible'}),
			'claim · Bo Lund · as possible, denied · ¶ 6',
		],
		[
			'a claim that the report leaves open',
			aClaim({certainty: 'uncommitted'}),
			'claim · the report · left open · ¶ 6',
		],
		['an event', anEvent(), 'event · the report · without a hedge · ¶ 4'],
		[
			'a tie',
			aRelation({from: 'actor:vera-moss', to: 'actor:bo-lund'}),
			'tie · the report · without a hedge · ¶ 5',
		],
		['what nobody asserts', anActor({id: 'actor:cy-ray'}), 'actor · ¶ 1'],
		[
			'a record that cites nothing',
			anEvent({evidence: []}),
			'event · the report · without a hedge · without evidence',
		],
	] satisfies [string, DossierRecord, string][])(
		'says who says so, how sure and where of %s',
		(_, record, note) => {
			expect(noteOf(record)).toBe(note);
		},
	);

	test('marks the chosen record in its own account, not in the one beside it', () => {
		const {body, items} = tensionLines(two, 0, 70, display);
		for (const [row, line] of body.entries()) {
			const isChosen = row >= (items[0]?.start ?? 0) && row < (items[0]?.end ?? 0);
			const width = line.findIndex(({look}) => look !== THEMES.terminal.selected);
			expect(width).toBe(isChosen ? line.findIndex(({text}) => text === ' │ ') : 0);
			expect(plain(line).includes('›')).toBe(row === items[0]?.start);
		}
	});

	test('has room for any number of records in one account', () => {
		const of = Array.from({length: 130_000}, (_, at) => (at % 2 === 0 ? hers.id : his.id));
		const many = aTension({accounts: [{text: 'All of them.', records: of}]});
		expect(tensionLines(many, -1, 70, display).items).toHaveLength(of.length);
	});

	test('is drawn without Unicode where there is none', () => {
		const ascii = {...display, glyphs: glyphsOf('ascii'), present: asciiTextWith(anyAscii)};
		for (const columns of [70, 34]) {
			expect(drawn(two, columns, ascii, 0).body.join('')).toMatch(/^[ -~]+$/);
		}

		expect(drawn(two, 70, ascii).body[0]).toContain(' | Account 2 - Bo Lund');
	});

	test('is read out account by account, a record a line', () => {
		const quote = aQuote({text: 'The tide does not ask.', speaker: 'actor:vera-moss'});
		const tension = aTension({
			accounts: [
				{text: 'Somebody cut the ropes.', records: [hers.id, quote.id]},
				{text: 'The ropes were old.', records: [his.id]},
			],
		});
		expect(tensionText(tension, displayOf([...records, quote]))).toEqual([
			'What became of the ropes?',
			'Account 1, Vera Moss: Somebody cut the ropes.',
			'They were cut. Claim, Vera Moss, without a hedge, paragraph 6.',
			'“The tide does not ask.” Quote, Vera Moss, “said”, neutral, paragraph 3.',
			'Account 2, Bo Lund: The ropes were old.',
			'They wore through. Claim, Bo Lund, as probable, paragraph 6.',
		]);
	});
});

const name = anyText({minLength: 1, maxLength: 40});
const prose = anyText({minLength: 1, maxLength: 120});

/** Tensions of two to six accounts with texts that are hard to lay out, and what draws them. */
const tensions = fc
	.record({
		title: prose,
		question: prose,
		speaker: name,
		accounts: fc.array(
			fc.record({text: prose, records: fc.array(prose, {minLength: 1, maxLength: 4})}),
			{minLength: 2, maxLength: 6},
		),
	})
	.map(({title, question, speaker, accounts}) => {
		const held: DossierRecord[] = [];
		const tension = aTension({
			title,
			question,
			accounts: accounts.map(({text, records: texts}) => ({
				text,
				records: texts.map((words): RecordId => {
					const at = held.length;
					const record =
						at % 3 === 0
							? aClaim({id: `claim:n${at}`, text: words, assertedBy: 'actor:odd'})
							: at % 3 === 1
								? aQuote({id: `quote:n${at}`, text: words, speaker: 'actor:odd'})
								: anEvent({id: `event:n${at}`, title: words});
					held.push(record);
					return record.id;
				}),
			})),
		});
		return {
			tension,
			display: displayOf([anActor({id: 'actor:odd', name: speaker}), ...held, tension]),
		};
	});

/** A text without what breaking it into lines may change. */
const bare = (text: string): string => text.normalize().replaceAll(/\s/gu, '');

describe('any tension on any screen', () => {
	const columns = fc.integer({min: 20, max: 200});

	test('stays within its columns', () => {
		fc.assert(
			fc.property(tensions, columns, ({tension, display: shown}, width) => {
				const {head, body} = tensionLines(tension, 0, width, shown);
				for (const line of [...head, ...body]) {
					expect(textWidth(plain(line))).toBeLessThanOrEqual(width);
				}
			}),
			{numRuns: 300},
		);
	});

	test('shows every record whole, where its lines are said to be, and marks no other cell', () => {
		fc.assert(
			fc.property(tensions, columns, ({tension, display: shown}, width) => {
				for (const [chosen, {record}] of tensionItems(tension).entries()) {
					const {body, items} = tensionLines(tension, chosen, width, shown);
					const {start, end} = items[chosen] ?? {start: -1, end: -1};
					expect(start).toBeGreaterThanOrEqual(0);
					expect(end).toBeLessThanOrEqual(body.length);
					const marked = body.map(line =>
						line
							.filter(({look}) => look === THEMES.terminal.selected)
							.map(({text}) => text)
							.join(''),
					);
					expect(marked.findIndex(text => text !== '')).toBe(start);
					expect(marked.findLastIndex(text => text !== '')).toBe(end - 1);
					expect(bare(marked.join(''))).toContain(`›${bare(titleById(shown.catalog, record))}`);
					expect(bare(marked.join(''))).toContain('¶');
				}
			}),
			{numRuns: 100},
		);
	});

	test('has all its accounts side by side exactly when each can have 28 columns', () => {
		fc.assert(
			fc.property(tensions, columns, ({tension, display: shown}, width) => {
				const count = tension.accounts.length;
				const [first = []] = tensionLines(tension, -1, width, shown).body;
				expect(plain(first).includes(`Account ${count}`)).toBe(
					width >= 28 * count + 3 * (count - 1),
				);
			}),
			{numRuns: 300},
		);
	});
});
