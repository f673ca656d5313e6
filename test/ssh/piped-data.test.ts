import {type ChildProcess, spawn} from 'node:child_process';
import {createHash} from 'node:crypto';
import {once} from 'node:events';
import {setImmediate} from 'node:timers/promises';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {type TemporaryFolder, temporaryFolder} from '../e2e/support/temporary-folder.ts';
import {largeDossier, writeDossier} from '../support/large-dossier.ts';
import {runPiped} from '../support/piped.ts';
import {testEnvironment} from '../support/terminal.ts';
import {setChannelWindow} from './support/channel-window.ts';
import {metricsOf} from './support/metrics.ts';
import {sshArgs, sshPiped, sshTerminal} from './support/open-ssh.ts';
import {type ServerProcess, startServer} from './support/server.ts';
import {logIn} from './support/ssh-reader.ts';

/** Bytes that may be under way to a reader who reads nothing, in all that is between: pipes, windows, the kernel. */
const UNDER_WAY = 8 * 1024 * 1024;

let folder: TemporaryFolder;
let dossier: string;
let server: ServerProcess;
beforeAll(async () => {
	folder = await temporaryFolder();
	dossier = `${folder.path}/large.json`;
	const amounts = {actors: 4000, places: 2000, quotes: 8000, events: 6000};
	await writeDossier(largeDossier(amounts), dossier);
	server = await startServer({args: [dossier, '--metrics-port', '0']});
});
afterAll(async () => {
	await server[Symbol.asyncDispose]();
	await folder[Symbol.asyncDispose]();
});

const startSsh = async (line: string): Promise<ChildProcess> =>
	spawn('ssh', [...(await sshArgs(server, {line}))], {
		env: testEnvironment(),
		stdio: ['ignore', 'pipe', 'inherit'],
	});

const sha256 = (data: string | Uint8Array): string =>
	createHash('sha256').update(data).digest('hex');

const bytesSent = async (): Promise<number> =>
	(await metricsOf(server.log))('libya_tui_bytes_total');

/** Waits until nothing more is sent, which is as long as it takes. @returns How much that is. */
const whenStuck = async (least: number): Promise<number> => {
	let before = -1;
	await expect
		.poll(
			async () => {
				const now = await bytesSent();
				const isStuck = now === before && now > least;
				before = now;
				return isStuck;
			},
			{interval: 200, timeout: 20_000},
		)
		.toBe(true);
	return before;
};

describe('a large export', () => {
	test.each(['json', 'ftm'])('%s comes in full, however slowly it is read', async format => {
		const here = await runPiped({args: ['export', dossier, '--format', format]});
		const ssh = await startSsh(`export --format ${format}`);
		const hash = createHash('sha256');
		let length = 0;
		for await (const piece of ssh.stdout ?? []) {
			hash.update(piece);
			length += piece.length;
			// A turn for each piece and no more than one: as a pipe into something slow.
			await setImmediate();
		}

		expect(length).toBe(Buffer.byteLength(here.stdout));
		expect(hash.digest('hex')).toBe(sha256(here.stdout));
		expect(here.code).toBe(0);
	});

	test('waits in the report and not in memory for a reader who reads nothing, then comes in full', async () => {
		const before = await bytesSent();
		const ssh = await startSsh('export --format json');
		const sent = (await whenStuck(before)) - before;
		expect(sent).toBeLessThan(UNDER_WAY);
		const hash = createHash('sha256');
		for await (const piece of ssh.stdout ?? []) {
			hash.update(piece);
		}

		const here = await runPiped({args: ['export', dossier, '--format', 'json']});
		expect(here.stdout.length).toBeGreaterThan(UNDER_WAY);
		expect(hash.digest('hex')).toBe(sha256(here.stdout));
	});

	test('does not pile up for a client that says it has room for all, and does not read', async () => {
		await using connection = await logIn(server);
		const {client, socket} = connection;
		setChannelWindow(client, 0xff_ff_ff_ff);
		const before = await bytesSent();
		client.exec('export --format json', () => socket.pause());
		const sent = (await whenStuck(before)) - before;
		expect(sent).toBeLessThan(UNDER_WAY);
	});

	test('ends with its reader, who has read enough', async () => {
		const ssh = await startSsh('export --format json');
		await once(ssh.stdout ?? ssh, 'data');
		ssh.stdout?.destroy();
		ssh.kill();
		await once(ssh, 'exit');
		await server.waitForLog(/session-end .*command reason=gone/);
	});

	test('ends with ctrl-c in a terminal', async () => {
		await using terminal = await sshTerminal(server, {
			options: ['-tt'],
			line: 'export --format json',
		});
		await terminal.waitFor(() => terminal.outputSize() > 1000);
		terminal.press('ctrl-c');
		expect((await terminal.waitForExit()).code).toBe(130);
	});

	test('leaves others who are served meanwhile their turn', async () => {
		const ssh = await startSsh('export --format json');
		const {code, stdout} = await sshPiped(server, {line: '--version'});
		expect({code, stdout}).toEqual({code: 0, stdout: expect.stringMatching(/^\d+\.\d+/)});
		ssh.kill();
		await once(ssh, 'exit');
	});
});
