import {expect, test} from 'vitest';
import {builtIn, openDashboard} from './support/dashboard.ts';

const {actors, story, tensions} = builtIn;

/** The keys that open something, how many close it, and what is said meanwhile. */
const SCREENS: readonly (readonly [keys: readonly string[], depth: number, said: RegExp])[] = [
	[
		['x'],
		1,
		new RegExp(
			`\\nTension \\d of ${tensions.length}: .*\\n.*\\?\\nAccount 1[\\s\\S]*\\n1 of \\d+: `,
		),
	],
	[['c'], 1, /\nCoverage\. .*\n.*\n1 of \d+: Paragraph 1: \d+ records cite it/],
	[['c', 'enter'], 2, /\nParagraph 1, cited by \d+\..*\n1 of \d+: \w+, .*, characters \d+/],
	[['c', 'enter', 'e'], 3, /\nEvidence.*\nWhere +paragraph 1 of/],
	[[':', '2', '1', 'enter'], 1, /\nParagraph 21, cited by \d+\./],
	[['f'], 1, /\nFacets\..*\n1 of \d+: side /],
	[['w'], 1, /\nThe places, each with what is next to it\.\nBin Jawwad: /],
	[['m', 'a', 'enter', "'"], 1, /\nYour marks\. .*\n1 of 1: Moussa Koussa\. a\n/],
	[['?'], 1, /\nKeys:\nMove\n/],
	[['i'], 1, /\nAbout this dossier:\n/],
];

test.each([
	['--screen-reader', {args: ['--screen-reader']}],
	['TERM=dumb', {env: {TERM: 'dumb'}}],
])(
	'%s: all that can be opened is said in lines, and where one is when it is closed',
	async (_, options) => {
		await using terminal = await openDashboard({...options, columns: 200, rows: 60});
		let heard = terminal.output().length;
		const saidAfter = async (keys: readonly string[], wanted: RegExp): Promise<void> => {
			terminal.press(...keys);
			await terminal.waitFor(
				() => wanted.test(`\n${terminal.output().slice(heard).replaceAll(/\r+\n/g, '\n')}`),
				{label: `${wanted} after ${keys.join(' ')}`},
			);
			heard = terminal.output().length;
		};

		for (const [keys, depth, said] of SCREENS) {
			await saidAfter(keys, said);
			await saidAfter(
				Array.from({length: depth}, () => 'q'),
				new RegExp(`\\n1 of ${actors.length}: Moussa Koussa\\.`),
			);
		}

		await saidAfter(
			['s'],
			new RegExp(`\\nStory, step 1 of ${story.length}: .*\\nEnter for the next`),
		);
		await saidAfter(['enter'], new RegExp(`\\nStory, step 2 of ${story.length}: `));
		await saidAfter(['q'], /\nThe story waits here/);
		expect(terminal.output()).not.toMatch(/[─━┄││╭╮╰╯┍┑■□◨\u2801-\u28FF]/u);
	},
);
