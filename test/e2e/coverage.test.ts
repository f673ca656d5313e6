import {describe, expect, test} from 'vitest';
import {
	builtIn,
	counted,
	highlighted,
	openDashboard,
	pressAndSee,
	selectedRow,
	statusLine,
} from './support/dashboard.ts';
import {report} from './support/report.ts';

const [article] = builtIn.sources.filter(({kind}) => kind === 'article');
const paragraphs = article?.kind === 'article' ? article.paragraphs : 0;

const {actors, places, quotes, events, relations, claims, tensions, story} = builtIn;
const records = [
	...actors,
	...places,
	...quotes,
	...events,
	...relations,
	...claims,
	...tensions,
	...story,
];

/** How many records cite a paragraph anywhere in them. */
const citing = (paragraph: number): number =>
	records.filter(record =>
		JSON.stringify(record).includes(`"source":"source:report","paragraph":${paragraph},`),
	).length;

/** A row of the list: a paragraph, a bar, how many records. */
const LISTED = /^[│ ›]+ (\d+) .*? (\d+) .*─/u;

test.each([
	[120, 40],
	[80, 24],
	[40, 12],
])(
	'c lists each of the 35 paragraphs with how many records cite it, on %i×%i',
	async (columns, rows) => {
		expect(paragraphs).toBe(35);
		await using terminal = await openDashboard({columns, rows});
		terminal.press('c');
		await terminal.waitFor('Coverage');
		const listed = new Map<number, number>();
		for (let chosen = 1; chosen <= paragraphs; chosen++) {
			for (const row of terminal.rows()) {
				const [, paragraph, count] = LISTED.exec(row) ?? [];
				if (paragraph !== undefined) {
					listed.set(Number(paragraph), Number(count));
				}
			}

			expect(selectedRow(terminal)).toMatch(new RegExp(`^› +${chosen} `, 'u'));
			if (chosen < paragraphs) {
				await pressAndSee(terminal, 'j');
			}
		}

		expect([...listed.keys()].toSorted((a, b) => a - b)).toEqual(
			Array.from({length: paragraphs}, (_, at) => at + 1),
		);
		for (const [paragraph, count] of listed) {
			expect({paragraph, count}).toEqual({paragraph, count: citing(paragraph)});
		}
	},
);

test('from a paragraph to its records, to the evidence of one there, and to the records of that again', async () => {
	await using terminal = await openDashboard();
	terminal.press('c', 'j', 'j');
	await terminal.waitFor(() => counted(terminal) === `3/${paragraphs}`);
	terminal.press('enter');
	await terminal.waitFor(`¶ 3 cited by ${citing(3)} records`);
	terminal.press('j', 'j');
	await terminal.waitFor(() => counted(terminal) === `3/${citing(3)}`);
	const row = selectedRow(terminal);
	terminal.press('e');
	await terminal.waitFor(/Evidence.*\n.*Where +¶ 3 of 35/u);
	terminal.press('enter');
	await terminal.waitFor(`¶ 3 cited by ${citing(3)} records`);
	expect(selectedRow(terminal)).toBe(row);
	terminal.press('esc');
	await terminal.waitFor('35 paragraphs');
	terminal.press('esc');
	await terminal.waitForAbsence('Coverage');
});

test('a record of a paragraph opens, and Backspace comes back to the list', async () => {
	await using terminal = await openDashboard({columns: 80, rows: 24});
	terminal.press('c', 'enter', 'j');
	await terminal.waitFor(() => counted(terminal) === `2/${citing(1)}`);
	const before = terminal.picture().join();
	terminal.press('enter');
	await terminal.waitForAbsence('cited by');
	expect(selectedRow(terminal)).toBe('› British government');
	terminal.press('backspace');
	await terminal.waitFor(() => terminal.picture().join() === before);
});

test('c in the evidence of a record begins at the paragraph of that evidence', async () => {
	await using terminal = await openDashboard({args: ['--select', 'quote:snow-in-the-sand']});
	terminal.press('e');
	await terminal.waitFor('¶ 29 of 35');
	terminal.press('c');
	await terminal.waitFor(() => counted(terminal) === `29/${paragraphs}`);
	expect(statusLine(terminal)).toContain('its records');
});

describe('with the report itself (../shared/article)', () => {
	test.skipIf(report === undefined)(
		'the cited words are read from the list of its paragraphs',
		async () => {
			await using terminal = await openDashboard({args: ['--article', report ?? '']});
			terminal.press('c', ...Array.from({length: 28}, () => 'j'), 'enter');
			await terminal.waitFor('¶ 29 cited by');
			while (!selectedRow(terminal).includes('snow in the sand')) {
				await pressAndSee(terminal, 'j');
			}

			expect(highlighted(terminal)).toMatch(/^dissolved like snow in the sand\b/);
			terminal.press('e');
			await terminal.waitFor('¶ 29 of 35');
			expect(highlighted(terminal)).toBe('dissolved like snow in the sand');
		},
	);
});
