import {createHash} from 'node:crypto';
import {once} from 'node:events';
import {rm} from 'node:fs/promises';
import {type AddressInfo, createServer} from 'node:net';
import path from 'node:path';
import {kill} from 'node:process';
import {describe, expect, test} from 'vitest';
import {fingerprintOf} from '../../source/ssh/fingerprint.ts';
import {newPrivateKey} from '../../source/ssh/openssh-key.ts';
import {temporaryFolder} from '../e2e/support/temporary-folder.ts';
import {aDossier, anActor, anArticle} from '../support/dossier.ts';
import {runPiped} from '../support/piped.ts';
import {builtCommand, openTerminal} from '../support/terminal.ts';
import {type ServerProcess, startServer} from './support/server.ts';
import {openReader} from './support/ssh-reader.ts';
import {newUserKey} from './support/user-key.ts';

/** Processes that serve, by their number in the log. */
const workersIn = (log: string): ReadonlyMap<string, number> =>
	new Map(
		Array.from(log.matchAll(/ listening worker=(\d+) .* pid=(\d+)/g), ([, worker = '', pid]) => [
			worker,
			Number(pid),
		]),
	);

/** The process in which a reader's session began. */
const workerOf = (log: string, address: string | undefined): string | undefined =>
	new RegExp(` session-start worker=(\\d+) address=${address?.replaceAll('.', '\\.')} `).exec(
		log,
	)?.[1];

/** Kills the two that a server has begun with, one after the other, so that its port is never closed. */
const replaceBoth = async (server: ServerProcess): Promise<void> => {
	const pids = [...workersIn(server.log).values()].slice(0, 2);
	for (const [index, pid] of pids.entries()) {
		kill(pid, 'SIGKILL');
		await server.waitForLog(/ listening worker/, 3 + index);
	}
};

describe('several processes at one port', () => {
	test('one that dies takes only its own readers with it, and is replaced', async () => {
		await using server = await startServer({args: ['--workers', '2']});
		await server.waitForLog(/ listening worker/, 2);
		await using first = await openReader(server);
		await using second = await openReader(server);
		await server.waitForLog(/ session-start /, 2);
		const {log} = server;
		const workers = workersIn(log);
		const [mine, other] = [first, second].map(({connection}) =>
			workerOf(log, connection.socket.localAddress),
		);
		expect([mine, other].toSorted()).toEqual(['1', '2']);
		kill(workers.get(mine ?? '') ?? Number.NaN, 'SIGKILL');
		await first.exited;
		await server.waitForLog(/ worker-died worker=/);
		await server.waitForLog(/ listening worker/, 3);
		second.press('2');
		await second.waitFor('┍ 2 Front line ━');
		await using third = await openReader(server);
		third.press('3');
		await third.waitFor('┍ 3 Quotes ━');
	});

	test('it ends with all of its processes, and every terminal is given back', async () => {
		await using server = await startServer({args: ['--workers', '2']});
		await server.waitForLog(/ listening worker/, 2);
		await using first = await openReader(server);
		await using second = await openReader(server);
		server.kill('SIGTERM');
		expect(await server.exited).toEqual({code: 0, signal: undefined});
		for (const reader of [first, second]) {
			await reader.exited;
			expect(reader.modes().alternateScreen).toBe(false);
			expect(reader.text()).toContain('the server is going down');
		}
	});

	test('where all of its processes are told to end, as by systemd, each waits for its readers nonetheless', async () => {
		await using server = await startServer({args: ['--workers', '2']});
		await server.waitForLog(/ listening worker/, 2);
		await using reader = await openReader(server);
		await server.waitForLog(/ session-start /);
		// It keeps its side open, so that whoever waits for nobody would be gone before it.
		reader.stall();
		for (const pid of workersIn(server.log).values()) {
			kill(pid, 'SIGTERM');
		}

		await server.waitForLog(/ shutdown worker=/, 2);
		server.kill('SIGTERM');
		expect(await server.exited).toEqual({code: 0, signal: undefined});
		expect(server.log).toContain(' disconnect ');
	});

	test('the interrupt of a terminal, which all of its processes get, ends it in order', async () => {
		await using terminal = await openTerminal({args: ['serve', '--port', '0', '--workers', '2']});
		await terminal.waitFor(screen => screen.text().split(' listening worker=').length === 3);
		const port = Number(/ port (\d+): ssh -p /.exec(terminal.text())?.[1]);
		await using reader = await openReader({port, nextAddress: () => '127.0.0.1'});
		terminal.press('ctrl-c');
		expect(await terminal.waitForExit()).toEqual({code: 0, signal: undefined});
		await reader.exited;
		expect(reader.text()).toContain('the server is going down');
		expect(terminal.output()).not.toContain(' error ');
	});

	test('one that stands still does not keep it from its end', async () => {
		await using server = await startServer({args: ['--workers', '2']});
		await server.waitForLog(/ listening worker/, 2);
		const [pid = Number.NaN] = workersIn(server.log).values();
		kill(pid, 'SIGSTOP');
		server.kill('SIGTERM');
		expect(await server.exited).toEqual({code: 0, signal: undefined});
	});

	test('where all of them die at once, others serve at the port that it has told of', async () => {
		await using server = await startServer({args: ['--workers', '2']});
		await server.waitForLog(/ listening worker/, 2);
		for (const pid of workersIn(server.log).values()) {
			kill(pid, 'SIGKILL');
		}

		await server.waitForLog(new RegExp(` listening worker=\\d+ .* port=${server.port} `), 4);
		await using reader = await openReader(server);
		await reader.waitFor('Moussa Koussa');
	});

	test('what a worker says past its log is in the log too, in lines of its own', async () => {
		await using server = await startServer({args: ['--workers', '2']});
		await server.waitForLog(/ listening worker/, 2);
		const [pid = Number.NaN] = workersIn(server.log).values();
		kill(pid, 'SIGUSR1');
		await server.waitForLog(/^For help, see: .*\n/m);
		expect(server.log).toMatch(/^Debugger listening on /m);
	});

	test('asked to read anew while one is being replaced, it ends none of them', async () => {
		await using server = await startServer({args: ['--workers', '2']});
		await server.waitForLog(/ listening worker/, 2);
		const [pid = Number.NaN] = workersIn(server.log).values();
		kill(pid, 'SIGKILL');
		await server.waitForLog(/ worker-died worker=/);
		for (let count = 1; count <= 3; count++) {
			server.kill('SIGHUP');
			await server.waitForLog(/ reload .*records=/, count);
		}

		await server.waitForLog(/ listening worker/, 3);
		server.kill('SIGHUP');
		await server.waitForLog(/ reload .*records=/, 5);
		expect(server.log.match(/ worker-died /g)).toHaveLength(1);
	});

	test('one that is replaced serves what the others do, whatever has become of the files', async () => {
		await using folder = await temporaryFolder();
		const text = 'The tide does not ask.\n\nIt comes and goes.\n';
		const sha256 = createHash('sha256').update(text).digest('hex');
		const vera = anActor({id: 'actor:vera-moss', name: 'Vera Moss'});
		const ada = anActor({id: 'actor:ada-lowe', name: 'Ada Lowe'});
		const file = await folder.dossier(aDossier([anArticle({sha256, paragraphs: 2}), vera]));
		const article = await folder.write('article.txt', text);
		const {line, privateKey} = newUserKey('reader');
		const keys = await folder.write('keys', newUserKey('somebody else').line);
		await using server = await startServer({
			args: [file, '--article', article, '--authorized-keys', keys, '--workers', '2'],
		});
		await server.waitForLog(/ listening worker/, 2);
		await folder.dossier(aDossier([anArticle({sha256, paragraphs: 2}), vera, ada]));
		await folder.write('keys', line);
		server.kill('SIGHUP');
		await server.waitForLog(/ reload worker=\d+ records=/, 2);

		await folder.write('dossier.json', '{"id": ');
		await folder.write('article.txt', 'Something else.\n');
		await rm(keys);
		const hostKey = path.join(server.folder.path, 'state/libya-tui/ssh_host_ed25519_key');
		await server.folder.write(path.relative(server.folder.path, hostKey), newPrivateKey('another'));
		await replaceBoth(server);
		const known: string[] = [];
		const hostVerifier = (blob: Buffer): boolean => known.push(fingerprintOf(blob)) > 0;
		await using reader = await openReader(server, {config: {privateKey, hostVerifier}});
		expect(known).toEqual([server.fingerprint]);
		await reader.waitFor('Ada Lowe');
		expect(server.log.match(/ worker-died /g)).toHaveLength(2);
	});

	test('what cannot be read anew is refused once, and those that come later serve what was good', async () => {
		await using folder = await temporaryFolder();
		const vera = anActor({id: 'actor:vera-moss', name: 'Vera Moss'});
		const file = await folder.dossier(aDossier([vera]));
		await using server = await startServer({args: [file, '--workers', '2']});
		await server.waitForLog(/ listening worker/, 2);
		await folder.write('dossier.json', '{"id": ');
		server.kill('SIGHUP');
		await server.waitForLog(/ reload-refused .*dossier\.json: /);
		await replaceBoth(server);
		await using reader = await openReader(server);
		await reader.waitFor('Vera Moss');
		expect(server.log.match(/ reload-refused /g)).toHaveLength(1);
	});

	test('while none of them is left it is not well, and when one serves again it is', async () => {
		await using server = await startServer({
			args: ['--workers', '2', '--metrics-port', '0', '--log-format', 'json'],
		});
		const listening = /"event":"listening"/;
		await server.waitForLog(listening, 2);
		const health = async (): Promise<number> => {
			const port = /"metrics":(\d+)/.exec(server.log)?.[1];
			return (await fetch(`http://127.0.0.1:${port}/healthz`)).status;
		};
		// A worker says in the log that it listens before the primary hears of it.
		await expect.poll(health).toBe(200);
		for (const [, pid] of server.log.matchAll(/"pid":(\d+),"hostKey"/g)) {
			kill(Number(pid), 'SIGKILL');
		}

		await server.waitForLog(/"event":"worker-died"/, 2);
		expect(await health()).toBe(503);
		await server.waitForLog(listening, 3);
		await expect.poll(health).toBe(200);
	});

	test('what keeps one from taking the place of another is in the log, in a line like all others', async () => {
		const other = createServer();
		other.listen(0, '127.0.0.1');
		await once(other, 'listening');
		const {port} = other.address() as AddressInfo;
		other.close();
		await once(other, 'close');
		await using server = await startServer({
			port,
			args: ['--workers', '2', '--log-format', 'json'],
		});
		await server.waitForLog(/"event":"listening"/, 2);
		for (const [, pid] of server.log.matchAll(/"pid":(\d+),"hostKey"/g)) {
			kill(Number(pid), 'SIGKILL');
		}

		await server.waitForLog(/"event":"worker-died"/, 2);
		other.listen(port, '127.0.0.1');
		await once(other, 'listening');
		try {
			await server.waitForLog(/"event":"worker-died"/, 3);
			const lines = server.log.trim().split('\n');
			const events = lines.map(line => JSON.parse(line) as {event: string; fault?: string});
			expect(events.find(({event}) => event === 'fault')?.fault).toContain(
				'another program listens there',
			);
		} finally {
			other.close();
		}
	});

	test('what keeps it from serving is told once, and ends it', async () => {
		await using server = await startServer();
		const [command, ...args] = builtCommand([
			'serve',
			...['--workers', '2', '--port', String(server.port)],
			...['--host-key', `${server.folder.path}/state/libya-tui/ssh_host_ed25519_key`],
		]);
		const {code, stderr, stdout} = await runPiped({command, args});
		expect(code).toBe(1);
		expect(stdout).toBe('');
		expect(stderr.match(/another program listens there/g)).toHaveLength(1);
	});
});
