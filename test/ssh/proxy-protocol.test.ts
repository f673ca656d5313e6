import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {crc32c} from '../../source/ssh/crc32c.ts';
import {readProxyHeader} from '../../source/ssh/proxy-protocol.ts';

const SIGNATURE = Buffer.from('\r\n\r\n\0\r\nQUIT\n', 'latin1');

const v2 = (
	body: Buffer,
	{command = 0x21, family = 0x11}: {command?: number; family?: number} = {},
): Buffer => {
	const fixed = Buffer.from([command, family, body.length >> 8, body.length & 0xff]);
	return Buffer.concat([SIGNATURE, fixed, body]);
};

const ADDRESSES_4 = Buffer.from([203, 0, 113, 7, 10, 0, 0, 1, 0xd9, 0x03, 0x08, 0xae]);
const ADDRESSES_6 = Buffer.concat([
	Buffer.from('20010db8000000000000000000000007', 'hex'),
	Buffer.alloc(16),
	Buffer.from([0, 1, 0, 2]),
]);

/** A header with its checksum in it. */
const withChecksum = (): Buffer => {
	const header = v2(Buffer.concat([ADDRESSES_4, Buffer.from([0x03, 0, 4, 0, 0, 0, 0])]));
	header.writeUInt32BE(crc32c(header), header.length - 4);
	return header;
};

const line = (text: string): Buffer => Buffer.from(`${text}\r\n`);

const HEADERS: readonly (readonly [string, Buffer, string | undefined])[] = [
	['a line of IPv4', line('PROXY TCP4 203.0.113.7 10.0.0.1 55555 2222'), '203.0.113.7'],
	['a line of IPv6', line('PROXY TCP6 2001:db8::7 ::1 55555 2222'), '2001:db8::7'],
	['a line of which nobody knows', line('PROXY UNKNOWN'), undefined],
	['a line of which nobody knows, with more', line('PROXY UNKNOWN ffff::1 x 1 2'), undefined],
	['bytes of IPv4', v2(ADDRESSES_4), '203.0.113.7'],
	['bytes of IPv6', v2(ADDRESSES_6, {family: 0x21}), '2001:db8:0:0:0:0:0:7'],
	['bytes of the proxy itself', v2(Buffer.alloc(0), {command: 0x20, family: 0}), undefined],
	['bytes of the proxy itself, with addresses', v2(ADDRESSES_4, {command: 0x20}), undefined],
	['bytes of a socket of Unix', v2(Buffer.alloc(216), {family: 0x31}), undefined],
	[
		'bytes with more behind',
		v2(Buffer.concat([ADDRESSES_4, Buffer.from([4, 0, 1, 9])])),
		'203.0.113.7',
	],
	['bytes with their checksum', withChecksum(), '203.0.113.7'],
];

describe('what a proxy says of a connection', () => {
	test.each(HEADERS)('%s gives the address', (_, header, address) => {
		const rest = Buffer.from('SSH-2.0-x\r\n');
		expect(readProxyHeader(Buffer.concat([header, rest]))).toEqual({
			is: 'header',
			address,
			length: header.length,
		});
	});

	test.each(HEADERS)('%s is waited for, wherever it is cut', (_, header) => {
		for (let end = 0; end < header.length; end++) {
			expect(readProxyHeader(header.subarray(0, end))).toEqual({is: 'incomplete'});
		}
	});

	test.each([
		['no header', Buffer.from('SSH-2.0-OpenSSH_9.2\r\n')],
		['a line of another family', line('PROXY TCP5 1.2.3.4 1.2.3.4 1 2')],
		['a line whose address is none', line('PROXY TCP4 1.2.3.400 1.2.3.4 1 2')],
		['a line of IPv6 that says IPv4', line('PROXY TCP4 ::1 ::1 1 2')],
		['a line whose port is none', line('PROXY TCP4 1.2.3.4 1.2.3.4 65536 2')],
		['a line with too many words', line('PROXY TCP4 1.2.3.4 1.2.3.4 1 2 3')],
		['a line without end', Buffer.from(`PROXY TCP4 ${'1'.repeat(200)}`)],
		['another version', v2(ADDRESSES_4, {command: 0x31})],
		['another command', v2(ADDRESSES_4, {command: 0x2f})],
		['another family', v2(ADDRESSES_4, {family: 0x41})],
		['addresses that are cut off', v2(ADDRESSES_4.subarray(0, 8))],
		['something longer than any', v2(Buffer.alloc(5000))],
		['what follows cut off', v2(Buffer.concat([ADDRESSES_4, Buffer.from([4, 0])]))],
	])('%s is refused', (_, bytes) => {
		expect(readProxyHeader(bytes).is).toBe('wrong');
	});

	test('a byte that was changed on the way is noticed where there is a checksum', () => {
		const header = withChecksum();
		fc.assert(
			fc.property(fc.nat(ADDRESSES_4.length - 1), fc.integer({min: 1, max: 255}), (at, change) => {
				const changed = Buffer.from(header);
				const place = SIGNATURE.length + 4 + at;
				changed.writeUInt8(changed.readUInt8(place) ^ change, place);
				expect(readProxyHeader(changed).is).toBe('wrong');
			}),
		);
	});

	test('any bytes are a header, none, or the beginning of one', () => {
		const begin = fc.constantFrom(Buffer.alloc(0), SIGNATURE, Buffer.from('PROXY TCP4 '));
		fc.assert(
			fc.property(begin, fc.uint8Array({maxLength: 300}), (first, more) => {
				const read = readProxyHeader(Buffer.concat([first, more]));
				expect(['incomplete', 'wrong', 'header']).toContain(read.is);
			}),
			{numRuns: 2000},
		);
	});
});

test.each([
	['123456789', 0xe3_06_92_83],
	['', 0],
	['\0'.repeat(32), 0x8a_91_36_aa],
])('the CRC-32C of %j is as RFC 9260 and RFC 3720 have it', (text, crc) => {
	expect(crc32c(Buffer.from(text, 'latin1'))).toBe(crc);
});
