import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {addressGroup} from '../../source/ssh/address-group.ts';
import {
	type Admission,
	type AdmissionLimits,
	openAdmission,
	type Refused,
	type Ticket,
} from '../../source/ssh/admission.ts';

const LIMITS: AdmissionLimits = {
	connections: 100,
	beforeLogin: 50,
	perAddress: 10,
	perSecond: 5,
	burst: 15,
};

const isTicket = (admitted: Ticket | Refused): admitted is Ticket => 'giveBack' in admitted;

const ticket = (admission: Admission, address: string | undefined, now = 0): Ticket => {
	const admitted = admission.admit(address, now);
	if (!isTicket(admitted)) {
		throw new Error(`Refused: ${admitted.limit}`);
	}

	return admitted;
};

describe('an address counts', () => {
	test.each([
		['192.0.2.1', '192.0.2.1'],
		['::ffff:192.0.2.1', '192.0.2.1'],
		['::ffff:c000:201', '192.0.2.1'],
		['2001:db8:0:1::5', '2001:db8:0:1::/64'],
		['2001:0DB8:0:1:ffff:ffff:ffff:ffff', '2001:db8:0:1::/64'],
		['2001:db8:0:2::5', '2001:db8:0:2::/64'],
		['fe80::1%eth0', 'fe80::/64'],
		['::1', '::/64'],
		['', 'unknown'],
		['somewhere', 'unknown'],
		[undefined, 'unknown'],
	])('%s as %s', (address, group) => {
		expect(addressGroup(address)).toBe(group);
	});

	test('as its network, whatever the last 64 bits of it are', () => {
		fc.assert(
			fc.property(
				fc.array(fc.nat(0xffff), {minLength: 4, maxLength: 4}),
				fc.array(fc.nat(0xffff), {minLength: 8, maxLength: 8}),
				(network, hosts) => {
					fc.pre(network.some(part => part !== 0));
					const [one, other] = [hosts.slice(0, 4), hosts.slice(4)].map(host =>
						addressGroup([...network, ...host].map(part => part.toString(16)).join(':')),
					);
					expect(one).toBe(other);
					expect(one).toMatch(/\/64$/);
				},
			),
		);
	});
});

describe('who connects is refused', () => {
	test('over the most connections, until one closes', () => {
		const admission = openAdmission({...LIMITS, connections: 2});
		ticket(admission, '192.0.2.1');
		const second = ticket(admission, '192.0.2.2');
		expect(admission.admit('192.0.2.3', 0)).toEqual({limit: 'connections'});
		second.giveBack();
		ticket(admission, '192.0.2.3');
		expect(admission.admit('192.0.2.4', 0)).toEqual({limit: 'connections'});
	});

	test('over the most before login, until one logs in or closes', () => {
		const admission = openAdmission({...LIMITS, beforeLogin: 2});
		const first = ticket(admission, '192.0.2.1');
		const second = ticket(admission, '192.0.2.2');
		expect(admission.admit('192.0.2.3', 0)).toEqual({limit: 'before-login'});
		first.logIn();
		ticket(admission, '192.0.2.3');
		expect(admission.admit('192.0.2.4', 0)).toEqual({limit: 'before-login'});
		second.giveBack();
		ticket(admission, '192.0.2.4');
		expect(admission.admit('192.0.2.5', 0)).toEqual({limit: 'before-login'});
	});

	test('over the most from one address, while others still get in', () => {
		const admission = openAdmission({...LIMITS, perAddress: 2});
		const first = ticket(admission, '192.0.2.1');
		ticket(admission, '::ffff:192.0.2.1').logIn();
		expect(admission.admit('192.0.2.1', 0)).toEqual({limit: 'per-address'});
		ticket(admission, '192.0.2.2');
		first.giveBack();
		ticket(admission, '192.0.2.1');
	});

	test('over the most from one network of IPv6', () => {
		const admission = openAdmission({...LIMITS, perAddress: 1});
		ticket(admission, '2001:db8::1');
		expect(admission.admit('2001:db8::2', 0)).toEqual({limit: 'per-address'});
		ticket(admission, '2001:db8:0:1::2');
	});

	test('who comes too fast, until a while has gone by', () => {
		const admission = openAdmission(LIMITS);
		for (let come = 0; come < LIMITS.burst; come++) {
			ticket(admission, '192.0.2.1', 0).giveBack();
		}

		expect(admission.admit('192.0.2.1', 0)).toEqual({limit: 'rate'});
		expect(admission.admit('192.0.2.1', 199)).toEqual({limit: 'rate'});
		ticket(admission, '192.0.2.2', 199);
		ticket(admission, '192.0.2.1', 200);
		expect(admission.admit('192.0.2.1', 200)).toEqual({limit: 'rate'});
		for (let come = 0; come < LIMITS.burst; come++) {
			ticket(admission, '192.0.2.1', 3200).giveBack();
		}
	});

	test('who comes too fast also when each is refused for another reason', () => {
		const admission = openAdmission({...LIMITS, perAddress: 1});
		ticket(admission, '192.0.2.1');
		for (let come = 1; come < LIMITS.burst; come++) {
			expect(admission.admit('192.0.2.1', 0)).toEqual({limit: 'per-address'});
		}

		expect(admission.admit('192.0.2.1', 0)).toEqual({limit: 'rate'});
	});
});

test('a ticket that is given back twice counts once', () => {
	const admission = openAdmission(LIMITS);
	ticket(admission, '192.0.2.1');
	const second = ticket(admission, '192.0.2.1');
	second.giveBack();
	second.giveBack();
	second.logIn();
	expect(admission.counts()).toEqual({connections: 1, beforeLogin: 1, addresses: 1});
	const third = ticket(admission, '192.0.2.1');
	third.logIn();
	third.logIn();
	expect(admission.counts()).toEqual({connections: 2, beforeLogin: 1, addresses: 1});
	third.giveBack();
	expect(admission.counts()).toEqual({connections: 1, beforeLogin: 1, addresses: 1});
});

describe('what is remembered', () => {
	test('has a most, however many addresses come at once', () => {
		const admission = openAdmission({...LIMITS, connections: 3});
		for (let come = 0; come < 60_000; come++) {
			admission.admit(`2001:db8:${(come >> 8).toString(16)}:${come & 0xff}::1`, 0);
		}

		expect(admission.counts().addresses).toBe(10_000);
		expect(admission.counts().connections).toBe(3);
	});

	test('is forgotten when it does not matter any more', () => {
		const admission = openAdmission(LIMITS);
		for (let come = 0; come < 90; come++) {
			admission.admit(`192.0.2.${come}`, 0);
		}

		expect(admission.counts().addresses).toBe(90);
		admission.admit('198.51.100.1', 200);
		expect(admission.counts().addresses).toBe(1);
	});

	test('of one that comes too fast is not lost while others come and go', () => {
		const admission = openAdmission(LIMITS);
		for (let come = 0; come < LIMITS.burst; come++) {
			ticket(admission, '192.0.2.1').giveBack();
		}

		for (let come = 0; come < 5000; come++) {
			const admitted = admission.admit(`2001:db8:${come.toString(16)}::1`, 100);
			if (isTicket(admitted)) {
				admitted.giveBack();
			}
		}

		expect(admission.admit('192.0.2.1', 100)).toEqual({limit: 'rate'});
	});
});

test('no limit is ever passed, and all that was given back can be had again', () => {
	const limits: AdmissionLimits = {
		connections: 6,
		beforeLogin: 4,
		perAddress: 3,
		perSecond: 2,
		burst: 4,
	};
	const step = fc.record({
		what: fc.constantFrom('admit', 'logIn', 'giveBack'),
		which: fc.nat(20),
		wait: fc.nat(500),
	});
	fc.assert(
		fc.property(fc.array(step, {maxLength: 200}), steps => {
			const admission = openAdmission(limits);
			const open: {ticket: Ticket; address: string; isLoggedIn: boolean}[] = [];
			let now = 0;
			for (const {what, which, wait} of steps) {
				now += wait;
				const held = open[which % Math.max(1, open.length)];
				if (what === 'admit') {
					const address = `192.0.2.${which % 4}`;
					const admitted = admission.admit(address, now);
					if (isTicket(admitted)) {
						open.push({ticket: admitted, address, isLoggedIn: false});
					}
				} else if (held !== undefined && what === 'logIn') {
					held.ticket.logIn();
					held.isLoggedIn = true;
				} else if (held !== undefined) {
					held.ticket.giveBack();
					open.splice(open.indexOf(held), 1);
				}

				const beforeLogin = open.filter(({isLoggedIn}) => !isLoggedIn).length;
				expect(admission.counts()).toMatchObject({connections: open.length, beforeLogin});
				expect(open.length).toBeLessThanOrEqual(limits.connections);
				expect(beforeLogin).toBeLessThanOrEqual(limits.beforeLogin);
				for (const {address} of open) {
					expect(open.filter(other => other.address === address).length).toBeLessThanOrEqual(
						limits.perAddress,
					);
				}
			}

			for (const held of open) {
				held.ticket.giveBack();
			}

			now += 60_000;
			for (let come = 0; come < limits.beforeLogin; come++) {
				ticket(admission, `198.51.100.${come}`, now);
			}
		}),
		{numRuns: 200},
	);
});
