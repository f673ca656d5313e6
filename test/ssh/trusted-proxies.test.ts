import {expect, test} from 'vitest';
import {trustedProxies} from '../../source/ssh/trusted-proxies.ts';

test.each([
	['10.0.0.2', '10.0.0.2', true],
	['10.0.0.2', '10.0.0.3', false],
	['10.0.0.2', '::ffff:10.0.0.2', true],
	['10.1.0.0/16', '10.1.200.9', true],
	['10.1.0.0/16', '10.2.0.1', false],
	['fd00::1, 10.0.0.2', '10.0.0.2', true],
	['fd00::/8', 'fdab::5', true],
	['fd00::/8', '10.0.0.2', false],
	['10.0.0.2', 'nobody', false],
	['0.0.0.0/0', '::1', false],
])('with %s a proxy at %s is believed: %s', (list, address, isBelieved) => {
	expect(trustedProxies(list).includes(address)).toBe(isBelieved);
});

test.each(['', '10.0.0.2,', 'proxy.example', '10.0.0.0/33', '10.0.0.2/x', 'fd00::/129'])(
	'%j is no list of addresses',
	list => {
		expect(() => trustedProxies(list)).toThrow('neither an address nor a range');
	},
);
