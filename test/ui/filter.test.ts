import {describe, expect, test} from 'vitest';
import {openApp} from '../support/app.tsx';
import {aDossier, anActor, aQuote, aTown} from '../support/dossier.ts';

const dossier = aDossier([
	anActor({id: 'actor:vera-moss'}),
	anActor({id: 'actor:tom-reed'}),
	anActor({id: 'actor:ida-moss', name: 'Ida Móss'}),
	aTown(),
	aQuote({speaker: 'actor:tom-reed'}),
]);

describe('/', () => {
	test('filters as it is typed, marks what matched and counts what is left', async () => {
		using app = await openApp(dossier);
		app.press('/');
		app.type('moss');
		await expect.poll(app.status).toMatch(/^ \/moss▏ +2 found/);
		expect(app.frame()).not.toContain('Tom Reed');
		expect(app.underlined()).toEqual(expect.arrayContaining(['Moss', 'Móss']));
		app.press('enter');
		await expect.poll(app.frame).toMatch(/1 Actors \/moss ━.* 1\/2 ┑/);
	});

	test('shows what a row was found by where the row does not show it', async () => {
		using app = await openApp(
			aDossier([
				anActor({id: 'actor:tom-reed', aliases: ['the ferryman']}),
				aTown({aliases: ['Old Quay']}),
				aQuote({speaker: 'actor:tom-reed', verb: 'conceded'}),
			]),
		);
		app.press('/');
		app.type('ferryman');
		await expect.poll(app.frame).toContain('Tom Reed (the ferryman)');
		expect(app.underlined()).toContain('ferryman');
		app.press('enter', '3', '/');
		app.type('conced');
		await expect.poll(app.frame).toContain('(conceded)');
		app.press('enter', '2', '/');
		app.type('quay');
		await expect.poll(app.frame).toContain('(Old Quay)');
	});

	test('that finds nothing says so in the pane, and how to get out', async () => {
		using app = await openApp(dossier);
		app.press('/');
		app.type('zebra');
		app.press('enter');
		await expect.poll(app.frame).toContain('Nothing matches /zebra; Esc clears it.');
		app.press('esc');
		await expect.poll(app.frame).toContain('Tom Reed');
	});

	test('that finds nothing promises nothing of Esc while the keys go to another pane', async () => {
		using app = await openApp(dossier, {columns: 160, rows: 40});
		app.press('/');
		app.type('zebra');
		app.press('enter', '3');
		await expect.poll(app.frame).toContain('Nothing matches /zebra. ');
		expect(app.frame()).not.toContain('Esc clears');
	});

	test('in the detail pane says so too', async () => {
		using app = await openApp(dossier);
		app.press('enter', '/');
		app.type('zebra');
		await expect.poll(app.status).toMatch(/0 found/);
		app.press('ctrl-u');
		app.type('role');
		await expect.poll(app.status).toMatch(/1 found/);
	});

	test('takes letters of any script, and shows them', async () => {
		using app = await openApp(dossier);
		app.press('/');
		app.type('東م😀');
		await expect.poll(app.status).toContain('/東م😀');
	});

	test('shows a sign for what a terminal would obey, however it came there', async () => {
		using app = await openApp(dossier);
		app.press('/');
		app.paste('a\u001B]52;c;aGFjaw==\u0007b\u202E');
		await expect.poll(app.status).toContain('/a␛]52;c;aGFjaw==␇b\u{FFFD}');
		expect(app.painted()).not.toContain('\u001B]');
	});
});

test('one packet with everything in it is read key by key', async () => {
	using app = await openApp(dossier);
	app.press('/', 'm', 'o', 's', 's', 'enter', 'j', 'enter');
	await expect.poll(app.frame).toMatch(/Ida Móss +│\n.*Person/);
});
