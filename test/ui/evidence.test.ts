import {describe, expect, test} from 'vitest';
import type {ArticleText} from '../../source/ui/display.ts';
import {type OpenApp, openApp} from '../support/app.tsx';
import {
	aClaim,
	aDossier,
	anActor,
	anArticle,
	anEvent,
	aQuote,
	aReference,
	aStep,
	aTension,
	aTown,
	at,
	held,
} from '../support/dossier.ts';

const VERA = 'actor:vera-moss';
const TOM = 'actor:tom-reed';

/** Nine paragraphs; the words stand in the fourth. */
const PARAGRAPHS = [
	'The harbour lay still.',
	'Nobody had slept.',
	'The ropes were gone.',
	'Vera Moss said 😀 “The tide does not ask.” She went home and closed the door behind her for good.',
	'Tom Reed saw it.',
	'So did the gulls.',
	'Then it rained.',
	'Then it rained more.',
	'Then it was over.',
];

const article: ArticleText = {source: 'source:report', paragraphs: PARAGRAPHS};

/** Where a text stands in a paragraph of the article. */
const rangeOf = (paragraph: number, text: string) => {
	const characters = Array.from(PARAGRAPHS[paragraph - 1] ?? '');
	const start = Array.from(PARAGRAPHS[paragraph - 1]?.split(text)[0] ?? '').length;
	return at(paragraph, start, Math.min(characters.length, start + Array.from(text).length));
};

const tide = aQuote({
	speaker: VERA,
	verb: 'said',
	verbClass: 'neutral',
	via: TOM,
	evidence: [rangeOf(4, 'The tide does not ask.')],
});

const dossier = aDossier([
	anActor({id: VERA, evidence: [rangeOf(4, 'Vera Moss')]}),
	anActor({id: TOM}),
	tide,
	anEvent({
		evidence: [rangeOf(7, 'Then it rained.'), rangeOf(9, 'over')],
		assertedBy: TOM,
		certainty: 'probable',
	}),
	aClaim({
		assertedBy: TOM,
		certainty: 'possible',
		polarity: 'denied',
		about: [VERA],
		evidence: [at(5)],
	}),
	aTown({
		control: [
			held('2020-05-01', 'contested', {basis: 'claimed', assertedBy: TOM, evidence: [at(6)]}),
		],
	}),
]);

/** What is in reverse video, the name of the focused pane in the header aside. */
const highlights = (app: OpenApp): readonly string[] =>
	app.reversed().filter(text => !/^ \d /.test(text));

const highlighted = (app: OpenApp): string => highlights(app).join(' ');

describe('without the article, e says of a record', () => {
	test('where it stands, in which source, in whose words and through whom, and how to read it', async () => {
		using app = await openApp(dossier, {beginning: {pane: 'quotes'}});
		app.press('e');
		await expect.poll(app.frame).toContain('Evidence');
		const frame = app.frame();
		expect(frame).toMatch(/Where +¶ 4 of 9, characters 19–40/);
		expect(frame).toMatch(/Source +An invented report · Eastbay, Sat 2 May 2020/);
		expect(frame).toMatch(/Says +Vera Moss, relayed by Tom Reed/);
		expect(frame).toMatch(/Verb +“said”/);
		expect(frame).toMatch(/Sure +as a quote, neutral/);
		expect(frame).toMatch(/Words +“The tide does not ask.”/);
		expect(frame).toContain('Start with --article FILE');
		app.press('esc');
		await expect.poll(app.frame).toContain('3 Quotes');
	});

	test('who says it and how sure they are', async () => {
		using app = await openApp(dossier, {beginning: {pane: 'timeline'}});
		app.press('e');
		await expect.poll(app.frame).toMatch(/Says +Tom Reed/);
		expect(app.frame()).toMatch(/Sure +as probable/);
	});

	test('that it is denied', async () => {
		using app = await openApp(dossier, {beginning: {record: 'claim:ropes'}});
		app.press('e');
		await expect.poll(app.frame).toMatch(/Sure +as possible, denied/);
	});

	test('of accounts that disagree, that they are several, and does not lay them to the report', async () => {
		const tension = aTension({
			accounts: [
				{text: 'Cut.', records: ['claim:ropes']},
				{text: 'Worn.', records: ['quote:tide']},
			],
		});
		const disputed = aDossier([
			anActor({id: VERA}),
			anActor({id: TOM}),
			tide,
			aClaim({assertedBy: TOM}),
			tension,
		]);
		using app = await openApp(disputed, {beginning: {record: tension.id}});
		app.press('e');
		await expect.poll(app.frame).toMatch(/Basis +accounts set side by side/);
		expect(app.frame()).not.toContain('the report');
	});

	test('of a step of the story, that its words are ours', async () => {
		const told = aDossier([anActor({id: VERA}), aStep({record: VERA})]);
		using app = await openApp(told);
		app.press('s', 'e');
		await expect.poll(app.frame).toMatch(/Words +ours, after what the report says here/);
		expect(app.frame()).not.toMatch(/Says +the report/);
	});

	test('its passages one by one', async () => {
		using app = await openApp(dossier, {beginning: {pane: 'timeline'}});
		app.press('e');
		await expect.poll(app.frame).toContain('passage 1 of 2');
		expect(app.frame()).toContain('¶ 7 of 9');
		app.press('n');
		await expect.poll(app.frame).toContain('passage 2 of 2');
		expect(app.frame()).toContain('¶ 9 of 9');
	});

	test('offers the next passage only where there is one', async () => {
		using several = await openApp(dossier, {beginning: {pane: 'timeline'}});
		several.press('e');
		await expect.poll(several.frame).toContain('n next passage');
		using one = await openApp(dossier, {beginning: {record: 'claim:ropes'}});
		one.press('e');
		await expect.poll(one.frame).toContain('who else cites it');
		expect(one.frame()).not.toContain('next passage');
	});
});

describe('in the detail pane, e says of the fact under the cursor', () => {
	test('who says it and how sure they are, not who the page is about', async () => {
		using app = await openApp(dossier, {rows: 40});
		app.press('enter', '/');
		app.type('ropes');
		app.press('enter', 'j', 'e');
		await expect.poll(app.frame).toContain('¶ 5 of 9');
		expect(app.frame()).toMatch(/Says +Tom Reed/);
		expect(app.frame()).toMatch(/Sure +as possible, denied/);
	});

	test('whose words a quote is, on the page of the one it is about', async () => {
		using app = await openApp(dossier, {rows: 40});
		app.press('enter', '/');
		app.type('tide');
		app.press('enter', 'j', 'e');
		await expect.poll(app.frame).toMatch(/Says +Vera Moss, relayed by Tom Reed/);
	});

	test('that what is inferred is our reading, and is not laid to the report', async () => {
		const town = aTown({control: [held('2020-05-01', 'government', {basis: 'inferred'})]});
		using app = await openApp(aDossier([town]), {rows: 40});
		app.press('e');
		await expect.poll(app.frame).toMatch(/Basis +inferred: our reading, not said outright/);
		expect(app.frame()).not.toMatch(/Says +the report/);
	});

	test('on whose word a town is held', async () => {
		using app = await openApp(dossier, {beginning: {pane: 'front'}, rows: 40});
		app.press('enter', '/');
		app.type('contested');
		app.press('enter', 'j', 'e');
		await expect.poll(app.frame).toContain('¶ 6 of 9');
		expect(app.frame()).toMatch(/Says +Tom Reed/);
	});
});

describe('with the article', () => {
	test('the words are highlighted in their paragraph, with the paragraphs round it', async () => {
		using app = await openApp(dossier, {article, beginning: {pane: 'quotes'}});
		app.press('e');
		await expect.poll(() => highlighted(app)).toBe('The tide does not ask.');
		const frame = app.frame();
		expect(frame).toMatch(/ 3 {3}The ropes were gone\./);
		expect(frame).toMatch(/ 4 › Vera Moss said 😀 “The tide does not ask\.” She went/);
		expect(frame).not.toContain('--article');
	});

	test('a range that is broken over lines is highlighted on each of them', async () => {
		using app = await openApp(dossier, {
			article,
			columns: 40,
			rows: 24,
			beginning: {pane: 'quotes'},
		});
		app.press('e');
		await expect.poll(() => highlights(app).length).toBeGreaterThan(1);
		expect(highlighted(app).replaceAll(/ +/g, ' ')).toContain('The tide does not ask.');
	});

	test('the range stays right where accents are written apart', async () => {
		const text =
			'Cafe\u0301 Zoe\u0308 — 東京 — le cafe\u0301 ferme\u0301 rouvre demain matin, dit Vera; cafe\u0301.';
		const evidence = [
			at(1, Array.from('Cafe\u0301 Zoe\u0308 — 東京 — le cafe\u0301 ferme\u0301 ').length, 0),
		];
		const [range] = evidence;
		const cited = range === undefined ? [] : [{...range, end: range.start + 'rouvre'.length}];
		using app = await openApp(
			aDossier([anActor(), aQuote({speaker: VERA, text: 'rouvre', evidence: cited})]),
			{
				article: {source: 'source:report', paragraphs: [text]},
				columns: 30,
				rows: 20,
				beginning: {pane: 'quotes'},
			},
		);
		app.press('e');
		await expect.poll(() => highlighted(app)).toBe('rouvre');
	});

	test('on a small screen it can be scrolled to the last paragraph and back', async () => {
		using app = await openApp(dossier, {
			article,
			columns: 40,
			rows: 12,
			beginning: {pane: 'quotes'},
		});
		app.press('e');
		await expect.poll(() => highlighted(app)).toContain('The tide');
		app.press('G');
		await expect.poll(app.frame).toContain('Then it was over.');
		app.press('g');
		await expect.poll(app.frame).toContain('The harbour lay still.');
	});

	test('in ASCII the highlighted words are the same', async () => {
		using app = await openApp(dossier, {article, charset: 'ascii', beginning: {pane: 'quotes'}});
		app.press('e');
		await expect.poll(() => highlighted(app)).toBe('The tide does not ask.');
	});

	test('of another source than the one at hand, the text is not shown', async () => {
		using app = await openApp(dossier, {
			article: {...article, source: 'source:other'},
			beginning: {pane: 'quotes'},
		});
		app.press('e');
		await expect.poll(app.frame).toContain('Start with --article FILE');
		expect(app.frame()).not.toContain('The harbour lay still.');
	});
});

test('where a dossier was drawn from two articles, lists and evidence say from which', async () => {
	const evening = {...at(2), source: 'source:evening-post' as const};
	using app = await openApp(
		aDossier([
			anArticle(),
			anArticle({id: 'source:evening-post', title: 'The evening edition'}),
			aReference(),
			aTown({
				id: 'place:dunmore',
				control: [held('2020-05-01', 'contested', {evidence: [evening]})],
			}),
			anEvent({evidence: [evening]}),
		]),
		{columns: 160, rows: 40},
	);
	expect(app.frame()).toMatch(/Dunmore +\(◨ contested\).*evening/);
	expect(app.frame()).toMatch(/Crane Falls.*evening/);
	app.press('4', 'e');
	await expect.poll(app.frame).toContain('The evening edition');
});
