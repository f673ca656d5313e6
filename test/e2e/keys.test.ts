import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {withKeys} from '../../source/state/key-names.ts';
import {KEYMAP} from '../../source/state/keymap.ts';
import {glyphsOf} from '../../source/terminal/glyphs.ts';
import {openTerminal, type Terminal} from '../support/terminal.ts';
import {builtIn, counted, FIRST_FRAME, openDashboard, selectedRow} from './support/dashboard.ts';

const actors = builtIn.actors.length;
const {link} = glyphsOf('unicode');

/** The number and name of the pane with the heavy border. */
const focused = (terminal: Terminal): string =>
	/┍ (\d \w+(?: line)?)/u.exec(terminal.text())?.[1] ?? '';

const expectCount = async (terminal: Terminal, count: string): Promise<void> => {
	await terminal.waitFor(() => counted(terminal) === count, {
		label: `${count} in the focused pane`,
	});
};

const expectFocus = async (terminal: Terminal, pane: string): Promise<void> => {
	await terminal.waitFor(() => focused(terminal) === pane, {label: `focus on ${pane}`});
};

const footer = (terminal: Terminal): string => terminal.rows().at(-1) ?? '';

describe('moving', () => {
	test('j, k and the arrows go one row, g, G, Home and End to the ends, and neither end wraps', async () => {
		await using terminal = await openDashboard();
		const steps = [
			['j', '2'],
			['down', '3'],
			['k', '2'],
			['up', '1'],
			['G', `${actors}`],
			['g', '1'],
			['end', `${actors}`],
			['home', '1'],
		] as const;
		for (const [key, row] of steps) {
			terminal.press(key);
			await expectCount(terminal, `${row}/${actors}`);
		}

		terminal.press('k', 'up', 'j');
		await expectCount(terminal, `2/${actors}`);
		terminal.press('G', 'j', 'down', 'k');
		await expectCount(terminal, `${actors - 1}/${actors}`);
	});

	test('PgDn and PgUp go a screenful with one row of overlap, ctrl-d and ctrl-u half of it', async () => {
		await using terminal = await openDashboard({columns: 80, rows: 24});
		// Under the title, the tabs, the upper edge and the heading.
		const shown = terminal.rows().findIndex(row => row.startsWith('╰')) - 4;
		const steps = [
			['pagedown', shown],
			['pagedown', 2 * shown - 1],
			['pageup', shown],
			['ctrl-d', shown + Math.floor(shown / 2)],
			['ctrl-u', shown],
			['pageup', 1],
		] as const;
		for (const [key, row] of steps) {
			terminal.press(key);
			await expectCount(terminal, `${row}/${actors}`);
		}
	});

	test('the detail follows the selection', async () => {
		await using terminal = await openDashboard();
		terminal.press('j');
		await terminal.waitFor(/Detail.*\n.*│ {2}William Hague .*\n.*│ {2}Person .*: coalition/u);
		terminal.press('2', 'j', 'j');
		await terminal.waitFor(/Detail.*\n.*│ {2}Brega .*\n.*│ {2}Town · on 31 Mar: contested/u);
	});

	test('the selection marks what it has to do with in the other panes', async () => {
		await using terminal = await openDashboard();
		terminal.press('2');
		await expectFocus(terminal, '2 Front line');
		terminal.press('j', 'j');
		await terminal.waitFor('• Rebel forces');
		expect(terminal.text()).not.toContain('• William Hague');
	});
});

describe('panes', () => {
	const PANES = ['1 Actors', '2 Front line', '3 Quotes', '4 Timeline', '5 Detail'];

	test('Tab, → and l go round the panes, Shift-Tab, ← and h back, and a number straight to one', async () => {
		await using terminal = await openDashboard();
		for (const next of ['tab', 'right', 'l']) {
			for (const at of [1, 2, 3, 4, 0]) {
				terminal.press(next);
				await expectFocus(terminal, PANES[at] ?? '');
			}
		}

		for (const previous of ['shift-tab', 'left', 'h']) {
			for (const at of [4, 3, 2, 1, 0]) {
				terminal.press(previous);
				await expectFocus(terminal, PANES[at] ?? '');
			}
		}

		for (const at of [3, 1, 4, 2, 0]) {
			terminal.press(String(at + 1));
			await expectFocus(terminal, PANES[at] ?? '');
		}
	});

	test('z gives one pane the whole screen, with its selection, and the same screen back', async () => {
		await using terminal = await openDashboard();
		terminal.press('2', 'j');
		await expectCount(terminal, `2/${builtIn.places.length}`);
		const before = terminal.picture();
		terminal.press('z');
		await terminal.waitForAbsence('Actors ─');
		expect(selectedRow(terminal)).toMatch(/^› Ras Lanuf/);
		expect(terminal.text()).toContain('Lockerbie');
		terminal.press('z');
		await terminal.waitFor(() => terminal.picture().join() === before.join());
	});
});

describe('opening', () => {
	test('Enter follows links to any depth, and Backspace and ctrl-o come back step by step', async () => {
		await using terminal = await openDashboard();
		const pictureOf = (): string => terminal.picture().join('\n');
		const titleOf = (): string =>
			/5 Detail.*\n.*│[› ] (\S.*?) *│$/mu.exec(terminal.text())?.[1] ?? '';
		const pictures: string[] = [pictureOf()];
		const visited = new Set<string>();
		terminal.press('enter');
		await expectFocus(terminal, '5 Detail');
		for (let depth = 0; depth < 4; depth++) {
			// From the end up to a fact that leads somewhere.
			terminal.press('G');
			await terminal.waitFor(() => !counted(terminal).startsWith('1/'));
			while (!selectedRow(terminal).includes(`${link} `)) {
				const row = selectedRow(terminal);
				terminal.press('k');
				await terminal.waitFor(() => selectedRow(terminal) !== row);
			}

			pictures.push(pictureOf());
			visited.add(titleOf());
			terminal.press('enter');
			await terminal.waitFor(() => counted(terminal).startsWith('1/'), {label: 'what it leads to'});
		}

		expect(visited.size).toBeGreaterThan(2);
		for (const [at, picture] of pictures.toReversed().entries()) {
			terminal.press(at % 2 === 0 ? 'backspace' : 'ctrl-o');
			await terminal.waitFor(() => pictureOf() === picture, {
				label: `the screen before step ${pictures.length - at}`,
			});
		}

		terminal.press('backspace');
		await terminal.waitFor('This is where you began.');
	});

	test('Esc closes and clears one thing after the other, and never quits', async () => {
		await using terminal = await openDashboard();
		const pressEsc = async (label: string, isDone: () => boolean): Promise<void> => {
			expect(isDone(), label).toBe(false);
			terminal.press('esc');
			await terminal.waitFor(isDone, {label});
		};

		terminal.press('/', ...'hague', 'enter', 'z', 'enter', 'e', '?');
		await terminal.waitFor('Keys ━');
		await pressEsc('the evidence under the help', () => terminal.text().includes('Evidence'));
		await pressEsc('the detail under the evidence', () => focused(terminal) === '5 Detail');
		await pressEsc('all panes', () => terminal.text().includes('4 Timeline'));
		await pressEsc('the list', () => focused(terminal) === '1 Actors');
		await pressEsc('the list without its filter', () => counted(terminal) === `2/${actors}`);
		await pressEsc('a word on how to quit', () => footer(terminal).includes('q quits.'));
	});

	test('e shows the place in the report, who says so, and each further place by n and N', async () => {
		await using terminal = await openDashboard();
		terminal.press('3');
		await expectFocus(terminal, '3 Quotes');
		const immunity = builtIn.quotes.findIndex(({text}) => text.includes('not being offered'));
		terminal.press(...Array.from({length: immunity}, () => 'j'), 'e');
		await terminal.waitFor(/Evidence, \w+ 1 of 2/);
		expect(terminal.text()).toMatch(/Where +¶ 5 of 35, characters 2–87/);
		expect(terminal.text()).toMatch(/Says +William Hague/);
		expect(terminal.text()).toMatch(/“said”.*\n?.*neutral/);
		terminal.press('n');
		await terminal.waitFor(/Evidence, \w+ 2 of 2.*characters 107–264/s);
		terminal.press('n');
		await terminal.waitFor('That is the last ');
		terminal.press('N');
		await terminal.waitFor(/Evidence, \w+ 1 of 2/);
		terminal.press('q');
		await expectFocus(terminal, '3 Quotes');
	});

	test('i names the sources and the seven reporters, each with where they reported from', async () => {
		await using terminal = await openDashboard();
		terminal.press('i');
		await terminal.waitFor('About this dossier');
		const source = builtIn.sources.find(({kind}) => kind === 'article');
		const byline = source?.kind === 'article' ? source.byline : [];
		expect(byline).toHaveLength(7);
		const place = (id: string): string => builtIn.places.find(place => place.id === id)?.name ?? id;
		for (const {name, from} of byline) {
			const [row] = terminal.rows().filter(line => line.includes(name));
			for (const id of from) {
				expect(row).toContain(place(id));
			}
		}
	});
});

describe('finding', () => {
	test('/ narrows the pane while typing, marks what matched, and Enter keeps it', async () => {
		await using terminal = await openDashboard();
		terminal.press('/', ...'hague');
		await terminal.waitFor(/\/hague▏ {2}2 found/);
		expect(selectedRow(terminal)).toMatch(/^› William Hague/);
		expect(terminal.styleOf('Hague ')).toMatchObject({bold: true, underline: true});
		terminal.press('enter');
		await terminal.waitForAbsence('▏');
		expect(terminal.text()).toContain('1 Actors /hague');
		terminal.press('esc');
		await expectCount(terminal, `2/${actors}`);
	});

	test('a filter is smart about case, and !word leaves out', async () => {
		await using terminal = await openDashboard();
		const found = async (filter: string): Promise<number> => {
			terminal.press('/', 'ctrl-u');
			terminal.type(filter);
			await terminal.waitFor(`/${filter}▏`);
			const count = Number(/(\d+) found/.exec(footer(terminal))?.[1]);
			terminal.press('enter');
			await terminal.waitForAbsence('▏');
			return count;
		};

		const rebels = await found('rebel');
		expect(rebels).toBeGreaterThan(1);
		expect(rebels).toBeLessThan(actors);
		expect(await found('REBEL')).toBe(0);
		expect(await found('!rebel')).toBe(actors - rebels);
	});

	test('n and N go on and back among what was found; without a filter they say what to do', async () => {
		await using terminal = await openDashboard();
		terminal.press('n');
		await terminal.waitFor('Nothing is being looked for; / filters.');
		terminal.press('/', ...'british', 'enter', 'n', 'n', 'N');
		await terminal.waitFor(() => /^2\/\d+$/.test(counted(terminal)));
	});

	test('what matches nothing says so, and how to get out', async () => {
		await using terminal = await openDashboard();
		terminal.press('/', ...'zzz');
		await terminal.waitFor('Nothing matches /zzz; Esc clears it.');
		terminal.press('esc');
		await terminal.waitFor(() => counted(terminal).endsWith(`/${actors}`));
	});

	test(': goes to any record by a few letters of its name', async () => {
		await using terminal = await openDashboard();
		terminal.press(':', ...'mocampo');
		await terminal.waitFor('› Luis Moreno-Ocampo');
		terminal.press('enter');
		await expectFocus(terminal, '5 Detail');
		expect(terminal.text()).toMatch(/5 Detail.*\n.*│[› ] Luis Moreno-Ocampo/u);
		terminal.press(':', ...'zzzz');
		await terminal.waitFor('Nothing goes by that name.');
	});

	test(': also does what keys do', async () => {
		await using terminal = await openDashboard();
		terminal.press(':', ...'pane over');
		await terminal.waitFor(/› .*the pane over the whole screen, and back +\S/);
		terminal.press('enter');
		await terminal.waitForAbsence('Front line ─');
		await terminal.waitForAbsence('Go to');
		expect(selectedRow(terminal)).toMatch(/^› Moussa Koussa/);
	});
});

describe('help', () => {
	test('? names every key of the keymap with what it does', async () => {
		await using terminal = await openDashboard({columns: 160, rows: 70});
		terminal.press('?');
		await terminal.waitFor('Keys ━');
		for (const {label} of KEYMAP) {
			expect(terminal.text()).toContain(withKeys(label, KEYMAP));
		}
	});

	test('F1 opens it too, / searches it, and it closes in steps', async () => {
		await using terminal = await openDashboard();
		terminal.press('f1');
		await terminal.waitFor('Keys ━');
		terminal.press('/', ...'evidence');
		await terminal.waitFor(/Keys \/evidence ━/);
		expect(terminal.text()).toContain('where it stands, who says so');
		expect(terminal.text()).not.toContain('to Actors');
		terminal.press('enter');
		await terminal.waitForAbsence('▏');
		terminal.press('q');
		await terminal.waitFor('to Actors');
		terminal.press('q');
		await expectFocus(terminal, '1 Actors');
	});
});

describe('quitting', () => {
	test('q goes back from the detail, and quits from a list', async () => {
		await using terminal = await openDashboard();
		terminal.press('enter');
		await expectFocus(terminal, '5 Detail');
		terminal.press('q');
		await expectFocus(terminal, '1 Actors');
		terminal.press('q');
		expect(await terminal.waitForExit()).toEqual({code: 0, signal: undefined});
	});
});

describe('keys as they arrive', () => {
	test('keys typed before the first frame are not lost', async () => {
		await using terminal = await openTerminal();
		terminal.press('j', 'j');
		await terminal.waitFor(FIRST_FRAME);
		await expectCount(terminal, `3/${actors}`);
	});

	test('two keys in one packet are two keys', async () => {
		await using terminal = await openDashboard();
		terminal.write('jj');
		await expectCount(terminal, `3/${actors}`);
		terminal.write('2j\u001B[Bj');
		await expectCount(terminal, `4/${builtIn.places.length}`);
		terminal.write('/bre');
		await terminal.waitFor('/bre▏');
		terminal.write('ga\rn');
		await terminal.waitFor(() => /^2\/\d+$/.test(counted(terminal)));
	});

	test('a key held down moves a row each time, and is over when it is let go', async () => {
		await using terminal = await openDashboard();
		for (let chunk = 0; chunk < 10; chunk++) {
			terminal.write('j'.repeat(chunk % 4));
			terminal.write('\u001B[B'.repeat(3 - (chunk % 4)));
		}

		await expectCount(terminal, `31/${actors}`);
		for (let chunk = 0; chunk < 20; chunk++) {
			terminal.write('jjjjj');
		}

		terminal.write('k');
		await expectCount(terminal, `${actors - 1}/${actors}`);
		for (let chunk = 0; chunk < 20; chunk++) {
			terminal.write('kkkkk');
		}

		terminal.write('j');
		await expectCount(terminal, `2/${actors}`);
	});

	test('a key that arrives in two pieces is one key', async () => {
		await using terminal = await openDashboard();
		terminal.write('j\u001B[');
		await expectCount(terminal, `2/${actors}`);
		terminal.write('B');
		await expectCount(terminal, `3/${actors}`);
		terminal.write('j\u001B[6');
		await expectCount(terminal, `4/${actors}`);
		terminal.write('~');
		await terminal.waitFor(() => Number.parseInt(counted(terminal), 10) > 5);
	});

	test('a letter whose bytes arrive in two pieces is one letter', async () => {
		await using terminal = await openDashboard();
		const [first, second] = new TextEncoder().encode('ل');
		terminal.press('/');
		terminal.write(new Uint8Array([0x78, first ?? 0]));
		await terminal.waitFor('/x▏');
		terminal.write(new Uint8Array([second ?? 0]));
		await terminal.waitFor('/xل▏');
	});

	test('the keypad’s and other terminals’ ways to send a key work', async () => {
		await using terminal = await openDashboard();
		// Application cursor keys, the Linux console’s and rxvt’s Home and End, ctrl-h for Backspace.
		for (const [bytes, count] of [
			['\u001BOB', '2'],
			['\u001BOA', '1'],
			['\u001B[4~', `${actors}`],
			['\u001B[1~', '1'],
			['\u001B[8~', `${actors}`],
			['\u001B[7~', '1'],
			['\u001BOF', `${actors}`],
			['\u001BOH', '1'],
		] as const) {
			terminal.write(bytes);
			await expectCount(terminal, `${count}/${actors}`);
		}

		terminal.write('/ab\b');
		await terminal.waitFor('/a▏');
	});
});

describe('what is no key of ours', () => {
	let terminal: Terminal;
	beforeAll(async () => {
		terminal = await openDashboard();
		terminal.press('j', '2');
		await expectFocus(terminal, '2 Front line');
	});
	afterAll(async () => {
		await terminal[Symbol.asyncDispose]();
	});

	test.each([
		['alt with a letter', '\u001Bj\u001Bq\u001BG'],
		['ctrl with an arrow', '\u001B[1;5A\u001B[1;5D'],
		['F5, F9 and F12', '\u001B[15~\u001B[20~\u001B[24~'],
		['Insert and Delete', '\u001B[2~\u001B[3~'],
		['an unknown function key', '\u001B[99~'],
		['word that the window has the focus', '\u001B[I\u001B[O'],
		['a click', '\u001B[<0;10;10M\u001B[<0;10;10m'],
		['the terminal’s answer to what it is', '\u001B[?62;22c\u001B[>41;354;0c'],
		['its answer to which colour its ground has', '\u001B]11;rgb:1e1e/2f2f/0000\u001B\\'],
		['the same, ended by BEL', '\u001B]11;rgb:1e1e/2f2f/0000\u0007'],
		['its answer to its name', '\u001BP>|XTerm(380)\u001B\\'],
		['a key of the kitty protocol', '\u001B[57358u'],
		['a control character', '\u0000\u001C\u001D\u001E'],
		['a C1 control character', '\u0080\u0085\u009B'],
		['a mark that turns a line round', '\u202E\u2067'],
	])('%s moves nothing and types nothing', async (_, bytes) => {
		const before = terminal.picture().slice(0, -1);
		terminal.write(bytes);
		// A key after it, and back: whatever came of the bytes has come by then.
		terminal.press('j');
		await expectCount(terminal, `2/${builtIn.places.length}`);
		terminal.press('k');
		await expectCount(terminal, `1/${builtIn.places.length}`);
		expect(terminal.picture().slice(0, -1)).toEqual(before);

		terminal.press('/', 'e');
		await terminal.waitFor('/e▏');
		terminal.write(bytes);
		terminal.press('a');
		await terminal.waitFor(/a▏/);
		expect(footer(terminal)).toContain(' /ea▏');
		terminal.press('ctrl-u', 'enter', 'g');
		await expectCount(terminal, `1/${builtIn.places.length}`);
	});
});

describe('pasting', () => {
	test('what is pasted outside a filter does nothing, and the reader is told', async () => {
		await using terminal = await openDashboard();
		terminal.paste('q\nG/zzz\u0003');
		await terminal.waitFor('Pasted text was ignored; press / or : first.');
		terminal.press('j');
		await expectCount(terminal, `2/${actors}`);
	});

	test('what is pasted into a filter is typed in one piece, its lines joined', async () => {
		await using terminal = await openDashboard();
		terminal.press('/');
		terminal.paste('moreno\nocampo ');
		await terminal.waitFor('/moreno ocampo▏  1 found');
		terminal.press('ctrl-u');
		terminal.paste('قذافي 👩‍👩‍👧');
		await terminal.waitFor('/قذافي 👩‍👩‍👧▏');
	});

	test('escape sequences in what is pasted never reach the terminal', async () => {
		await using terminal = await openDashboard();
		terminal.press('/');
		terminal.paste('a\u001B]0;owned\u0007b\u001B[31mc\u009B31md\u202Ee\u0000f');
		await terminal.waitFor(/f▏/);
		for (const obeyed of ['\u001B]', '\u009B', '\u202E', '\u0000', '\u0007', 'b\u001B[31m']) {
			expect(terminal.output()).not.toContain(obeyed);
		}

		expect(terminal.text()).toContain('/a␛]0;owned␇b␛[31mc');
	});

	test('a book pasted by mistake is cut, and the keys after it still work', async () => {
		await using terminal = await openDashboard();
		terminal.press('/');
		terminal.paste('Ajdabiya '.repeat(100_000));
		await terminal.waitFor('Ajdabiya Ajdabiya');
		terminal.press('ctrl-u', ...'hague');
		await terminal.waitFor('/hague▏');
	});
});

describe('typing', () => {
	test('Backspace takes back what a reader sees as one character', async () => {
		await using terminal = await openDashboard();
		terminal.press('/');
		terminal.type('aسلام👩‍👩‍👧é🇱🇾');
		await terminal.waitFor('/aسلام👩‍👩‍👧é🇱🇾▏');
		for (const left of ['aسلام👩‍👩‍👧é', 'aسلام👩‍👩‍👧', 'aسلام', 'aسلا', 'aسل']) {
			terminal.press('backspace');
			await terminal.waitFor(`/${left}▏`);
		}

		terminal.type(' two words');
		await terminal.waitFor('words▏');
		terminal.press('ctrl-w');
		await terminal.waitFor('two ▏');
		terminal.press('ctrl-u');
		await terminal.waitFor('/▏');
	});
});
