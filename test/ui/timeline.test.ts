import {describe, expect, test} from 'vitest';
import {type OpenApp, openApp} from '../support/app.tsx';
import {aDossier, anActor, anEvent, LAST_DAY, onSide} from '../support/dossier.ts';
import {feud} from '../support/feud.ts';

/** The rows of the timeline's pane over the names of its columns. */
const line = (app: OpenApp): readonly string[] => {
	const lines = app.lines();
	const top = lines.findIndex(row => row.includes('4 Timeline') && /[╭┍]/.test(row));
	const names = lines.findIndex((row, at) => at > top && /When +What/.test(row));
	return lines.slice(top + 1, names);
};

const pointer = (app: OpenApp): number => line(app)[0]?.indexOf('▾') ?? -1;

describe('the line of time', () => {
	test('stands over the list of events, with the dates of both ends', async () => {
		using app = await openApp(feud, {columns: 120, rows: 40});
		expect(line(app)).toHaveLength(3);
		expect(line(app)[0]).toContain('1969');
		expect(line(app)[0]).toContain('[2 May]');
		expect(line(app)[1]).toMatch(/○┄+(?:\/\/)?51 y(?:\/\/)?┄+○┄+29 d┄+●─+2/);
	});

	test('has the cursor of the list', async () => {
		using app = await openApp(feud, {columns: 120, rows: 40});
		app.press('4', 'g');
		await expect.poll(app.selectedRow).toContain('Charter');
		const charter = pointer(app);
		expect(app.reversed()).toContain('○');
		app.press('j');
		await expect.poll(app.selectedRow).toContain('Siege');
		const siege = pointer(app);
		app.press('j');
		await expect.poll(app.selectedRow).toContain('March');
		expect(app.reversed()).toContain('●');
		expect([charter, siege, pointer(app)]).toEqual(
			[charter, siege, pointer(app)].toSorted((a, b) => a - b),
		);
		expect(new Set([charter, siege, pointer(app)]).size).toBe(3);
	});

	test('marks the events that have to do with what is selected elsewhere', async () => {
		using app = await openApp(feud, {columns: 120, rows: 40});
		app.press('G');
		await expect.poll(app.selectedRow).toContain('Zoë');
		expect(line(app)[0]).not.toContain('•');
		app.press('2', 'g');
		await expect.poll(app.selectedRow).toContain('Westbay');
		const march = line(app)[1]?.indexOf('●') ?? -1;
		app.press('4', 'g', '2');
		await expect.poll(app.selectedRow).toContain('Westbay');
		expect(line(app)[0]?.indexOf('•')).toBe(march);
	});

	test('holds the events that the filter leaves, and no others', async () => {
		using app = await openApp(feud, {columns: 120, rows: 40});
		app.press('4', '/');
		app.type('!charter');
		await expect.poll(() => line(app).join('\n')).not.toContain('1969');
		expect(line(app)[1]).toMatch(/29 d/);
		expect(line(app)[1]).not.toMatch(/51 y/);
		app.press('esc');
		await expect.poll(() => line(app).join('\n')).toContain('1969');
	});

	test('holds the events that the facets leave', async () => {
		using app = await openApp(feud, {columns: 120, rows: 40});
		app.press('f', 'enter', 'f');
		await expect.poll(() => line(app)[0]).toMatch(/2 Apr .*1 May/);
		expect(line(app)[0]).not.toContain('1969');
	});

	test('holds others on a day on which the facets leave as many, but others', async () => {
		const turned = (id: `actor:${string}`, first: 'government' | 'opposition') =>
			anActor({
				id,
				sides: [
					onSide(first, {until: '2020-05-01'}),
					onSide(first === 'government' ? 'opposition' : 'government', {from: LAST_DAY}),
				],
			});
		const by = (id: `event:${string}`, when: string, actor: `actor:${string}`) =>
			anEvent({id, when, precision: 'year', participants: [actor]});
		using app = await openApp(
			aDossier([
				turned('actor:one', 'government'),
				turned('actor:two', 'opposition'),
				by('event:first', '1969', 'actor:one'),
				by('event:second', '1988', 'actor:two'),
				anEvent(),
			]),
			{columns: 120, rows: 40},
		);
		app.press('f', 'enter', 'f');
		await expect.poll(() => line(app)[0]).toContain('1988');
		expect(line(app)[0]).not.toContain('1969');
		app.press('[');
		await expect.poll(() => line(app)[0]).toContain('1969');
		expect(line(app)[0]).not.toContain('1988');
	});

	test('has the as-of day in brackets, whichever it is', async () => {
		using app = await openApp(feud, {columns: 120, rows: 40});
		app.press('[');
		await expect.poll(() => line(app)[0]).toContain('[1 May');
		expect(line(app)[0]).not.toContain('[2 May');
	});

	test.each([
		[160, 48, 4],
		[120, 40, 3],
		[120, 32, 3],
		[110, 26, 2],
	])('at %i×%i takes no more rows than the list has', async (columns, rows, most) => {
		using app = await openApp(feud, {columns, rows});
		const pane = app
			.lines()
			.slice(app.lines().findIndex(row => row.includes('4 Timeline')) + 1, -2);
		expect(line(app).length).toBeGreaterThanOrEqual(2);
		expect(line(app).length).toBeLessThanOrEqual(most);
		expect(line(app).length * 2).toBeLessThanOrEqual(pane.length);
		expect(pane.at(-1)).toMatch(/2020/);
	});

	test('gives way to the list where there is room for one of them only', async () => {
		using app = await openApp(feud, {columns: 40, rows: 9});
		app.press('4');
		await expect.poll(app.frame).toMatch(/○┄+/);
		app.resize(40, 6);
		await expect.poll(() => app.lines().length).toBe(6);
		app.press('f', 'enter', 'f');
		await expect.poll(app.frame).toContain('only [');
		expect(app.frame()).not.toMatch(/○┄+/);
		expect(app.selectedRow()).not.toBe('');
	});

	test('of no events is none', async () => {
		using app = await openApp(aDossier([anActor()]), {columns: 120, rows: 40});
		app.press('4');
		await expect.poll(app.frame).toContain('This dossier holds no events.');
		expect(app.frame()).not.toMatch(/[○●▾]/);
	});

	test('counts events that fall into one column', async () => {
		using app = await openApp(
			aDossier([
				anActor(),
				anEvent({id: 'event:first', when: '2020-05-01'}),
				anEvent(),
				anEvent({id: 'event:other'}),
				anEvent({id: 'event:third'}),
			]),
			{columns: 120, rows: 40},
		);
		expect(line(app)[1]).toMatch(/●─+3/);
	});
});
