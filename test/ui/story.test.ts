import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {spansWidth} from '../../source/ui/line.tsx';
import {storyLines} from '../../source/ui/story-lines.ts';
import {anyText} from '../support/any-text.ts';
import {openApp} from '../support/app.tsx';
import {aDisplay} from '../support/display.ts';
import {aDossier, aStep} from '../support/dossier.ts';
import {feud} from '../support/feud.ts';

describe('the story', () => {
	test('stands under the panes, with where in it the reader is and where that step stands', async () => {
		using app = await openApp(feud, {columns: 100, rows: 30});
		app.press('s');
		await expect
			.poll(() => app.lines().slice(-3))
			.toEqual([
				expect.stringMatching(/^─ Story 1\/3 ─+ Fri 1 May 2020 · ¶ 8 ─$/),
				expect.stringMatching(/^ {2}It begins at the harbour\. *$/),
				expect.stringMatching(/next.*back/),
			]);
		expect(app.lines().at(-3)).toHaveLength(100);
		expect(app.lines().at(-4)).toMatch(/^[╰╰][━─]+[╯╯]$/);
	});

	test('shows the record of each step on its day, and the front as it stood', async () => {
		using app = await openApp(feud, {columns: 120, rows: 40});
		app.press('s');
		await expect.poll(app.frame).toMatch(/Eastbay +│\n.*Town · on 1 May/);
		expect(app.lines()[0]).toContain('Fri 1 May 2020');
		expect(app.frame()).toMatch(/■G━+→━+■G/);
		app.press('enter');
		await expect.poll(app.frame).toMatch(/Crane Falls +│\n.*Event · /);
		expect(app.lines()[0]).toContain('Sat 2 May 2020');
		expect(app.frame()).toMatch(/■[Gg]┄+◨C/);
		expect(app.frame()).toContain('Story 2/3');
	});

	test('gives its rows back to the panes when it is left', async () => {
		using app = await openApp(feud, {columns: 100, rows: 30});
		app.press('s');
		await expect.poll(app.frame).toContain('Story 1/3');
		app.press('esc');
		await expect.poll(app.status).toContain('The story waits here; s goes on with it.');
		expect(app.frame()).not.toContain('Story 1/3');
		expect(app.lines().at(-2)).toMatch(/^[╰╰][━─]+[╯╯]$/);
	});

	test('stays under what is opened over the panes', async () => {
		using app = await openApp(feud, {columns: 100, rows: 30});
		app.press('s', 'x');
		await expect.poll(app.frame).toContain(' · accounts that disagree');
		expect(app.frame()).toContain('Story 1/3');
		expect(app.lines().at(-4)).toMatch(/^[╰╰][━─]+[╯╯]$/);
	});

	test('leaves the day out of its rule where it is narrow, and not a word of the text', async () => {
		using app = await openApp(feud, {columns: 40, rows: 14});
		app.press('s', 'n');
		await expect.poll(app.frame).toMatch(/^─ Story 2\/3 ─+$/m);
		expect(app.frame().replaceAll(/\s+/g, ' ')).toContain(
			'between the harbour and the town, which nobody had believed in anyway.',
		);
	});

	test('is read to its last word where the screen is too small for all of it', async () => {
		using app = await openApp(feud, {columns: 30, rows: 8});
		app.press('s', 'n');
		await expect.poll(app.frame).toMatch(/^─ Story 2\/3 ↓ ─+$/m);
		const seen: string[] = [];
		const read = (): void => {
			const top = app.lines().findIndex(line => line.includes('Story 2/3'));
			seen.push(...app.lines().slice(top + 1, -1));
		};
		read();
		app.press('n');
		await expect.poll(app.frame).toContain('Story 2/3 ↑');
		read();
		expect([...new Set(seen)].join(' ').replaceAll(/\s+/g, ' ').trim()).toBe(feud.story[1]?.text);
		app.press('N');
		await expect.poll(app.frame).toContain('Story 2/3 ↓');
	});

	test('keeps no more than its rule where what is opened over it would have no room', async () => {
		using app = await openApp(feud, {columns: 40, rows: 12});
		app.press('s', 'n');
		await expect.poll(app.frame).toContain('which nobody');
		app.press('x');
		await expect.poll(app.frame).toContain('accounts th');
		expect(app.lines().at(-2)).toMatch(/^─ Story 2\/3 ─+$/);
		app.press('esc');
		await expect.poll(app.frame).toContain('which nobody');
	});

	test('is whole on a screen that has become large enough, however far it was read', () => {
		const text = 'Nobody in Dunmore had ever seen a crane go down with the tide.';
		const dossier = aDossier([aStep({record: 'place:dunmore', text})]);
		const {lines} = storyLines(
			{story: {step: 0, isOpen: true, into: 3}, size: {columns: 30, rows: 24}},
			20,
			[],
			aDisplay(dossier),
		);
		const said = lines.slice(1).map(spans =>
			spans
				.map(span => span.text)
				.join('')
				.trim(),
		);
		expect(said.join(' ')).toBe(text);
		expect(lines[0]?.map(span => span.text).join('')).not.toMatch(/[↑↓]/);
	});

	test('takes no more rows and no more columns than it may, whatever its text', () => {
		fc.assert(
			fc.property(
				anyText({minLength: 1, maxLength: 300}),
				fc.integer({min: 20, max: 200}),
				fc.integer({min: 0, max: 30}),
				fc.array(
					anyText({maxLength: 250}).map(strip => [{text: strip}]),
					{maxLength: 3},
				),
				fc.constantFrom('unicode' as const, 'ascii' as const),
				fc.nat(20),
				(text, columns, rows, front, charset, into) => {
					const dossier = aDossier([aStep({record: 'place:dunmore', text})]);
					const {lines, text: shown} = storyLines(
						{story: {step: 0, isOpen: true, into}, size: {columns, rows: 24}},
						rows,
						front,
						aDisplay(dossier, {charset}),
					);
					expect(lines.length).toBeLessThanOrEqual(rows);
					expect(shown.rows).toBeLessThanOrEqual(Math.min(shown.lineCount, Math.max(0, rows - 1)));
					for (const line of lines) {
						expect(spansWidth(line)).toBe(columns);
					}
				},
			),
			{numRuns: 300},
		);
	});
});
