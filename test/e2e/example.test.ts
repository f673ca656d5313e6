import {describe, expect, test} from 'vitest';
import {EXAMPLE} from '../support/example.ts';
import {runPiped} from '../support/piped.ts';
import {boxes} from './support/boxes.ts';
import {highlighted, openDashboard, wordsOn} from './support/dashboard.ts';

describe('the example dossier, in the dashboard', () => {
	test('shows all panes, each with what it holds', async () => {
		await using terminal = await openDashboard({args: [EXAMPLE.dossier], columns: 160, rows: 48});
		expect(boxes(terminal)).toHaveLength(5);
		expect(terminal.rows()[0]).toMatch(/The toll on the shore road .* as of « Fri 13 Oct 2017$/);
		expect(terminal.text()).toMatch(/ Larkhythe +Wether Bridge +Quern Cross +Saltgarth /);
		expect(terminal.text()).toMatch(/ ■G┄+□O┄+◨C┄+■G /);
		for (const row of [
			/› Ines Tarrow +opposition/,
			/Nell Osterby +left government/,
			/Quern Cross +◨ contested +13 Oct +reported +5/,
			/Whimbrel Head +site +9/,
			/“A bridge is for crossing,”/,
			/11 Oct 2017 +Carters take the toll house at Wether Bridge/,
			/╭ 5 Detail [\s\S]*Speaks for the Carters’ League/,
		]) {
			expect(terminal.text()).toMatch(row);
		}

		await terminal.waitFor(/├─+┤ \d+ km/);
		expect(terminal.text()).toMatch(/■ Larkhythe|Larkhythe ■/);
	});

	test('steps from day to day, with what nobody tells of a day not stated', async () => {
		await using terminal = await openDashboard({args: [EXAMPLE.dossier], columns: 160, rows: 48});
		terminal.press('[', '[');
		await terminal.waitFor(/as of +Wed 11 Oct 2017 »/);
		expect(terminal.text()).toMatch(/Wether Bridge +□ opposition +11 Oct/);
		expect(terminal.text()).toMatch(/Saltgarth +not stated/);
		expect(terminal.text()).toMatch(/Nell Osterby +government/);
	});

	test('with its article leads from a quote that is interrupted to both of its passages', async () => {
		await using terminal = await openDashboard({
			args: [EXAMPLE.dossier, '--article', EXAMPLE.article, '--select', 'quote:stone-by-stone'],
		});
		terminal.press('e');
		await terminal.waitFor(() => highlighted(terminal) === 'We laid that road stone by stone,');
		terminal.press('n');
		await terminal.waitFor(() => highlighted(terminal) === 'We will not pay to walk on it.');
	});

	test('tells its story to the end, and sets its two accounts side by side', async () => {
		await using terminal = await openDashboard({args: [EXAMPLE.dossier]});
		terminal.press('s');
		await terminal.waitFor(/Story 1\/5/);
		terminal.press('G');
		await terminal.waitFor(/Story 5\/5.*Fri 13 Oct 2017/);
		terminal.press('x');
		await terminal.waitFor(' · accounts that disagree');
		expect(wordsOn(terminal)).toContain('Are there wardens in Saltgarth on Friday?');
	});

	test('as a plain digest, with its article', async () => {
		const {code, stdout, stderr} = await runPiped({
			args: [EXAMPLE.dossier, '--article', EXAMPLE.article],
		});
		expect({code, stderr}).toEqual({code: 0, stderr: ''});
		expect(stdout).toMatch(/^The toll on the shore road\n/);
		expect(stdout).toContain('  Quern Cross: contested (reported) [¶ 5]\n');
	});
});
