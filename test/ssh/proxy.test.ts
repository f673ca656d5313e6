import {once} from 'node:events';
import {connect} from 'node:net';
import {describe, expect, test} from 'vitest';
import {connectAsProxy, runOver} from './support/proxied.ts';
import {startServer} from './support/server.ts';
import {logIn} from './support/ssh-reader.ts';

const V2 = Buffer.concat([
	Buffer.from('\r\n\r\n\0\r\nQUIT\n', 'latin1'),
	Buffer.from([0x21, 0x11, 0, 12, 203, 0, 113, 9, 127, 0, 0, 1, 1, 2, 3, 4]),
]);

describe('behind a proxy that is listed', () => {
	test.each([
		['a line', 'PROXY TCP4 203.0.113.9 127.0.0.1 40000 2222\r\n', '203.0.113.9'],
		['a line of IPv6', 'PROXY TCP6 2001:db8::9 ::1 40000 2222\r\n', '2001:db8::9'],
		['bytes', V2, '203.0.113.9'],
	])('the address that %s gives is the client’s, in the log too', async (_, header, address) => {
		await using server = await startServer({args: ['--proxy-protocol', '127.0.0.1']});
		const socket = await connectAsProxy(server, header);
		expect(await runOver(socket, 'list towns')).toContain('place:brega');
		await server.waitForLog(/disconnect/);
		expect(server.log).toContain(` login address=${address} `);
		expect(server.log).not.toContain('address=127.0.0.1');
	});

	test('a client that comes directly from elsewhere is let in as itself', async () => {
		await using server = await startServer({args: ['--proxy-protocol', '10.9.9.9']});
		await using connection = await logIn(server);
		expect(connection.socket.localAddress).toMatch(/^127\.0\.10\d\./);
		await server.waitForLog(/ login address=127\.0\.10\d\./);
	});

	test('limits are those of the client, not of the proxy', async () => {
		await using server = await startServer({
			args: ['--proxy-protocol', '127.0.0.1', '--max-per-address', '2'],
		});
		const of = (address: string): string => `PROXY TCP4 ${address} 127.0.0.1 40000 2222\r\n`;
		const idents = await Promise.all(
			['203.0.113.1', '203.0.113.1', '203.0.113.2', '203.0.113.2'].map(async address => {
				const socket = await connectAsProxy(server, of(address));
				const [data] = await once(socket, 'data');
				return [socket, String(data)] as const;
			}),
		);
		expect(idents.map(([, ident]) => ident.slice(0, 8))).toEqual(Array(4).fill('SSH-2.0-'));
		const third = await connectAsProxy(server, of('203.0.113.1'));
		third.resume();
		await once(third, 'close');
		await server.waitForLog(/refused address=203\.0\.113\.1 why=per-address/);
		for (const [socket] of idents) {
			socket.destroy();
		}
	});

	test.each([
		['nothing of a proxy', 'SSH-2.0-client\r\n'],
		['what is no header', 'PROXY nonsense\r\n'],
	])('a connection with %s is refused', async (_, header) => {
		await using server = await startServer({args: ['--proxy-protocol', '127.0.0.1']});
		const socket = await connectAsProxy(server, header);
		socket.resume();
		await once(socket, 'close');
		await server.waitForLog(/refused address=127\.0\.0\.1 why=proxy-header/);
	});

	test('a look at whether anybody is there is let be, and is not in the log', async () => {
		await using server = await startServer({args: ['--proxy-protocol', '127.0.0.1']});
		const local = Buffer.concat([V2.subarray(0, 12), Buffer.from([0x20, 0, 0, 0])]);
		const look = await connectAsProxy(server, local);
		expect(String((await once(look, 'data'))[0])).toMatch(/^SSH-2\.0-/);
		look.end();
		await once(look, 'close');
		await runOver(await connectAsProxy(server, V2), 'list towns');
		await server.waitForLog(/disconnect/);
		expect(server.log).not.toContain('127.0.0.1 why');
		expect(server.log.match(/connect address/g)).toHaveLength(2);
	});
});

test('from an address that is not listed no header is believed', async () => {
	await using server = await startServer({args: ['--proxy-protocol', '10.9.9.9']});
	const socket = connect({
		port: server.port,
		host: '127.0.0.1',
		localAddress: server.nextAddress(),
	});
	socket.on('error', () => {});
	socket.write('PROXY TCP4 203.0.113.9 127.0.0.1 40000 2222\r\nSSH-2.0-client\r\n');
	socket.resume();
	await once(socket, 'close');
	await using connection = await logIn(server);
	expect(connection.socket.destroyed).toBe(false);
	await server.waitForLog(/ login /);
	expect(server.log).not.toContain('203.0.113.9');
});
