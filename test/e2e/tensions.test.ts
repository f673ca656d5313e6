import {describe, expect, test} from 'vitest';
import type {Terminal} from '../support/terminal.ts';
import {
	builtIn,
	focusedPane,
	openDashboard,
	pressAndSee,
	SIZES,
	selectedRow,
	wordsOn,
} from './support/dashboard.ts';

/** What the report leaves side by side, with somebody who says so, how sure, and where. */
const TENSIONS = [
	{
		title: 'Withdrawal or rout',
		accounts: [/A “tactical withdrawal”, in the words of Bani/, /A rout in panic, says the report/],
		sources: [
			/quote · Ahmaed Omar Bani(?: ·)? “framed”, a framing · ¶ 29/,
			/claim · the report(?: ·)? without a hedge · ¶ 1/,
		],
	},
	{
		title: 'Who holds Brega and the oil',
		accounts: [
			/The government’s, it seems/,
			/the rebels were back on the road/,
			/forces still in the port/,
		],
		sources: [
			/claim · the report(?: ·)? as probable · ¶ 19/,
			/claim · Other reports(?: ·)? without a hedge · ¶ 20/,
		],
	},
	{
		title: 'What Koussa’s departure means',
		accounts: [
			/Hague, for Britain: no deal, no immunity/,
			/Ibrahim: it does not touch/,
			/“we don’t know”/,
		],
		sources: [
			/claim · William Hague(?: ·)? without a hedge, denied · ¶ 5/,
			/quote · Musa Ibrahim(?: ·)? “insisted”, assertive · ¶ 12/,
		],
	},
	{
		title: 'What the mandate allows',
		accounts: [/Yes, according to American and British claims/, /NATO does not back that reading/],
		sources: [
			/claim · American and British claimants(?: ·)? without a hedge · ¶ 24/,
			/quote · Anders Fogh Rasmussen, relayed by The Associated Press(?: ·)? “said”, neutral · ¶ 25/,
		],
	},
] as const;

/** The running text of what lies open, one column after the other. */
const readColumns = (terminal: Terminal): string => {
	const columns: string[] = [];
	for (const row of terminal.rows().slice(2, -1)) {
		for (const [at, part] of row
			.replaceAll(/^│|│ *$/gu, '')
			.split('│')
			.entries()) {
			columns[at] = `${columns[at] ?? ''} ${part.replace('›', '')}`;
		}
	}

	return columns.join(' ').replaceAll(/\s+/gu, ' ');
};

/** What a reader sees who goes through the records of the tension that lies open, from first to last. */
const readThrough = async (terminal: Terminal): Promise<string> => {
	const first = terminal.picture().join('\n');
	await pressAndSee(terminal, 'G');
	const last = terminal.picture().join('\n');
	await pressAndSee(terminal, 'g');
	expect(terminal.picture().join('\n')).toBe(first);
	const seen = [readColumns(terminal)];
	while (terminal.picture().join('\n') !== last) {
		await pressAndSee(terminal, 'j');
		seen.push(readColumns(terminal));
	}

	return seen.join(' ');
};

describe.each(SIZES)('accounts that disagree on %i×%i', (columns, rows) => {
	test.each(TENSIONS)(
		'$title: who says what, how sure, and where',
		async ({title, accounts, sources}) => {
			const at = builtIn.tensions.findIndex(tension => tension.title === title);
			const [record] = builtIn.tensions[at]?.accounts[0]?.records ?? [];
			await using terminal = await openDashboard({columns, rows, args: ['--select', record ?? '']});
			terminal.press('x');
			await terminal.waitFor('Account 1');
			expect(wordsOn(terminal)).toContain(title);
			const seen = await readThrough(terminal);
			for (const wanted of [...accounts, ...sources]) {
				expect(seen).toMatch(wanted);
			}
		},
	);
});

const accountRows = (terminal: Terminal): readonly string[] =>
	terminal.rows().filter(row => /Account \d/.test(row));

test('where there is room two accounts stand side by side, and one under the other where there is not', async () => {
	await using wide = await openDashboard({columns: 120, rows: 40});
	wide.press('x');
	await wide.waitFor('Account 1');
	expect(accountRows(wide)[0]).toMatch(/Account 1.*│ Account 2/u);

	await using narrow = await openDashboard({columns: 40, rows: 12});
	narrow.press('x');
	await narrow.waitFor('Account 1');
	expect(accountRows(narrow)).toHaveLength(1);
	while (!narrow.text().includes('Account 2')) {
		await pressAndSee(narrow, 'j');
	}

	for (const row of accountRows(narrow)) {
		expect(row).toMatch(/^ *Account \d[^│]*$/u);
	}
});

test('x on a record opens the tension that it is part of, and n and N go to the others', async () => {
	await using terminal = await openDashboard({args: ['--select', 'event:rebels-regroup']});
	const {length} = builtIn.tensions;
	terminal.press('x');
	await terminal.waitFor('Who holds Brega and the oil · accounts that disagree');
	expect(terminal.rows()[1]).toContain(` 2/${length} `);
	terminal.press('N');
	await terminal.waitFor('Withdrawal or rout · accounts that disagree');
	terminal.press('N');
	await terminal.waitFor('That is the first tension.');
	for (const {title} of builtIn.tensions.slice(1)) {
		terminal.press('n');
		await terminal.waitFor(`${title} · accounts that disagree`);
	}

	terminal.press('n');
	await terminal.waitFor('That is the last tension.');
});

test('Enter opens a record of an account, and Backspace comes back to it', async () => {
	await using terminal = await openDashboard();
	terminal.press('x', 'N', 'j', 'j');
	await terminal.waitFor(() => selectedRow(terminal).includes('Rebels regroup'));
	const before = terminal.picture().join();
	terminal.press('enter');
	await terminal.waitFor(() => focusedPane(terminal) === '5 Detail');
	expect(selectedRow(terminal)).toBe('› Rebels regroup on the road to Brega');
	terminal.press('backspace');
	await terminal.waitFor(() => terminal.picture().join() === before);
});
