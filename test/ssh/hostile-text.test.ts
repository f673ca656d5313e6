import {chmod} from 'node:fs/promises';
import {stripVTControlCharacters} from 'node:util';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {colourCodes} from '../e2e/support/sequences.ts';
import {temporaryFolder} from '../e2e/support/temporary-folder.ts';
import {runPiped} from '../support/piped.ts';
import {textEverywhere} from '../support/text-everywhere.ts';
import {MESSAGE, payloadOf} from './support/payload.ts';
import {connectRaw} from './support/raw-client.ts';
import {runLine} from './support/run-line.ts';
import {sendPayload} from './support/send-payload.ts';
import {type ServerProcess, startServer} from './support/server.ts';
import {logIn, openReader, openReaderOn} from './support/ssh-reader.ts';
import {openWitness} from './support/witness.ts';

const PWNED = 'pwned';

/** What a terminal would obey: another title, a cleared screen, a command typed by its answer, C1, a turned line. */
const EVIL = [
	`\u001B]0;${PWNED}\u0007`,
	'\u001B[2J\u001B[?1049l\u001Bc',
	'\u001B]52;c;cHduZWQ=\u0007',
	'\u001B[c\u001B[6n\u0005',
	'\u009B31m\u009D0;x\u009C',
	'\u202Etxt\u2066\u0000\u0008\r\n\u007F',
].join(' ');

// biome-ignore lint/suspicious/noControlCharactersInRegex: what must not be there
const OBEYED = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/u;

/** A line of the log: a time, a level, an event, and fields, all of it printable ASCII. */
const LOG_LINE =
	/^\d{4}-\d\d-\d\dT[\d:.]+Z (?:info|warn|error) [a-z-]+(?: [a-zA-Z]+=(?:"(?:[^"\\]|\\.)*"|[^\s"=]+))*$/;

describe('a report with sequences in every text', () => {
	let folder: Awaited<ReturnType<typeof temporaryFolder>>;
	let server: ServerProcess;
	beforeAll(async () => {
		folder = await temporaryFolder();
		server = await startServer({args: [await folder.dossier(textEverywhere(EVIL))]});
	});
	afterAll(async () => {
		await server[Symbol.asyncDispose]();
		await folder[Symbol.asyncDispose]();
	});

	test('is shown without any of them being obeyed, whatever is opened', async () => {
		await using reader = await openReader(server);
		const pressAndSee = async (key: string): Promise<void> => {
			const before = reader.picture().join('\n');
			reader.press(key);
			await reader.waitFor(() => reader.picture().join('\n') !== before, {label: key});
		};

		for (const pane of ['2', '3', '4', '5', '1']) {
			await pressAndSee(pane);
		}

		for (const overlay of ['e', 'x', 'c', '?']) {
			await pressAndSee(overlay);
			await pressAndSee('q');
		}

		await pressAndSee('y');
		await pressAndSee('Y');
		reader.press('ctrl-c');
		expect((await reader.waitForExit()).code).toBe(130);
		expect(reader.output()).not.toContain('\u001B]0;');
		expect(reader.output()).not.toContain('\u001B[6n');
		for (const obeyed of ['\u001Bc', '\u0005', '\u009B', '\u202E']) {
			expect(reader.output()).not.toContain(obeyed);
		}

		expect(reader.clipboard() ?? '').not.toMatch(OBEYED);
	});

	test.each(['xterm-256color', 'dumb'])(
		'is said to a terminal of the kind %s without them too',
		async term => {
			const connection = await logIn(server);
			await using reader = await openReaderOn(connection, {term, line: 'list actors'});
			await reader.waitForExit();
			expect(stripVTControlCharacters(reader.output())).not.toMatch(OBEYED);
			expect(reader.output()).not.toContain('\u001B]0;');
		},
	);

	test('is told to whoever starts the server without them', () => {
		expect(server.stdout).not.toMatch(OBEYED);
	});
});

describe('what clients say of themselves', () => {
	const names = [
		`\n2026-01-01T00:00:00.000Z info login address=203.0.113.9 user=root`,
		EVIL,
		'a" method=publickey key="SHA256:x',
		'ünïcode\u2028 مرحبا',
		'x'.repeat(20_000),
		'',
		'%s%n$(id)`id`',
	];

	test.each(['text', 'json'])('makes no line of the log (%s) but its own', async format => {
		await using server = await startServer({args: ['--log-format', format]});
		await using witness = await openWitness(server);
		let gone = 0;
		await witness.during(async () => {
			for (const name of names) {
				await using connection = await logIn(server, {username: name});
				const {client} = connection;
				sendPayload(client, payloadOf(MESSAGE.channelOpen, 'session', 1, 2 ** 21, 2 ** 15));
				sendPayload(
					client,
					payloadOf(MESSAGE.channelRequest, 0, 'pty-req', true, name, 80, 24, 0, 0, name),
				);
				sendPayload(client, payloadOf(MESSAGE.channelRequest, 0, 'env', true, 'LANG', name));
				sendPayload(client, payloadOf(MESSAGE.channelRequest, 0, 'env', true, name, name));
				sendPayload(client, payloadOf(MESSAGE.channelRequest, 0, 'exec', true, `list ${name}`));
				sendPayload(client, payloadOf(MESSAGE.disconnect, 2, name, ''));
				gone += 1;
				await server.waitForLog(/\bdisconnect\b/, gone);
			}

			await using raw = await connectRaw(server);
			raw.write('SSH-2.0-\u001B[31mevil\u0007 \u001B]0;x\u0007 comment\r\n');
			await raw.waitFor('curve25519');
		});
		for (const line of server.log.trimEnd().split('\n')) {
			expect(line).toMatch(/^[ -~]{1,1500}$/);
			if (format === 'json') {
				expect(() => JSON.parse(line)).not.toThrow();
			} else {
				expect(line).toMatch(LOG_LINE);
			}
		}

		expect(server.log).not.toContain('\n2026-01-01');
	});

	test('is nothing that another reader sees: each has the colours of their own terminal, whatever the server’s', async () => {
		await using server = await startServer({
			env: {CI: 'true', NO_COLOR: '1', TERM: 'dumb', FORCE_COLOR: '0'},
		});
		await using colourful = await openReader(server);
		await using plain = await openReader(server, {env: {NO_COLOR: '1'}});
		await using again = await openReader(server);
		for (const reader of [colourful, plain, again]) {
			reader.write('jjj');
			await reader.waitFor('4/46');
		}

		expect(colourCodes(colourful.output())).not.toEqual([]);
		expect(colourCodes(plain.output())).toEqual([]);
		expect(colourful.picture()).toEqual(again.picture());
		expect(plain.text()).toBe(again.text());
	});

	test('a terminal has whole lines: none begins where the last one ended', async () => {
		await using server = await startServer();
		const connection = await logIn(server);
		await using reader = await openReaderOn(connection, {line: 'list towns'});
		await reader.waitForExit();
		expect(reader.output()).toContain('Brega');
		expect(reader.output()).not.toMatch(/(?<!\r)\n/);
		// Where there is no terminal, lines are as they are in a file.
		expect((await runLine(server, 'list towns')).stdout).not.toContain('\r');
	});
});

test('a host key that others can read is not used: the server does not start, with 78', async () => {
	await using folder = await temporaryFolder();
	{
		await using server = await startServer({folder});
		expect(server.port).toBeGreaterThan(0);
	}

	await chmod(`${folder.path}/state/libya-tui/ssh_host_ed25519_key`, 0o644);
	const {code, stdout, stderr} = await runPiped({
		args: ['serve', '--port', '0'],
		env: {XDG_STATE_HOME: `${folder.path}/state`},
	});
	expect(code).toBe(78);
	expect(stdout).toBe('');
	expect(stderr).toMatch(/ssh_host_ed25519_key/);
	expect(stderr).toMatch(/chmod/);
});
