import {describe, expect, test} from 'vitest';
import {type ServerProcess, startServer} from './support/server.ts';
import {openReader} from './support/ssh-reader.ts';

const urlOf = (server: ServerProcess): string =>
	`http://127.0.0.1:${/ metrics=(\d+)/.exec(server.log)?.[1]}`;

/** The value of a figure, with its labels as they are written; summed where there are several. */
const figure = (figures: string, name: string): number =>
	figures
		.split('\n')
		.filter(line => line.startsWith(`${name} `) || line.startsWith(`${name}{`))
		.reduce((sum, line) => sum + Number(line.split(' ').at(-1)), 0);

describe.each([
	['one process', []],
	['two processes', ['--workers', '2']],
])('the figures of %s', (_, args) => {
	test('tell of connections, sessions, frames and bytes', async () => {
		await using server = await startServer({args: ['--metrics-port', '0', ...args]});
		await server.waitForLog(/ metrics=\d+/);
		const read = async (): Promise<string> => (await fetch(`${urlOf(server)}/metrics`)).text();
		expect(figure(await read(), 'libya_tui_sessions')).toBe(0);
		const reader = await openReader(server);
		const during = await read();
		expect(figure(during, 'libya_tui_sessions')).toBe(1);
		expect(figure(during, 'libya_tui_connections')).toBe(1);
		expect(figure(during, 'libya_tui_handshakes_total')).toBe(1);
		expect(figure(during, 'process_resident_memory_bytes')).toBeGreaterThan(1e7);
		reader.press('2');
		await reader.waitFor('┍ 2 Front line ━');
		reader.press('q');
		await reader.exited;
		await server.waitForLog(/ disconnect /);
		const after = await read();
		expect(figure(after, 'libya_tui_sessions')).toBe(0);
		expect(figure(after, 'libya_tui_connections')).toBe(0);
		expect(after).toContain('libya_tui_sessions_ended_total{reason="quit"} 1');
		expect(figure(after, 'libya_tui_frames_total')).toBeGreaterThan(1);
		expect(figure(after, 'libya_tui_bytes_total')).toBeGreaterThan(2000);
	});
});

test('that somebody is there is told, and nothing else', async () => {
	await using server = await startServer({args: ['--metrics-port', '0']});
	await server.waitForLog(/ metrics=\d+/);
	const health = await fetch(`${urlOf(server)}/healthz`);
	expect([health.status, await health.text()]).toEqual([200, 'ok\n']);
	for (const [path, method] of [
		['/', 'GET'],
		['/metrics', 'POST'],
		['/../etc/passwd', 'GET'],
	]) {
		expect((await fetch(`${urlOf(server)}${path}`, {method: method ?? ''})).status).toBe(404);
	}
});
