import {expect, test} from 'vitest';
import {openApp} from '../support/app.tsx';
import {aDossier, anActor, aQuote, aReference, aTown} from '../support/dossier.ts';

const WIDE = {columns: 160, rows: 40};

test('a dossier that holds nothing at all says so in every pane, and every key is safe', async () => {
	using app = await openApp(aDossier([aReference()], {places: []}), WIDE);
	for (const words of [
		'This dossier names no actors.',
		'This dossier names no places.',
		'This dossier holds no quotes.',
		'This dossier holds no events.',
		'Nothing is selected.',
	]) {
		expect(app.frame()).toContain(words);
	}

	app.press('f');
	await expect.poll(app.frame).toContain('No list of this dossier holds anything.');
	app.press('f', 'j', 'G', 'enter');
	await expect.poll(app.status).toContain('Nothing is selected.');
	app.press('e');
	app.press(
		'tab',
		'pagedown',
		'tab',
		'k',
		'z',
		'5',
		'j',
		'enter',
		'backspace',
		'/',
		'x',
		'enter',
		':',
	);
	await expect.poll(app.frame).toContain('Go to');
	expect(app.crashes).toEqual([]);
});

test('one actor and nothing else is shown with what is not stated', async () => {
	using app = await openApp(aDossier([anActor()]), WIDE);
	expect(app.selectedRow()).toContain('Vera Moss');
	expect(app.frame()).toMatch(/role +not stated/);
	expect(app.frame()).toContain('This dossier holds no quotes.');
});

test('a dossier without towns lists its places, and speaks of no front line', async () => {
	using app = await openApp(aDossier([anActor()]), WIDE);
	expect(app.frame()).toMatch(/2 Places[\s\S]*Place +What/);
	expect(app.frame()).toMatch(/Dunmore +city/);
	expect(app.frame()).not.toMatch(/Front line|Town |Elsewhere/);

	using small = await openApp(aDossier([anActor()]), {columns: 80, rows: 24});
	expect(small.frame()).toContain('2 Places 1');

	using spoken = await openApp(aDossier([anActor()]), {...WIDE, style: 'spoken'});
	spoken.press('2');
	await expect.poll(spoken.frame).toContain('Places, 1 in all.');
});

test('a town that the report says nothing about is not stated, not empty and not unheld', async () => {
	using app = await openApp(aDossier([aTown()]), WIDE);
	expect(app.selectedRow()).toMatch(/^Eastbay +not stated/);
	expect(app.frame()).toContain('control on 2 May: not stated');
});

test('a quote says of its verb, day, place and way that they are not stated', async () => {
	using app = await openApp(
		aDossier([anActor(), aQuote({speaker: 'actor:vera-moss', verb: undefined})]),
		{...WIDE, beginning: {pane: 'quotes'}},
	);
	for (const label of ['verb', 'day', 'where', 'how']) {
		expect(app.frame()).toMatch(new RegExp(`${label} +not stated`));
	}
});
