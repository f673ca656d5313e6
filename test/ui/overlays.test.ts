import {describe, expect, test} from 'vitest';
import type {RecordId} from '../../source/dossier/schema.ts';
import {withKeys} from '../../source/state/key-names.ts';
import {KEYMAP} from '../../source/state/keymap.ts';
import {openApp} from '../support/app.tsx';
import {
	aClaim,
	aDossier,
	anActor,
	anArticle,
	aPlace,
	aReference,
	aTension,
	aTown,
} from '../support/dossier.ts';

const dossier = aDossier([
	anActor(),
	anActor({id: 'actor:tom-reed', aliases: ['the pilot']}),
	aTown(),
	aClaim(),
]);

describe('help', () => {
	test('shows every key with what it does', async () => {
		using app = await openApp(dossier, {columns: 140, rows: 60});
		app.press('?');
		await expect.poll(app.frame).toContain('Keys');
		for (const {label} of KEYMAP) {
			expect(app.frame()).toContain(withKeys(label, KEYMAP));
		}

		app.press('esc');
		await expect.poll(app.frame).toContain('1 Actors');
	});

	test('can be searched while typing, and what matched is marked', async () => {
		using app = await openApp(dossier, {columns: 90, rows: 40});
		app.press('f1');
		app.press('/');
		app.type('zoom');
		await expect.poll(app.frame).not.toContain('one down');
		expect(app.status()).toContain('/zoom');
		app.type('zzz');
		await expect.poll(app.frame).toContain('No key does that.');
		app.press('ctrl-u');
		app.type('screenful');
		await expect.poll(app.underlined).toContain('screenful');
		expect(app.frame()).toContain('half a screenful up');
	});

	test('longer than the screen says so, and scrolls to its end', async () => {
		using app = await openApp(dossier, {columns: 80, rows: 24});
		app.press('?');
		await expect.poll(() => app.lines().find(line => line.includes('Keys'))).toContain('↓');
		expect(app.frame()).not.toContain('in brackets, or small');
		app.press('G');
		await expect.poll(app.frame).toContain('in brackets, or small');
		expect(app.lines().find(line => line.includes('Keys'))).toContain('↑');
	});
});

describe('go to', () => {
	test('finds by fuzzy name, marks what matched, and opens with Enter', async () => {
		using app = await openApp(dossier);
		app.press(':');
		app.type('tmrd');
		await expect.poll(app.selectedRow).toMatch(/^Tom Reed +actor$/);
		expect(app.frame()).toContain(': tmrd');
		expect(app.underlined()).toEqual(['T', 'm', 'R', 'd']);
		app.press('enter');
		await expect.poll(app.frame).toMatch(/Tom Reed +│\n.*Person/);
	});

	test('finds by another name, and says which it is', async () => {
		using app = await openApp(dossier);
		app.press(':');
		app.type('the pilot');
		await expect.poll(app.selectedRow).toMatch(/^Tom Reed/);
	});

	test('counts what it found, and says when that is nothing', async () => {
		using app = await openApp(dossier);
		app.press(':');
		app.type('ropes');
		await expect.poll(app.frame).toMatch(/ 1\/\d+ ┑/);
		app.type('qqqqzzzz');
		await expect.poll(app.frame).toContain('Nothing goes by that name.');
		app.press('enter');
		await expect.poll(app.status).toContain('Nothing goes by that name.');
	});

	test('takes pasted text as one piece, whatever keys stand in it', async () => {
		using app = await openApp(dossier);
		app.press(':');
		app.paste('vera\r\nmoss');
		await expect.poll(app.selectedRow).toMatch(/^Vera Moss/);
		expect(app.frame()).toContain(': vera moss');
	});

	test('keeps the chosen one on the screen, however long the list is', async () => {
		const many = aDossier(Array.from({length: 90}, (_, at) => anActor({id: `actor:n${at}`})));
		using app = await openApp(many, {columns: 60, rows: 12});
		app.press(':', 'pagedown', 'pagedown', 'down');
		await expect.poll(app.selectedRow).toMatch(/^N\d\d +actor/);
	});
});

test('about names the sources, who reported from where, and what is not from the report', async () => {
	using app = await openApp(
		aDossier([
			aPlace(),
			aPlace({id: 'place:pier'}),
			aReference({title: 'An invented atlas', licence: 'CC BY 4.0'}),
			anArticle({
				dateline: {place: 'place:dunmore', day: '2020-05-02', yearFrom: 'source:atlas'},
				byline: [
					{
						name: 'Ada Quill',
						role: 'reported',
						from: ['place:dunmore', 'place:pier'],
						evidence: [],
					},
					{name: 'Bo Ink', role: 'contributed', from: ['place:pier'], evidence: []},
				],
			}),
		]),
		{columns: 110, rows: 40},
	);
	app.press('i');
	await expect.poll(app.frame).toContain('Ada Quill reported from Dunmore and Pier');
	expect(app.frame()).toContain('Bo Ink contributed reporting from Pier');
	expect(app.frame()).toContain('the year is from elsewhere: An invented atlas');
	expect(app.frame()).toContain('An invented atlas (a gazetteer, not the report)');
	expect(app.frame()).toContain('Publisher: not stated');
	expect(app.frame()).toContain('0'.repeat(64));
});

describe('where the screen has no room for frames', () => {
	test('what lies open says in its first line which of how many it is, and where more lies', async () => {
		const many = aDossier(Array.from({length: 90}, (_, at) => anActor({id: `actor:n${at}`})));
		using app = await openApp(many, {columns: 40, rows: 12});
		app.press(':');
		await expect.poll(app.frame).toMatch(/^ {2}Go to +1\/\d+ ↓ *$/m);
		app.press('down', 'down', 'pagedown', 'pagedown');
		await expect.poll(app.frame).toMatch(/^ {2}Go to +\d\d\/\d+ ↑↓ *$/m);
	});

	test('of a title that is too long the end is cut, not the count', async () => {
		using app = await openApp(quarrel, {columns: 40, rows: 12});
		app.press('x');
		await expect.poll(app.frame).toMatch(/^ {2}What is said of the mast .*… 1\/1 ↓ *$/m);
	});
});

/** A title as long as a line, and accounts of more records than a screen holds. */
const quarrel = aDossier([
	anActor(),
	anActor({id: 'actor:tom-reed'}),
	...Array.from({length: 12}, (_, at) =>
		aClaim({
			id: `claim:n${at}`,
			text: `Word ${at} of it.`,
			assertedBy: at < 8 ? 'actor:vera-moss' : 'actor:tom-reed',
		}),
	),
	aTension({
		title: 'What is said of the mast that fell in spring',
		accounts: [
			{
				text: 'It was cut.',
				records: Array.from({length: 8}, (_, at): RecordId => `claim:n${at}`),
			},
			{
				text: 'It was old.',
				records: Array.from({length: 4}, (_, at): RecordId => `claim:n${at + 8}`),
			},
		],
	}),
]);

describe('the accounts of a tension that are longer than the screen', () => {
	test.each([
		['side by side', 110, 26, /Account 1 · Vera Moss .*│ Account 2 · Tom Reed/],
		['under one another', 40, 12, /Account 1 · Vera Moss/],
	])('%s: whose they are stays above their records', async (_, columns, rows, heading) => {
		using app = await openApp(quarrel, {columns, rows});
		app.press('x', 'G', 'k', 'k', 'k', 'k');
		await expect.poll(app.frame).toMatch(/› Word 7 of it\./);
		expect(app.frame()).not.toContain('Word 0 of it.');
		const [above = '', under = ''] = app.frame().split('› Word 7');
		expect(above).toMatch(heading);
		expect(under).toContain('claim · Vera Moss');
	});

	test('under one another the next account brings its own', async () => {
		using app = await openApp(quarrel, {columns: 40, rows: 12});
		app.press('x', 'G', 'k', 'k', 'k');
		await expect.poll(app.frame).toMatch(/Account 2 · Tom Reed\s+It was old\.\s+› Word 8/);
		expect(app.frame()).not.toContain('Account 1');
	});

	test('under two others an account comes into sight with its first record, however long those are', async () => {
		const {tensions, claims} = quarrel;
		const records = (from: number, to: number): RecordId[] =>
			claims.slice(from, to).map(({id}) => id);
		const three = {
			...quarrel,
			tensions: tensions.map(held => ({
				...held,
				accounts: [
					{text: 'It was cut.', records: records(0, 9)},
					{text: 'It was old.', records: records(9, 10)},
					{text: 'It never fell.', records: records(10, 12)},
				],
			})),
		};
		using app = await openApp(three, {columns: 80, rows: 24});
		app.press('x', 'G', 'k', 'k', 'j');
		await expect
			.poll(app.frame)
			.toMatch(/Account 3 · Tom Reed.*It never fell\..*› Word 10 of it\./s);
	});

	test('a record longer than the screen is read to its end, nothing of it under the heading', async () => {
		const words = Array.from({length: 90}, (_, at) => `w${String(at).padStart(2, '0')}`);
		const long = {
			...quarrel,
			claims: quarrel.claims.map((claim, at) =>
				at === 9 ? {...claim, text: words.join(' ')} : claim,
			),
		};
		using app = await openApp(long, {columns: 40, rows: 12});
		const seen = new Set<string>();
		let isBegun = false;
		app.press('x', 'G', ...Array.from({length: 4}, () => 'k' as const));
		await expect.poll(app.frame).toContain('› Word 8');
		while (!app.frame().includes('› Word 10')) {
			const before = app.frame();
			app.press('j');
			await expect.poll(app.frame).not.toBe(before);
			isBegun ||= app.frame().includes('› w00');
			for (const word of app.frame().match(/\bw\d\d\b/g) ?? []) {
				seen.add(word);
			}
		}

		expect([...seen].toSorted()).toEqual(words);
		expect(isBegun).toBe(true);
	});
});
