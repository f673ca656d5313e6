import {type ChildProcess, spawn, spawnSync} from 'node:child_process';
import {once} from 'node:events';
import {type AddressInfo, connect, createServer, Socket} from 'node:net';
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {crc32c} from '../../source/ssh/crc32c.ts';
import {type ProxyHeader, readProxyHeader} from '../../source/ssh/proxy-protocol.ts';
import {temporaryFolder} from '../e2e/support/temporary-folder.ts';

const hasHaproxy = spawnSync('haproxy', ['-v']).error === undefined;

const SIGNATURE = [0x0d, 0x0a, 0x0d, 0x0a, 0x00, 0x0d, 0x0a, 0x51, 0x55, 0x49, 0x54, 0x0a];
const PROXY = 0x21;
const LOCAL = 0x20;

/** Two addresses of this many bytes each, and two ports: 4660 and 22. */
const block = (size: number): readonly number[] => [
	...Array.from({length: size}, (_, at) => at + 1),
	...Array.from({length: size}, () => 9),
	...[0x12, 0x34, 0, 22],
];

const IPV4 = block(4);
const IPV6 = block(16);

const binary = (command: number, kind: number, ...rest: readonly number[]): Buffer =>
	Buffer.from([...SIGNATURE, command, kind, rest.length >> 8, rest.length & 0xff, ...rest]);

/** A header with a checksum in it, right or not. */
const checked = (change = 0): Buffer => {
	const bytes = binary(PROXY, 0x11, ...IPV4, 4, 0, 2, 0, 0, 3, 0, 4, 0, 0, 0, 0);
	bytes.writeUInt32BE((crc32c(bytes) ^ change) >>> 0, bytes.length - 4);
	return bytes;
};

const text = (line: string): Buffer => Buffer.from(line, 'latin1');

const HEADERS: readonly (readonly [string, Buffer, string | undefined, number | undefined])[] = [
	['IPv4 in text', text('PROXY TCP4 192.0.2.1 192.0.2.9 56324 22\r\n'), '192.0.2.1', 56_324],
	['IPv6 in text', text('PROXY TCP6 2001:DB8:0::1 ::1 65535 0\r\n'), '2001:db8::1', 65_535],
	['IPv4 as IPv6', text('PROXY TCP6 ::ffff:192.0.2.1 ::1 1 2\r\n'), '192.0.2.1', 1],
	[
		'the longest line of IPv6',
		text(`PROXY TCP6 ${'ffff:'.repeat(7)}ffff ${'ffff:'.repeat(7)}ffff 65535 65535\r\n`),
		`${'ffff:'.repeat(7)}ffff`,
		65_535,
	],
	['unknown in text', text('PROXY UNKNOWN\r\n'), undefined, undefined],
	[
		'unknown with addresses',
		text('PROXY UNKNOWN ffff::1 \u00ff ffff::2 1 2\r\n'),
		undefined,
		undefined,
	],
	['the longest line', text(`PROXY UNKNOWN ${'x'.repeat(91)}\r\n`), undefined, undefined],
	['IPv4 in bytes', binary(PROXY, 0x11, ...IPV4), '1.2.3.4', 0x12_34],
	['IPv6 in bytes', binary(PROXY, 0x21, ...IPV6), '102:304:506:708:90a:b0c:d0e:f10', 0x12_34],
	[
		'IPv4 with more fields',
		binary(PROXY, 0x11, ...IPV4, 2, 0, 3, 97, 98, 99, 0x30, 0, 0),
		'1.2.3.4',
		0x12_34,
	],
	['IPv4 with a checksum', checked(), '1.2.3.4', 0x12_34],
	[
		'a socket of Unix',
		binary(PROXY, 0x31, ...Array.from({length: 216}, () => 47)),
		undefined,
		undefined,
	],
	['nothing specified', binary(PROXY, 0x00), undefined, undefined],
	['nothing specified, with something', binary(PROXY, 0x00, 1, 2, 3), undefined, undefined],
	['the proxy itself', binary(LOCAL, 0x00), undefined, undefined],
	['the proxy itself, with addresses', binary(LOCAL, 0x11, ...IPV4), undefined, undefined],
	['the proxy itself, with anything', binary(LOCAL, 0xff, 1), undefined, undefined],
];

test('the checksum is that of the RFC', () => {
	expect(crc32c(Buffer.from('123456789'))).toBe(0xe3_06_92_83);
	expect(crc32c(Buffer.alloc(32))).toBe(0x8a_91_36_aa);
	expect(crc32c(Buffer.alloc(0))).toBe(0);
});

describe('a proxy says who is connected to it', () => {
	test.each(HEADERS)('%s', (_, bytes, address, port) => {
		expect(readProxyHeader(bytes)).toEqual({is: 'header', address, port, length: bytes.length});
	});

	test.each(HEADERS)('%s, with the bytes of the connection behind', (_, bytes, address, port) => {
		for (const behind of ['SSH-2.0-x\r\n', '\r\n', '\0', 'PROXY ']) {
			expect(readProxyHeader(Buffer.concat([bytes, text(behind)]))).toEqual({
				is: 'header',
				address,
				port,
				length: bytes.length,
			});
		}
	});

	test.each(HEADERS)('%s, of which nothing is told before all of it has come', (_, bytes) => {
		for (let length = 0; length < bytes.length; length++) {
			expect(readProxyHeader(bytes.subarray(0, length))).toEqual({is: 'incomplete'});
		}
	});
});

describe('what is no header is refused', () => {
	const line = (rest: string): Buffer => text(`PROXY ${rest}\r\n`);

	test.each<[string, Buffer, string]>([
		['a client', text('SSH-2.0-x\r\n'), 'does not begin'],
		['its first byte', text('S'), 'does not begin'],
		['another word', text('PROXIMITY'), 'does not begin'],
		[
			'a signature that ends otherwise',
			Buffer.from([...SIGNATURE.slice(0, 11), 0x0b]),
			'does not begin',
		],
		['another family in text', line('UDP4 192.0.2.1 192.0.2.2 1 2'), 'TCP4, TCP6 and UNKNOWN'],
		['no family', line(''), 'TCP4, TCP6 and UNKNOWN'],
		['too few fields', line('TCP4 192.0.2.1 192.0.2.2 1'), 'two addresses and two ports'],
		['too many fields', line('TCP4 192.0.2.1 192.0.2.2 1 2 3'), 'two addresses and two ports'],
		['two blanks', line('TCP4  192.0.2.1 192.0.2.2 1 2'), 'two addresses and two ports'],
		['an address of the other family', line('TCP4 ::1 192.0.2.2 1 2'), 'none of TCP4'],
		['the other way round', line('TCP6 192.0.2.1 ::1 1 2'), 'none of TCP6'],
		['an address in octal', line('TCP4 010.0.0.1 192.0.2.2 1 2'), 'none of TCP4'],
		['a short address', line('TCP4 10.1 192.0.2.2 1 2'), 'none of TCP4'],
		['an address with a zone', line('TCP6 fe80::1%eth0 ::1 1 2'), 'none of TCP6'],
		['a wrong destination', line('TCP4 192.0.2.1 here 1 2'), 'none of TCP4'],
		['a port that is too large', line('TCP4 192.0.2.1 192.0.2.2 65536 2'), 'a port'],
		['a port with a zero before', line('TCP4 192.0.2.1 192.0.2.2 01 2'), 'a port'],
		['a port that is negative', line('TCP4 192.0.2.1 192.0.2.2 -1 2'), 'a port'],
		['a port that is a word', line('TCP4 192.0.2.1 192.0.2.2 1 ssh'), 'a port'],
		['a line that does not end', text(`PROXY ${'x'.repeat(101)}`), '107 bytes'],
		['a line that ends too late', line(`UNKNOWN ${'x'.repeat(92)}`), '107 bytes'],
		[
			'a line that ends like those of Unix',
			text(`PROXY TCP4 192.0.2.1 192.0.2.2 1 2\n${'x'.repeat(80)}`),
			'107 bytes',
		],
		['version 1 in bytes', binary(0x11, 0x11, ...IPV4), 'another version'],
		['version 3', Buffer.from([...SIGNATURE, 0x31]), 'another version'],
		['another command', binary(0x22, 0x11, ...IPV4), 'another version'],
		['UDP', binary(PROXY, 0x12, ...IPV4), 'not TCP'],
		['an unknown family', binary(PROXY, 0x41, ...IPV4), 'not TCP'],
		['too few bytes for IPv4', binary(PROXY, 0x11, ...IPV4.slice(1)), 'too short'],
		['too few bytes for IPv6', binary(PROXY, 0x21, ...IPV4), 'too short'],
		['too few bytes for Unix', binary(PROXY, 0x31, ...IPV6), 'too short'],
		['a field without a length', binary(PROXY, 0x11, ...IPV4, 2, 0), 'longer than the header'],
		[
			'a field that is too long',
			binary(PROXY, 0x11, ...IPV4, 2, 0, 3, 97, 98),
			'longer than the header',
		],
		['a checksum of two bytes', binary(PROXY, 0x11, ...IPV4, 3, 0, 2, 0, 0), 'has four bytes'],
		['a wrong checksum', checked(1), 'damaged on the way'],
		['a huge header', Buffer.from([...SIGNATURE, PROXY, 0x11, 0xff, 0xff]), 'over 16384'],
	])('%s', (_, bytes, told) => {
		const read = readProxyHeader(bytes);
		expect(read.is === 'wrong' ? read.why : read).toContain(told);
	});

	test('two checksums, of which one is right', () => {
		const bytes = binary(PROXY, 0x11, ...IPV4, 3, 0, 4, 0, 0, 0, 0, 3, 0, 4, 0, 0, 0, 0);
		const at = bytes.length - 11;
		bytes.writeUInt32BE(crc32c(bytes), at);
		expect(readProxyHeader(bytes)).toMatchObject({is: 'wrong'});
	});

	test('a header with a checksum, whatever byte of its addresses is damaged', () => {
		const whole = checked();
		for (let at = 16; at < 16 + IPV4.length; at++) {
			for (let change = 1; change < 256; change++) {
				const damaged = Buffer.from(whole);
				damaged[at] = (damaged[at] ?? 0) ^ change;
				expect(readProxyHeader(damaged)).toMatchObject({is: 'wrong'});
			}
		}
	});
});

const isSound = (read: ProxyHeader, bytes: Buffer): boolean =>
	read.is === 'header'
		? read.length <= bytes.length && (read.address === undefined) === (read.port === undefined)
		: read.is === 'incomplete' || read.why !== '';

test('whatever comes is read, refused or waited for', () => {
	const beginnings = fc.constantFrom(...HEADERS.map(([, bytes]) => bytes));
	const anything = fc.uint8Array({maxLength: 300}).map(bytes => Buffer.from(bytes));
	const damaged = fc
		.tuple(beginnings, fc.array(fc.tuple(fc.nat(300), fc.nat(255)), {maxLength: 4}), anything)
		.map(([bytes, changes, behind]) => {
			const copy = Buffer.concat([bytes, behind]);
			for (const [at, byte] of changes) {
				copy[at % copy.length] = byte;
			}

			return copy;
		});
	fc.assert(
		fc.property(fc.oneof(anything, damaged), bytes => {
			const read = readProxyHeader(bytes);
			expect(isSound(read, bytes)).toBe(true);
			// What more comes changes nothing of what was told.
			for (let length = 0; length < bytes.length; length++) {
				const before = readProxyHeader(bytes.subarray(0, length));
				if (before.is !== 'incomplete') {
					expect(read).toEqual(before);
				}
			}
		}),
		{numRuns: 1000},
	);
});

/** Runs haproxy between a port of its own and that of a server; it is gone with the test. */
const openHaproxy = async (server: number, sending: string) => {
	const folder = await temporaryFolder();
	const free = createServer().listen(0, '127.0.0.1');
	await once(free, 'listening');
	const {port} = free.address() as AddressInfo;
	free.close();
	await once(free, 'close');
	const config = await folder.write(
		'haproxy.cfg',
		[
			'defaults',
			'  mode tcp',
			'  timeout connect 5s',
			'  timeout client 5s',
			'  timeout server 5s',
			'listen ssh',
			`  bind 127.0.0.1:${port}`,
			`  server one 127.0.0.1:${server} ${sending}`,
			'',
		].join('\n'),
	);
	const child: ChildProcess = spawn('haproxy', ['-db', '-f', config], {stdio: 'ignore'});
	return {
		/** Tries until haproxy listens. */
		connect: async () => {
			let socket = new Socket();
			await expect
				.poll(
					async () => {
						socket = connect(port, '127.0.0.1');
						await once(socket, 'connect');
						return socket.readyState;
					},
					{timeout: 10_000},
				)
				.toBe('open');
			return socket;
		},
		async [Symbol.asyncDispose]() {
			const ended = once(child, 'exit');
			child.kill('SIGKILL');
			await ended;
			await folder[Symbol.asyncDispose]();
		},
	};
};

test
	.skipIf(!hasHaproxy)
	.each(['send-proxy', 'send-proxy-v2', 'send-proxy-v2 proxy-v2-options crc32c,unique-id'])(
	'haproxy with %s says whose connection it is',
	async sending => {
		const reads: {read: ProxyHeader; rest: string}[] = [];
		const server = createServer(socket => {
			let bytes = Buffer.alloc(0);
			socket.on('error', () => {});
			socket.on('data', chunk => {
				bytes = Buffer.concat([bytes, chunk as Buffer]);
				const read = readProxyHeader(bytes);
				const rest = bytes.subarray(read.is === 'header' ? read.length : 0).toString('latin1');
				if (read.is === 'wrong' || (read.is === 'header' && rest.endsWith('\n'))) {
					reads.push({read, rest});
					socket.destroy();
				}
			});
		}).listen(0, '127.0.0.1');
		await once(server, 'listening');
		await using haproxy = await openHaproxy((server.address() as AddressInfo).port, sending);
		const client = await haproxy.connect();
		client.on('error', () => {});
		const {localPort} = client;
		client.write('SSH-2.0-x\r\n');
		await expect.poll(() => reads, {timeout: 10_000}).toHaveLength(1);
		expect(reads[0]).toMatchObject({
			read: {is: 'header', address: '127.0.0.1', port: localPort},
			rest: 'SSH-2.0-x\r\n',
		});
		client.destroy();
		server.close();
	},
);
