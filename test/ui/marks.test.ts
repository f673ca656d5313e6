import {describe, expect, test} from 'vitest';
import {openApp} from '../support/app.tsx';
import {aDossier, anActor, aQuote, at} from '../support/dossier.ts';
import {feud} from '../support/feud.ts';

const MARKS = [
	{record: 'actor:tom-reed', note: 'flies the mail'},
	{record: 'quote:tide', note: ''},
] as const;

describe('a mark', () => {
	test('has a sign in the row of its record, in whichever pane that stands', async () => {
		using app = await openApp(feud, {columns: 160, rows: 48, beginning: {marks: MARKS}});
		expect(app.frame()).toMatch(/•◆Tom Reed /);
		expect(app.frame()).toMatch(/[›•]◆“The tide does not ask\.”/);
		expect(app.frame()).not.toMatch(/◆(?:Vera Moss|“Nobody)/);
		app.press('j');
		await expect.poll(app.frame).toContain('›◆Tom Reed');
	});

	test('moves nothing in the rows when it is made', async () => {
		using app = await openApp(feud, {columns: 100, rows: 30});
		const columnOf = (): number | undefined =>
			app
				.lines()
				.find(line => line.includes('Vera Moss'))
				?.indexOf('Vera Moss');
		const before = columnOf();
		app.press('m', 'enter');
		await expect.poll(app.frame).toContain('›◆Vera Moss');
		expect(columnOf()).toBe(before);
	});

	test('shows its note with the record, and without one that it is marked', async () => {
		using app = await openApp(feud, {columns: 160, rows: 48, beginning: {marks: MARKS}});
		app.press('j');
		await expect.poll(app.frame).toContain('◆ flies the mail');
		app.press('3');
		await expect.poll(app.frame).toContain('◆ marked');
	});

	test('is asked for its note in the last row, and then said to be made', async () => {
		using app = await openApp(feud, {columns: 80, rows: 24});
		app.press('m');
		await expect.poll(app.status).toMatch(/^ note: ▏ .*mark.*close/);
		app.type('ask her');
		await expect.poll(app.status).toMatch(/^ note: ask her▏/);
		app.press('enter');
		await expect.poll(app.status).toContain('Marked: Vera Moss');
		expect(app.frame()).toContain('◆ ask her');
		expect(app.effects).toEqual([
			{
				type: 'keep-mark',
				record: 'actor:vera-moss',
				mark: {record: 'actor:vera-moss', note: 'ask her'},
			},
		]);
	});

	test('is gone from the row with M', async () => {
		using app = await openApp(feud, {columns: 80, rows: 24, beginning: {marks: MARKS}});
		app.press('j', 'M');
		await expect.poll(app.status).toContain('No longer marked: Tom Reed');
		expect(app.frame()).not.toContain('◆');
	});

	test('has a sign in ASCII as well', async () => {
		using app = await openApp(feud, {
			columns: 80,
			rows: 24,
			charset: 'ascii',
			beginning: {marks: MARKS},
		});
		expect(app.frame()).toContain('*!Tom Reed');
	});
});

describe('the list of marks', () => {
	test('says what each is, where it stands, and its note under it', async () => {
		using app = await openApp(feud, {columns: 80, rows: 24, beginning: {marks: MARKS}});
		app.press("'");
		await expect.poll(app.frame).toMatch(/┍ Your marks ━+ 1\/2 ┑/);
		expect(app.frame()).toMatch(/› actor +Tom Reed {2}¶ 1 +│\n│ +flies the mail +│/);
		expect(app.frame()).toMatch(/│ {2}quote +“The tide does not ask\.” {2}¶ 3/);
	});

	test('keeps a mark on what the dossier no longer holds, and says so', async () => {
		using app = await openApp(feud, {
			columns: 80,
			rows: 24,
			beginning: {marks: [{record: 'actor:gone', note: 'who was it'}]},
		});
		app.press("'");
		await expect.poll(app.frame).toContain('actor:gone (no longer in this dossier)');
		expect(app.frame()).toContain('who was it');
	});

	test('cuts a long title and not where it stands, and leaves a note room on a narrow screen', async () => {
		using app = await openApp(
			aDossier([
				anActor(),
				aQuote({
					speaker: 'actor:vera-moss',
					text: 'The tide does not ask whose boat it takes, nor when.',
					evidence: [at(3)],
				}),
			]),
			{
				columns: 40,
				rows: 12,
				beginning: {marks: [{record: 'quote:tide', note: 'who asked, and of whom'}]},
			},
		);
		app.press("'");
		await expect.poll(app.frame).toMatch(/› quote {2}“The tide does not ask.*… {2}¶ 3/);
		app.resize(20, 6);
		await expect.poll(app.frame).toContain('who asked, and');
	});

	test('wraps a long note into the screen', async () => {
		const note = 'a very long note about the harbour and the tide '.repeat(4).trim();
		using app = await openApp(feud, {
			columns: 60,
			rows: 20,
			beginning: {marks: [{record: 'actor:tom-reed', note}]},
		});
		app.press("'");
		await expect.poll(() => app.frame().replaceAll(/\s+/g, ' ')).toContain(note);
	});
});

test('a note longer than the row shows its end, where it is being written', async () => {
	using app = await openApp(feud, {columns: 40, rows: 12});
	app.press('m');
	app.type('a note that is much longer than the screen is wide');
	await expect.poll(app.status).toMatch(/note: ….*the screen is wide▏/);
});
