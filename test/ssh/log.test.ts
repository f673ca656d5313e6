import {describe, expect, test} from 'vitest';
import {MODES_AT_REST} from '../support/screen.ts';
import {sshDashboard, sshPiped} from './support/open-ssh.ts';
import {connectRaw} from './support/raw-client.ts';
import {startServer} from './support/server.ts';
import {logIn, openReader} from './support/ssh-reader.ts';

/** Nothing that the program says by itself, so that it can only have come from a reader. */
const SECRET = 'zuqeqiqo';

const SHAPE =
	/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z (?:info|warn|error) [a-z-]+(?: [a-zA-Z]+=(?:[^\s"=]+|"(?:[^"\\]|\\.)*"))*$/;

const linesOf = (log: string): readonly string[] => log.trimEnd().split('\n');

describe('the log', () => {
	test('has a line for each connection, login, session and end, with whose and how much', async () => {
		await using server = await startServer();
		await using terminal = await sshDashboard(server, {columns: 100, rows: 30});
		terminal.press('j', 'q');
		await terminal.waitForExit();
		await sshPiped(server, {line: 'list towns --json'});
		await sshPiped(server, {line: 'nonsense'});
		await server.waitForLog(/ disconnect /, 3);
		const lines = linesOf(server.log);
		for (const line of lines) {
			expect(line).toMatch(SHAPE);
		}

		const [first = '', second = ''] = [...new Set(server.log.match(/address=\S+/g))];
		const of = (address: string): readonly string[] =>
			lines.filter(line => line.includes(`${address} `)).map(line => line.slice(25));
		expect(of(first)).toEqual([
			expect.stringMatching(/^info connect address=127\.0\.\S+ client=OpenSSH_\S+$/),
			expect.stringMatching(/^info login address=\S+ user=reader method=none$/),
			expect.stringMatching(
				/^info session-start address=\S+ user=reader kind=dashboard term=xterm-256color columns=100 rows=30$/,
			),
			expect.stringMatching(
				/^info session-end address=\S+ user=reader kind=dashboard reason=quit ms=\d+ frames=[1-9]\d* dropped=\d+ bytes=[1-9]\d{3,}$/,
			),
			expect.stringMatching(/^info disconnect address=\S+ user=reader method=none ms=\d+$/),
		]);
		expect(of(second)).toEqual([
			expect.stringContaining('connect'),
			expect.stringContaining('login'),
			expect.stringMatching(/^info session-start \S+ user=reader kind=command command=list$/),
			expect.stringMatching(
				/^info session-end \S+ user=reader kind=command reason=done ms=\d+ code=0 bytes=\d+$/,
			),
			expect.stringContaining('disconnect'),
		]);
		expect(server.log).toMatch(/session-end .*reason=unknown-command .*code=127 /);
		expect(server.log).not.toContain('nonsense');
		expect(server.log).not.toContain('towns');
	});

	test('as JSON is the same, an object a line', async () => {
		await using server = await startServer({args: ['--log-format', 'json']});
		await sshPiped(server, {line: 'list towns'});
		await server.waitForLog(/"disconnect"/);
		const events = linesOf(server.log).map(line => JSON.parse(line));
		expect(events.map(({event}) => event)).toEqual([
			'listening',
			'connect',
			'login',
			'session-start',
			'session-end',
			'disconnect',
		]);
		expect(events[4]).toMatchObject({
			level: 'info',
			user: 'reader',
			kind: 'command',
			reason: 'done',
			code: 0,
			bytes: expect.any(Number),
			ms: expect.any(Number),
			time: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
		});
		expect(events[4]).not.toHaveProperty('hostname');
	});

	test.each(['text', 'json'])('as %s never has a key, a search or a note in it', async format => {
		await using server = await startServer({args: ['--log-format', format]});
		await using terminal = await sshDashboard(server);
		terminal.press('/', ...SECRET, 'enter');
		await terminal.waitFor(`/${SECRET}`);
		terminal.press(':');
		terminal.type(SECRET);
		await terminal.waitFor(screen => screen.text().split(SECRET).length > 2);
		terminal.press('ctrl-u', 'enter');
		terminal.paste(SECRET);
		terminal.press('ctrl-c');
		await terminal.waitForExit();
		for (const line of [
			`search ${SECRET}`,
			`search ${SECRET} --json`,
			`list actors --filter ${SECRET}`,
			`show actor:${SECRET}`,
			`list --${SECRET}`,
			`${SECRET} x`,
			`list towns /${SECRET}`,
			`search '${SECRET}`,
			`search ${SECRET};`,
		]) {
			await sshPiped(server, {line});
		}

		const options = ['-o', `SetEnv=LANG=${SECRET} LC_${SECRET.toUpperCase()}=x`];
		await sshPiped(server, {line: 'list towns', options});
		await server.waitForLog(/disconnect/, 11);
		expect(server.log.toLowerCase()).not.toContain(SECRET);
	});

	test.each(['text', 'json'])(
		'as %s has one line for each event, whatever a client calls itself',
		async format => {
			await using server = await startServer({args: ['--log-format', format]});
			const names = [
				'eve\n2031-01-01T00:00:00.000Z info login address=127.0.0.1 user=admin',
				'eve\r\nroot',
				'\u001B[2J\u001B]0;owned\u0007',
				'" level=error "',
				'a=b c="d\\',
				'{"level":"error"}',
				'عمر',
				'x'.repeat(5000),
				' ',
			];
			for (const username of names) {
				await using reader = await openReader(server, {
					config: {username, ident: `x${'y'.repeat(100)}`},
					term: 'vt\u001B[31m100\nlogin',
				});
				reader.press('q');
				await reader.waitForExit();
				expect(reader.modes()).toEqual(MODES_AT_REST);
			}

			await server.waitForLog(/disconnect/, names.length);
			expect(server.log).toMatch(/^[\n -~]*$/);
			const lines = linesOf(server.log);
			expect(lines).toHaveLength(1 + 5 * names.length);
			for (const line of lines) {
				expect(line.length).toBeLessThan(500);
				if (format === 'json') {
					expect(JSON.parse(line)).toMatchObject({level: 'info'});
				} else {
					expect(line).toMatch(SHAPE);
				}
			}
		},
	);

	test('tells of who comes without logging in, and of who is refused', async () => {
		await using server = await startServer();
		await expect(logIn(server, {password: SECRET, authHandler: ['password']})).rejects.toThrow();
		await server.waitForLog(/disconnect/);
		expect(linesOf(server.log).slice(1)).toEqual([
			expect.stringContaining(' connect '),
			expect.stringContaining(' disconnect '),
		]);
		expect(server.log).not.toContain(SECRET);
	});

	test.each([
		'GET / HTTP/1.0\r\n\r\n',
		'SSH-1.5-x\r\n',
		'SSH-2.0-\r\n',
		'PROXY TCP4 10.0.0.1 10.0.0.2 1 2\r\nSSH-2.0-x\r\n',
	])('has one line for a connection that begins with %j', async line => {
		await using server = await startServer();
		const address = server.nextAddress();
		await using silent = await connectRaw(server);
		silent.socket.destroy();
		await using client = await connectRaw(server, address);
		client.write(line);
		await client.ended;
		client.socket.destroy();
		await server.waitForLog(/ refused /);
		expect(linesOf(server.log).slice(1)).toEqual([
			expect.stringMatching(new RegExp(` warn refused address=${address} why=no-ssh$`)),
		]);
	});
});
