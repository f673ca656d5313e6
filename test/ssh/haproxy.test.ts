import {spawn} from 'node:child_process';
import {once} from 'node:events';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {pathOf} from '../e2e/support/installed.ts';
import {freePort, untilListening} from '../support/free-port.ts';
import {startServer} from './support/server.ts';
import {openReader} from './support/ssh-reader.ts';

const HAPROXY = pathOf('haproxy');
const CONFIG = path.join(import.meta.dirname, '../../deploy/haproxy.cfg');

describe.skipIf(HAPROXY === undefined)('two replicas behind HAProxy, as deploy/ has it', () => {
	test('new sessions go to the other when one dies, and both know whose they are', async () => {
		await using first = await startServer({args: ['--proxy-protocol', '127.0.0.1']});
		const key = path.join(first.folder.path, 'state/libya-tui/ssh_host_ed25519_key');
		await using second = await startServer({
			args: ['--proxy-protocol', '127.0.0.1', '--host-key', key],
		});
		expect(second.fingerprint).toBe(first.fingerprint);
		const port = await freePort();
		const proxy = spawn(HAPROXY ?? '', ['-f', CONFIG], {
			env: {
				BIND: `127.0.0.1:${port}`,
				REPLICA_1: `127.0.0.1:${first.port}`,
				REPLICA_2: `127.0.0.1:${second.port}`,
			},
			stdio: ['ignore', 'pipe', 'pipe'],
		});
		const ended = once(proxy, 'exit');
		try {
			// HAProxy takes both to be there until a look tells otherwise.
			await untilListening(port);
			await using one = await openReader(first, {port});
			await using other = await openReader(first, {port});
			await Promise.all([first, second].map(server => server.waitForLog(/ session-start /)));
			for (const {log} of [first, second]) {
				expect(log).toMatch(/ session-start address=127\.0\.10\d\.\d+ /);
			}

			// The one who reads at the replica that goes on.
			const [lost, kept] = first.log.includes(`address=${one.connection.socket.localAddress} `)
				? [one, other]
				: [other, one];
			first.kill('SIGKILL');
			await lost.exited;
			kept.press('2');
			await kept.waitFor('┍ 2 Front line ━');
			await using third = await openReader(first, {port});
			third.press('3');
			await third.waitFor('┍ 3 Quotes ━');
			await second.waitForLog(/ session-start /, 2);
		} finally {
			proxy.kill('SIGKILL');
			await ended;
		}
	});
});
