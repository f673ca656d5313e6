import {describe, expect, test} from 'vitest';
import {catalogOf} from '../../source/dossier/catalog.ts';
import {titleById} from '../../source/dossier/title.ts';
import {
	builtIn,
	detailTitle,
	focusedPane,
	openDashboard,
	pressAndSee,
	SIZES,
	selectedRow,
	statusLine,
	wordsOn,
} from './support/dashboard.ts';

const {story} = builtIn;
const catalog = catalogOf(builtIn);

/** Of the header in the first row. */
const dayIn = (header: string | undefined): string => /\d+ Mar/.exec(header ?? '')?.[0] ?? '';

const dayOf = (day: string): string => `${Number(day.slice(-2))} Mar`;

describe.each(SIZES)('the story on %i×%i', (columns, rows) => {
	test('each step is there to the last word, with its record, on its day', async () => {
		await using terminal = await openDashboard({columns, rows});
		terminal.press('s');
		for (const [at, {text, record, day}] of story.entries()) {
			await terminal.waitFor(`Story ${at + 1}/${story.length}`);
			expect(wordsOn(terminal)).toContain(text);
			expect(detailTitle(terminal)).not.toBe('');
			expect(titleById(catalog, record).startsWith(detailTitle(terminal))).toBe(true);
			expect(dayIn(terminal.rows()[0])).toBe(dayOf(day));
			terminal.press('n');
		}

		await terminal.waitFor(() => statusLine(terminal).startsWith('That was the last step'));
		terminal.press('g');
		await terminal.waitFor(`Story 1/${story.length}`);
		terminal.press('N');
		await terminal.waitFor('The story begins here.');
	});

	test('Esc leaves it, and s goes on with the same step', async () => {
		await using terminal = await openDashboard({columns, rows});
		terminal.press('s', 'space', 'enter', 'right', 'left');
		await terminal.waitFor(`Story 3/${story.length}`);
		terminal.press('esc');
		await terminal.waitForAbsence('Story 3');
		terminal.press('s');
		await terminal.waitFor(`Story 3/${story.length}`);
	});
});

test('after the story Backspace leads back to what was read before it', async () => {
	await using terminal = await openDashboard();
	terminal.press('3', 'j', 'j');
	await terminal.waitFor(() => selectedRow(terminal).includes('of his own free will'));
	const before = selectedRow(terminal);
	terminal.press('s', 'n', 'n', 'n', 'n', 'n');
	await terminal.waitFor('Story 6/');
	expect(detailTitle(terminal)).toBe('Koussa flies to Farnborough');
	terminal.press('esc');
	await terminal.waitForAbsence('Story 6/');
	terminal.press('backspace');
	await terminal.waitFor(() => focusedPane(terminal) === '3 Quotes');
	expect(selectedRow(terminal)).toBe(before);
	expect(wordsOn(terminal)).toMatch(/5 Detail .*“of his own free will\.”.*Quote · William Hague/u);
});

test('a step shows its evidence, its tension and its place on the map, and goes on after that', async () => {
	await using terminal = await openDashboard();
	terminal.press('s', 'n', 'n', 'n', 'n', 'n', 'n');
	await terminal.waitFor('Story 7/');
	for (const [key, wanted] of [
		['e', 'Evidence'],
		['x', 'What Koussa’s departure means · accounts that disagree'],
		['w', 'Map · as of Thu 31 Mar 2011'],
		['?', 'Keys'],
	] as const) {
		terminal.press(key);
		await terminal.waitFor(wanted);
		await pressAndSee(terminal, 'q');
		expect(terminal.text()).toContain('Story 7/');
	}
});
