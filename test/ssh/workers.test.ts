import {kill} from 'node:process';
import {describe, expect, test} from 'vitest';
import {runPiped} from '../support/piped.ts';
import {builtCommand} from '../support/terminal.ts';
import {startServer} from './support/server.ts';
import {openReader} from './support/ssh-reader.ts';

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
