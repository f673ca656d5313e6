import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {readTrustedProxies} from '../../source/ssh/trusted-proxies.ts';

const has = (text: string, address: string | undefined): boolean => {
	const read = readTrustedProxies(text);
	if (read.is === 'wrong') {
		throw new Error(read.why);
	}

	return read.has(address);
};

describe('a proxy is trusted when it is listed', () => {
	test.each([
		['192.0.2.1', '192.0.2.1', true],
		['192.0.2.1', '192.0.2.2', false],
		['192.0.2.1', '::ffff:192.0.2.1', true],
		['192.0.2.1/32', '192.0.2.1', true],
		['10.0.0.0/8', '10.255.0.1', true],
		['10.0.0.0/8', '11.0.0.1', false],
		['10.0.0.0/8', '::ffff:10.1.2.3', true],
		['10.0.0.0/9', '10.128.0.1', false],
		['::1', '::1', true],
		['::1', '127.0.0.1', false],
		['2001:db8::/32', '2001:db8:ffff::1', true],
		['2001:db8::/32', '2001:db9::1', false],
		['2001:DB8:0:0:0:0:0:1', '2001:db8::1', true],
		['::ffff:10.0.0.0/104', '10.1.2.3', true],
		['::ffff:10.0.0.1', '10.0.0.1', true],
		['0.0.0.0/0', '192.0.2.1', true],
		['0.0.0.0/0', '2001:db8::1', false],
		['::/0', '2001:db8::1', true],
		['::/0', '192.0.2.1', false],
		['192.0.2.1, 10.0.0.0/8 ::1', '10.0.0.9', true],
		['192.0.2.1,::1,', '::1', true],
		['192.0.2.1', undefined, false],
		['0.0.0.0/0', '', false],
		['0.0.0.0/0', 'localhost', false],
	])('with %s %s: %s', (text, address, isTrusted) => {
		expect(has(text, address)).toBe(isTrusted);
	});
});

describe('a list is refused', () => {
	test.each([
		['', 'no proxy is named'],
		[' , ', 'no proxy is named'],
		['localhost', 'localhost is no address'],
		['10.1', '10.1 is no address'],
		['010.0.0.1', '010.0.0.1 is no address'],
		['10.0.0.0/', '10.0.0.0/ is no address'],
		['10.0.0.0/x', '10.0.0.0/x is no address'],
		['10.0.0.0/8/8', '10.0.0.0/8/8 is no address'],
		['10.0.0.0/255.0.0.0', 'is no address'],
		['fe80::1%eth0', 'fe80::1%eth0 is no address'],
		['10.0.0.0/33', '10.0.0.0/33 has more than 32 bits'],
		['::/129', '::/129 has more than 128 bits'],
		['10.0.0.5/8', 'one address of 10.0.0.0/8: name that, or 10.0.0.5 alone'],
		['2001:db8::5/64', 'one address of 2001:db8::/64: name that, or 2001:db8::5 alone'],
		['192.0.2.1, nowhere', 'nowhere is no address'],
		['\u001B[31m', '␛[31m is no address'],
	])('%j', (text, told) => {
		const read = readTrustedProxies(text);
		expect(read.is === 'wrong' && read.why).toContain(told);
	});
});

test('an address is in its own network, and not in the one beside it', () => {
	const octets = fc.array(fc.nat(255), {minLength: 4, maxLength: 4});
	fc.assert(
		fc.property(octets, fc.integer({min: 1, max: 32}), (address, bits) => {
			const number = address.reduce((whole, octet) => whole * 256 + octet, 0);
			const size = 2 ** (32 - bits);
			const textOf = (of: number): string =>
				[24, 16, 8, 0].map(shift => Math.floor(of / 2 ** shift) % 256).join('.');
			const first = Math.floor(number / size) * size;
			const beside = first >= size ? first - size : first + size;
			expect(has(`${textOf(first)}/${bits}`, textOf(number))).toBe(true);
			expect(has(`${textOf(beside)}/${bits}`, textOf(number))).toBe(false);
		}),
	);
});
