import {describe, expect, test} from 'vitest';
import {openApp} from '../support/app.tsx';
import {aClaim, aDossier, anActor, anEvent, aQuote, aRelation, aTown} from '../support/dossier.ts';

const VERA = 'actor:vera-moss';
const TOM = 'actor:tom-reed';

const dossier = aDossier([
	anActor({id: VERA, role: 'Harbour master'}),
	anActor({id: TOM, summary: 'He flies the mail.'}),
	anActor({id: 'actor:ida-finch'}),
	aTown({id: 'place:eastbay'}),
	aTown({id: 'place:westbay'}),
	aQuote({speaker: TOM, text: 'Not today.', about: [VERA]}),
	aQuote({id: 'quote:other', speaker: 'actor:ida-finch', text: 'Perhaps.'}),
	anEvent({participants: [TOM], places: ['place:westbay']}),
	anEvent({id: 'event:launch'}),
	aRelation({from: VERA, to: TOM}),
]);

const WIDE = {columns: 160, rows: 40};

describe('what is selected', () => {
	test('is marked, and its name reversed; the rest of its row keeps its colours', async () => {
		using app = await openApp(dossier, WIDE);
		const [row = ''] = app.reversed();
		expect(row).toBe('› Vera Moss');
		expect(app.selectedRow()).toMatch(/^Vera Moss {2,}civilian/);
	});

	test('is the same for all panes: the detail follows it', async () => {
		using app = await openApp(dossier, WIDE);
		expect(app.frame()).toContain('Harbour master');
		app.press('j');
		await expect.poll(app.frame).toContain('He flies the mail.');
		app.press('3');
		await expect.poll(app.selectedRow).toContain('“Not today.”');
		expect(app.frame()).toMatch(/speaker +» Tom Reed/);
	});

	test('marks what has to do with it in every other pane', async () => {
		using app = await openApp(dossier, WIDE);
		app.press('j');
		await expect.poll(app.selectedRow).toContain('Tom Reed');
		const frame = app.frame();
		for (const related of [
			'• Vera Moss',
			'• “Not today.”',
			'• Westbay',
			/• 2 May 2020 +Crane Falls/,
		]) {
			expect(frame).toMatch(related);
		}

		expect(frame).not.toMatch(/• (?:Ida Finch|“Perhaps.”|Eastbay)|• \S+ \S+ \S+ +Launch/);
	});

	test('is said to be filtered out of its list where that does not show it, as long as it does not', async () => {
		using app = await openApp(dossier, WIDE);
		app.press('/');
		app.type('vera');
		app.press('enter', ':');
		app.type('tom reed');
		app.press('enter');
		await expect.poll(app.frame).toContain('5 Detail · filtered out of Actors ━');
		app.press(':');
		app.type('not today');
		app.press('enter');
		await expect.poll(app.frame).toMatch(/5 Detail ━/u);
		expect(app.frame()).not.toContain('filtered out');
		app.press('backspace');
		await expect.poll(app.frame).toContain('filtered out of Actors');
		app.press('esc');
		await expect.poll(app.frame).not.toContain('filtered out');
	});

	test('is heard to be filtered out of its list', async () => {
		using app = await openApp(dossier, {...WIDE, style: 'spoken'});
		app.press('/');
		app.type('vera');
		app.press('enter', ':');
		app.type('tom reed');
		app.press('enter');
		await expect.poll(app.frame).toContain('\nThis is filtered out of Actors.\n');
		expect(app.frame().match(/filtered out/g)).toHaveLength(1);
	});

	test('is counted, with how many rows there are', async () => {
		using app = await openApp(dossier, WIDE);
		app.press('j');
		await expect.poll(app.frame).toMatch(/1 Actors ━+ .*2\/3 ┑/);
	});
});

describe('without colour', () => {
	test('the focused pane has a heavier frame than the others', async () => {
		using app = await openApp(dossier, WIDE);
		expect(app.frame()).toMatch(/┍ 1 Actors ━.*╭ 2 Front line ─/);
		app.press('tab');
		await expect.poll(app.frame).toMatch(/╭ 1 Actors ─.*┍ 2 Front line ━/);
	});

	test('who holds a town is told by a sign and a word', async () => {
		using app = await openApp(
			aDossier(
				(['government', 'opposition', 'contested', 'abandoned', 'unknown'] as const).map(state =>
					aTown({
						id: `place:${state}`,
						name: 'Town',
						control: [{day: '2020-05-01', state, basis: 'reported', evidence: []}],
					}),
				),
			),
		);
		const signs = ['■ government', '□ opposition', '◨ contested', '· abandoned', '? unknown'];
		for (const sign of signs) {
			expect(app.frame()).toContain(sign);
		}
	});

	test('a change of side is told by a sign and a word', async () => {
		using app = await openApp(
			aDossier([
				anActor({
					sides: [
						{side: 'government', until: '2020-05-01', basis: 'reported', evidence: []},
						{side: 'none', from: '2020-05-02', basis: 'reported', evidence: []},
					],
				}),
			]),
		);
		expect(app.selectedRow()).toMatch(/^Vera Moss +⇢ left government/);
	});

	test('a side that is told anew is no change of side', async () => {
		using app = await openApp(
			aDossier([
				anActor({
					sides: [
						{side: 'government', until: '2020-05-01', basis: 'reported', evidence: []},
						{side: 'government', from: '2020-05-02', basis: 'inferred', evidence: []},
					],
				}),
			]),
		);
		expect(app.selectedRow()).toMatch(/^Vera Moss +government/);
	});
});

describe('Enter and Backspace', () => {
	test('lead through links to any depth, and back to where the reader was', async () => {
		const chain = Array.from({length: 7}, (_, at) =>
			aClaim({
				id: `claim:n${at}`,
				text: `Statement number ${at}.`,
				assertedBy: VERA,
				about: [at === 6 ? VERA : `claim:n${at + 1}`],
			}),
		);
		using app = await openApp(aDossier([anActor({id: VERA}), ...chain]), {columns: 80, rows: 40});
		app.press('enter', '/');
		app.type('number 0');
		app.press('enter', 'j');
		await expect.poll(app.selectedRow).toContain('Statement number 0.');
		for (let depth = 1; depth <= 6; depth++) {
			app.press('enter', '/');
			app.type(`about number ${depth}`);
			app.press('enter', 'j');
			await expect.poll(app.selectedRow).toContain(`Statement number ${depth}.`);
		}

		for (let depth = 5; depth >= 0; depth--) {
			app.press('backspace');
			await expect.poll(app.selectedRow).toContain(`Statement number ${depth}.`);
		}

		app.press('backspace');
		await expect.poll(app.selectedRow).toContain('Vera Moss');
		app.press('backspace');
		await expect.poll(app.status).toContain('This is where you began.');
	});

	test('a tie, a claim and the rest, which have no list, open all the same', async () => {
		using app = await openApp(dossier, WIDE);
		app.press(':');
		app.type('cousin');
		app.press('enter');
		await expect.poll(app.selectedRow).toContain('Vera Moss is a cousin of Tom Reed');
		expect(app.frame()).toContain('Tie between two actors');
	});
});

test('--pane and --select together show both: the pane and the record', async () => {
	using app = await openApp(dossier, {
		columns: 80,
		rows: 24,
		beginning: {pane: 'quotes', record: 'place:westbay'},
	});
	expect(app.frame()).toContain('3 Quotes');
	expect(app.frame()).toContain('“Not today.”');
	expect(app.frame()).toMatch(/Westbay[\s\S]*Town · control on 2 May: not stated/);
});
