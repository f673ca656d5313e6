import {chmod} from 'node:fs/promises';
import {describe, expect, test} from 'vitest';
import {runPiped} from '../support/piped.ts';
import {builtCommand, openTerminal, type Terminal} from '../support/terminal.ts';
import {
	builtIn,
	FIRST_FRAME,
	openDashboard,
	selectedRow,
	statusLine,
	wordsOn,
} from './support/dashboard.ts';
import {isInstalled} from './support/installed.ts';
import {temporaryFolder} from './support/temporary-folder.ts';

const QUOTE = '“dissolved like snow in the sand”';
const ON_QUOTE = ['--select', 'quote:snow-in-the-sand', '--pane', 'quotes'];

/** Presses a key and waits for what the terminal is given for its clipboard by it. */
const copyWith = async (terminal: Terminal, key: string): Promise<string> => {
	const before = terminal.clipboard();
	terminal.press(key);
	await terminal.waitFor(() => terminal.clipboard() !== before, {label: `a copy after ${key}`});
	return terminal.clipboard() ?? '';
};

describe('y and Y on a terminal that takes texts', () => {
	test('y sends the quote with nothing but its words, and the last row says so', async () => {
		await using terminal = await openDashboard({args: ON_QUOTE});
		expect(await copyWith(terminal, 'y')).toBe(QUOTE);
		await terminal.waitFor(`Sent to the clipboard: ${QUOTE}`);
		expect(statusLine(terminal)).toBe(`Sent to the clipboard: ${QUOTE}`);
		terminal.press('j');
		await terminal.waitForAbsence('Sent to');
	});

	test('Y sends the citation, then BibTeX, then CSL-JSON, and then begins again', async () => {
		await using terminal = await openDashboard({args: ON_QUOTE, columns: 80, rows: 24});
		const citation = await copyWith(terminal, 'Y');
		expect(citation).toContain(QUOTE);
		expect(citation).toMatch(/^Ahmaed Omar Bani: .*, ¶ 29$/);
		await terminal.waitFor(/Citation sent to the clipboard.*: Ahmaed Omar Bani/);

		const bibtex = await copyWith(terminal, 'Y');
		expect(bibtex).toMatch(/^@\w+\{[\w-]+,\n(?: {2}\w+ = .+,\n)+\}\n$/);
		expect(bibtex).toContain(QUOTE);
		await terminal.waitFor(/BibTeX sent to the clipboard.*: @/);

		const [item] = JSON.parse(await copyWith(terminal, 'Y'));
		expect(item).toMatchObject({issued: {'date-parts': [[2011, 3, 31]]}});
		expect(item.note).toContain(QUOTE);
		await terminal.waitFor(/CSL-JSON sent to the clipboard.*: \[/);

		expect(await copyWith(terminal, 'Y')).toBe(citation);
		terminal.press('j', 'k');
		await terminal.waitForAbsence('sent to the clipboard');
		terminal.press('Y');
		await terminal.waitFor('Citation sent to the clipboard');
	});

	test('where tmux is named and cannot be asked the text is sent all the same', async () => {
		await using terminal = await openDashboard({
			args: ON_QUOTE,
			env: {TMUX: '/dev/null/tmux,1,0', TERM: 'tmux-256color'},
		});
		expect(await copyWith(terminal, 'y')).toBe(QUOTE);
	});

	test('and arrives though the program is left in the same breath', async () => {
		await using terminal = await openDashboard({
			args: ON_QUOTE,
			env: {TMUX: '/dev/null/tmux,1,0', TERM: 'tmux-256color'},
		});
		terminal.press('y', 'q');
		await terminal.waitForExit();
		expect(terminal.clipboard()).toBe(QUOTE);
	});

	test('with a screen reader too, who has it said in full what was sent', async () => {
		await using terminal = await openDashboard({
			args: [...ON_QUOTE, '--screen-reader'],
			columns: 200,
		});
		expect(await copyWith(terminal, 'y')).toBe(QUOTE);
		await terminal.waitFor(`\nSent to the clipboard: ${QUOTE}\n`);
	});

	test('nothing of it shows on the screen, and the terminal is given back as ever', async () => {
		await using terminal = await openDashboard({args: ON_QUOTE});
		const before = terminal.rows().slice(0, -1);
		await copyWith(terminal, 'y');
		await terminal.waitFor('Sent to');
		expect(terminal.rows().slice(0, -1)).toEqual(before);
		terminal.press('q');
		expect((await terminal.waitForExit()).code).toBe(0);
	});

	test('in a tension the record under the cursor is what is copied', async () => {
		await using terminal = await openDashboard({args: ['--select', 'quote:tactical-withdrawal']});
		terminal.press('x', 'j', 'j');
		await terminal.waitFor(() => selectedRow(terminal).includes('dissolved like snow'));
		expect(await copyWith(terminal, 'y')).toBe(QUOTE);
	});
});

/** A multiplexer’s own folder, which it wants for nobody else’s eyes. */
const privateFolder = async () => {
	const folder = await temporaryFolder();
	await chmod(folder.path, 0o700);
	return folder;
};

describe('y inside a terminal in a terminal', () => {
	test.skipIf(!isInstalled('tmux')).each([
		['as it is at first', ''],
		['with set-clipboard on', 'set -g set-clipboard on\n'],
		['with allow-passthrough on', 'set -g allow-passthrough on\n'],
	])(
		'in tmux %s the text is in its buffer, once, and in the outer clipboard',
		async (_, settings) => {
			await using folder = await privateFolder();
			const config = await folder.write('tmux.conf', `${settings}set -g status off\n`);
			const server = ['-S', `${folder.path}/socket`, '-f', config];
			await using terminal = await openTerminal({
				command: 'tmux',
				args: [...server, 'new-session', ...builtCommand(ON_QUOTE)],
			});
			try {
				await terminal.waitFor(FIRST_FRAME);
				expect(await copyWith(terminal, 'y')).toBe(QUOTE);
				const format = ['-F', '#{buffer_sample}'];
				const list = {command: 'tmux', args: [...server, 'list-buffers', ...format]};
				expect((await runPiped(list)).stdout).toBe(`${QUOTE}\n`);
				await terminal.waitFor('Sent to the clipboard');
				terminal.press('q');
				await terminal.waitForExit();
			} finally {
				await runPiped({command: 'tmux', args: [...server, 'kill-server']});
			}
		},
	);

	test.skipIf(!isInstalled('tmux'))(
		'in tmux what was copied arrives though the program is left in the same breath',
		async () => {
			await using folder = await privateFolder();
			await using terminal = await openTerminal({
				command: 'tmux',
				args: [
					...['-S', `${folder.path}/socket`, '-f', '/dev/null'],
					...['new-session', ...builtCommand(ON_QUOTE)],
				],
			});
			await terminal.waitFor(FIRST_FRAME);
			terminal.press('y', 'q');
			await terminal.waitForExit();
			expect(terminal.clipboard()).toBe(QUOTE);
		},
	);

	test.skipIf(!isInstalled('screen'))(
		'in GNU screen the text is in the outer clipboard, long ones too',
		async () => {
			await using folder = await privateFolder();
			const env = {SCREENDIR: folder.path};
			await using terminal = await openTerminal({
				command: 'screen',
				args: ['-c', '/dev/null', ...builtCommand(ON_QUOTE)],
				env,
			});
			try {
				await terminal.waitFor(FIRST_FRAME);
				expect(await copyWith(terminal, 'y')).toBe(QUOTE);
				await copyWith(terminal, 'Y');
				await copyWith(terminal, 'Y');
				const csl = await copyWith(terminal, 'Y');
				expect(csl.length).toBeGreaterThan(500);
				expect(JSON.parse(csl)).toHaveLength(1);
				expect(terminal.text()).not.toContain(']52');
				terminal.press('q');
				await terminal.waitForExit();
			} finally {
				await runPiped({command: 'screen', args: ['-X', 'quit'], env});
			}
		},
	);
});

describe('y where no text can be sent', () => {
	test.each([
		[120, 40],
		[80, 24],
		[40, 12],
	])(
		'on TERM=linux, %i×%i, the text lies open without a frame, to be selected by hand',
		async (columns, rows) => {
			await using terminal = await openDashboard({
				args: ['--select', 'quote:not-to-arm-the-people', '--pane', 'quotes'],
				columns,
				rows,
				env: {TERM: 'linux'},
			});
			const text = builtIn.quotes.find(({id}) => id === 'quote:not-to-arm-the-people')?.text;
			terminal.press('y');
			await terminal.waitFor('to copy by hand');
			expect(wordsOn(terminal)).toContain(`“${text}”`);
			const from = terminal.find('“')?.row ?? 0;
			const lines = terminal.rows().slice(from, -1);
			expect(lines.join('')).not.toMatch(/[││║|]/u);
			expect(lines[0]).toMatch(/^“/);
			terminal.press('Y');
			await terminal.waitFor('¶ 25');
			terminal.press('Y');
			await terminal.waitFor(/^@\w+\{/m);
			terminal.press('q');
			await terminal.waitForAbsence('to copy by hand');
			expect(terminal.clipboard()).toBeUndefined();
		},
	);

	test('TERM=dumb: it is said as lines of its own', async () => {
		await using terminal = await openDashboard({
			args: ON_QUOTE,
			env: {TERM: 'dumb'},
			columns: 200,
		});
		terminal.press('y');
		await terminal.waitFor(`Text, to copy by hand:\n${QUOTE}\n`);
		terminal.press('Y');
		await terminal.waitFor(new RegExp(`^Ahmaed Omar Bani: ${QUOTE} — .* 29$`, 'mu'));
		expect(terminal.clipboard()).toBeUndefined();
	});
});
