import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {
	builtIn,
	counted,
	FIRST_FRAME,
	openDashboard,
	pressAndSee,
} from '../e2e/support/dashboard.ts';
import {type LineShape, MODEM, openSlowLine, type SlowLine} from '../e2e/support/slow-line.ts';
import {MODES_AT_REST} from '../support/screen.ts';
import type {Terminal} from '../support/terminal.ts';
import {sshTerminal} from './support/open-ssh.ts';
import {samePicture} from './support/same-picture.ts';
import {type ServerProcess, startServer} from './support/server.ts';
import {openReader} from './support/ssh-reader.ts';

const actors = builtIn.actors.length;

/** Milliseconds for what a modem takes long for. */
const PATIENCE = {timeout: 40_000};

/** What a frame of another selection takes on the line at most, with all that SSH puts round it. */
const FRAME = 1200;

let server: ServerProcess;
beforeAll(async () => {
	server = await startServer({args: ['--max-per-address', '100']});
});
afterAll(async () => {
	await server[Symbol.asyncDispose]();
});

const open = (
	line: SlowLine,
	size: {readonly columns?: number; readonly rows?: number} = {},
): Promise<Terminal> =>
	sshTerminal(server, {
		...size,
		options: ['-p', `${line.port}`, '-o', `HostKeyAlias=[127.0.0.1]:${server.port}`],
	});

/** A dashboard that opened before the line became slow. */
const openThen = async (line: SlowLine, shape: LineShape): Promise<Terminal> => {
	const terminal = await open(line);
	await terminal.waitFor(FIRST_FRAME);
	terminal.press('G');
	await terminal.waitFor(() => counted(terminal) === `${actors}/${actors}`);
	terminal.press('g');
	await terminal.waitFor(() => counted(terminal) === `1/${actors}`);
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
])('over %s', (_, shape) => {
	test('of 200 keys none is lost, and not every state is sent but the newest, soon after the last', async () => {
		await using line = await openSlowLine(server.port);
		await using terminal = await openThen(line, shape);
		await pressInTurn(terminal, line, KEYS);
		const before = line.down;
		await terminal.waitFor(() => counted(terminal) === `31/${actors}`, PATIENCE);
		terminal.press('2');
		await terminal.waitFor('┍ 2 Front line ━', PATIENCE);
		expect(line.down - before).toBeLessThan(4 * FRAME);
	});
});

describe('over 9,600 baud', () => {
	test('keys that were pressed before the dashboard was seen are obeyed', async () => {
		await using line = await openSlowLine(server.port);
		line.shape(MODEM);
		await using terminal = await open(line, {columns: 80, rows: 24});
		const logins = server.log.match(/session-start/g)?.length ?? 0;
		await server.waitForLog(/session-start/, logins + 1);
		await pressInTurn(terminal, line, ['j', 'j', 'j', 'k', 'j']);
		await terminal.waitFor(`4/${actors}`, PATIENCE);
		expect(line.down).toBeLessThan(12_000);
	});

	test('a window that is dragged about is drawn for its last size, not for all', async () => {
		await using fresh = await openDashboard({columns: 90, rows: 28});
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

	test('q after many keys leaves when what is on its way has come, and no more', async () => {
		await using line = await openSlowLine(server.port);
		await using terminal = await openThen(line, MODEM);
		await pressInTurn(terminal, line, KEYS.slice(0, 100));
		const before = line.down;
		terminal.press('q');
		expect((await terminal.waitForExit(PATIENCE)).code).toBe(0);
		expect(terminal.modes()).toEqual(MODES_AT_REST);
		expect(line.down - before).toBeLessThan(4 * FRAME);
	});
});

describe('a reader who stalls', () => {
	test.each([
		[120, 40],
		[80, 24],
	])('sees afterwards what a fresh frame shows at %i×%i, cell for cell', async (columns, rows) => {
		await using here = await openDashboard();
		await using witness = await openReader(server);
		await using reader = await openReader(server);
		reader.stall();
		const keys = ['3', 'j', 'enter', 'backspace', '4', 'k', '1', 'j', 'k'];
		for (let turn = 0; turn < 30; turn++) {
			reader.press(...keys);
			here.press(...keys);
			// What was sent before this is answered has been read by then.
			await pressAndSee(witness, turn % 2 === 0 ? 'j' : 'k');
		}

		for (const screen of [reader, here]) {
			screen.press('1', 'g', 'j', 'j');
			screen.resize(columns, rows);
		}

		await pressAndSee(witness, 'j');
		await here.waitFor(() => counted(here) === `3/${actors}`);
		reader.resume();
		await reader.waitFor(() => counted(reader) === `3/${actors}`);
		await samePicture(reader, here);
		reader.press('q');
		expect((await reader.waitForExit()).code).toBe(0);
		expect(reader.modes()).toEqual(MODES_AT_REST);
		const {localAddress} = reader.connection.socket;
		await server.waitForLog(new RegExp(`session-end address=${localAddress} .* dropped=[1-9]`));
	});
});
