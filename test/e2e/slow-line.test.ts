import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {MODES_AT_REST} from '../support/screen.ts';
import {builtCommandLine} from '../support/shell.ts';
import {openTerminal, type Terminal} from '../support/terminal.ts';
import {builtIn, counted, FIRST_FRAME} from './support/dashboard.ts';
import {isRunning} from './support/processes.ts';
import {type LineShape, MODEM, openSlowLine, type SlowLine} from './support/slow-line.ts';
import {HAS_OPENSSH, type SshServer, startSshServer} from './support/ssh-server.ts';

const actors = builtIn.actors.length;

/** Milliseconds for what a modem takes long for. */
const PATIENCE = {timeout: 40_000};

/** What a frame of another selection takes on the line at most, with all that ssh puts round it. */
const FRAME = 1200;

/** What the line ends in. */
interface Window {
	readonly columns?: number;
	readonly rows?: number;
	/** Of the client. */
	readonly options?: readonly string[];
}

describe.skipIf(!HAS_OPENSSH)(
	`ssh over a slow line${HAS_OPENSSH ? '' : ' (not installed)'}`,
	() => {
		let server: SshServer;
		beforeAll(async () => {
			server = await startSshServer();
		});
		afterAll(async () => {
			await server[Symbol.asyncDispose]();
		});

		const open = (
			line: SlowLine,
			{columns = 120, rows = 40, options = []}: Window = {},
		): Promise<Terminal> =>
			openTerminal({
				command: 'ssh',
				args: [
					...server.client(['-tt', ...options], line.port),
					`echo pid $$; exec ${builtCommandLine()}`,
				],
				columns,
				rows,
			});

		/** A dashboard that opened before the line became slow. */
		const openThen = async (
			line: SlowLine,
			shape: LineShape,
			window?: Window,
		): Promise<Terminal> => {
			const terminal = await open(line, window);
			await terminal.waitFor(FIRST_FRAME);
			// With the answer to this the line is quiet.
			terminal.press('G');
			await terminal.waitFor(() => terminal.text().includes(`${actors}/${actors}`));
			terminal.press('g');
			await terminal.waitFor(() => terminal.text().includes(` 1/${actors}`));
			line.shape(shape);
			return terminal;
		};

		/** Presses keys, each when the one before has gone out. */
		const pressInTurn = async (
			terminal: Terminal,
			line: SlowLine,
			keys: readonly string[],
		): Promise<void> => {
			for (const key of keys) {
				const before = line.up;
				terminal.press(key);
				await expect.poll(() => line.up, {interval: 5}).toBeGreaterThan(before);
			}
		};

		/** Down thirty, then to and fro: ends on the 31st. */
		const KEYS = Array.from({length: 200}, (_, at) => (at < 30 || at % 2 === 0 ? 'j' : 'k'));

		describe.each<[string, LineShape]>([
			['9,600 baud', MODEM],
			['300 ms each way', {delay: 300}],
			['9,600 baud and 300 ms each way', {...MODEM, delay: 300}],
		])('%s', (_, shape) => {
			test('of 200 keys none is lost, and not every state is sent but the newest, soon after the last', async () => {
				await using line = await openSlowLine(server.port);
				await using terminal = await openThen(line, shape);
				await pressInTurn(terminal, line, KEYS);
				const before = line.down;
				await terminal.waitFor(() => counted(terminal) === `31/${actors}`, PATIENCE);
				terminal.press('2');
				await terminal.waitFor('┍ 2 Front line ━', PATIENCE);
				expect(line.down - before).toBeLessThan(6 * FRAME);
			});
		});

		test.each<[string, number, Window]>([
			['at 80×24', 600, {columns: 80, rows: 24}],
			['at 120×40', FRAME, {}],
			['at 120×40 with ssh -C', 400, {options: ['-C']}],
		])(
			'%s a step to the next record takes %i bytes of the line at most, as a rule',
			async (_, most, window) => {
				await using line = await openSlowLine(server.port);
				await using terminal = await openThen(line, {}, window);
				const before = line.down;
				for (let row = 2; row <= 21; row++) {
					terminal.press('j');
					await terminal.waitFor(() => terminal.text().includes(`${row}/${actors}`));
				}

				expect((line.down - before) / 20).toBeLessThan(most);
			},
		);

		test('opened over 9,600 baud it obeys keys that were pressed before it was seen', async () => {
			await using line = await openSlowLine(server.port);
			line.shape(MODEM);
			await using terminal = await open(line, {columns: 80, rows: 24});
			await terminal.waitFor(/^pid/m, PATIENCE);
			await pressInTurn(terminal, line, ['j', 'j', 'j', 'k', 'j']);
			await terminal.waitFor(/4\/46/, PATIENCE);
			expect(line.down).toBeLessThan(12_000);
		});

		test('a window that is dragged about is painted for its last size, not for all', async () => {
			await using fresh = await openTerminal({columns: 90, rows: 28});
			await fresh.waitFor(FIRST_FRAME);
			await using line = await openSlowLine(server.port);
			await using terminal = await openThen(line, MODEM);
			const before = line.down;
			for (let width = 119; width >= 90; width--) {
				const sent = line.up;
				terminal.resize(width, 28);
				await expect.poll(() => line.up, {interval: 5}).toBeGreaterThan(sent);
			}

			await terminal.waitFor(() => terminal.picture().join() === fresh.picture().join(), PATIENCE);
			expect(line.down - before).toBeLessThan(16_000);
		});

		test('q after many keys leaves at once: no more than what is on its way comes before the shell', async () => {
			await using line = await openSlowLine(server.port);
			await using terminal = await openThen(line, MODEM);
			await pressInTurn(terminal, line, KEYS.slice(0, 100));
			const before = line.down;
			terminal.press('q');
			expect((await terminal.waitForExit(PATIENCE)).code).toBe(0);
			expect(terminal.modes()).toEqual(MODES_AT_REST);
			expect(line.down - before).toBeLessThan(4 * FRAME);
		});

		test('cut in the middle of all that, the program is gone within two seconds', async () => {
			await using line = await openSlowLine(server.port);
			await using terminal = await openThen(line, {...MODEM, delay: 300});
			const pid = Number(/^pid (\d+)/m.exec(terminal.output())?.[1]);
			await pressInTurn(terminal, line, KEYS.slice(0, 50));
			expect(isRunning(pid)).toBe(true);
			line.cut();
			await expect.poll(() => isRunning(pid), {timeout: 2000}).toBe(false);
		});
	},
);
