import {once} from 'node:events';
import {type AddressInfo, connect, createServer, Socket} from 'node:net';
import fc from 'fast-check';
import {afterEach, beforeEach, describe, expect, test, vi} from 'vitest';
import {type InboundBudget, keepInboundBudget} from '../../source/ssh/inbound-budget.ts';

const BUDGET: InboundBudget = {perSecond: 1000, burst: 5000, most: 20_000};

/** A socket that is connected to nothing, and what comes to it. */
const openSocket = (budget = BUDGET) => {
	const socket = new Socket();
	let floods = 0;
	let heard = 0;
	keepInboundBudget(
		socket,
		() => {
			floods++;
		},
		budget,
	);
	socket.on('data', ({length}: Buffer) => {
		heard += length;
	});
	return {
		socket,
		send: (bytes: number) => socket.emit('data', Buffer.alloc(bytes)),
		floods: () => floods,
		heard: () => heard,
		[Symbol.dispose]: () => socket.destroy(),
	};
};

describe('what comes in over a connection', () => {
	beforeEach(() => {
		vi.useFakeTimers();
	});

	afterEach(() => {
		vi.useRealTimers();
	});

	test('is read at once while it is within the budget', () => {
		using opened = openSocket();
		opened.send(5000);
		expect(opened.socket.isPaused()).toBe(false);
		expect(vi.getTimerCount()).toBe(0);
	});

	test('is not read further until there is budget for it', () => {
		using opened = openSocket();
		opened.send(7000);
		expect(opened.socket.isPaused()).toBe(true);
		vi.advanceTimersByTime(1999);
		expect(opened.socket.isPaused()).toBe(true);
		vi.advanceTimersByTime(1);
		expect(opened.socket.isPaused()).toBe(false);
		opened.send(1);
		expect(opened.socket.isPaused()).toBe(true);
	});

	test('is not read byte by byte', () => {
		using opened = openSocket();
		opened.send(5001);
		vi.advanceTimersByTime(99);
		expect(opened.socket.isPaused()).toBe(true);
		vi.advanceTimersByTime(1);
		expect(opened.socket.isPaused()).toBe(false);
	});

	test('may be read already when the pause begins, and makes it longer', () => {
		using opened = openSocket();
		opened.send(6000);
		opened.send(1000);
		expect(vi.getTimerCount()).toBe(1);
		vi.advanceTimersByTime(1999);
		expect(opened.socket.isPaused()).toBe(true);
		vi.advanceTimersByTime(1);
		expect(opened.socket.isPaused()).toBe(false);
	});

	test('ends the connection when it goes on too fast for too long', () => {
		using opened = openSocket();
		for (let second = 0; second < 15; second++) {
			opened.send(second === 0 ? 6000 : 1000);
			expect(opened.socket.destroyed).toBe(false);
			vi.advanceTimersByTime(1000);
		}

		opened.send(1);
		expect(opened.floods()).toBe(1);
		expect(opened.socket.destroyed).toBe(true);
		expect(vi.getTimerCount()).toBe(0);
		opened.send(1_000_000);
		expect(opened.floods()).toBe(1);
	});

	test('ends it at once when it is too much at once', () => {
		using opened = openSocket();
		opened.send(20_001);
		expect(opened.socket.destroyed).toBe(true);
		expect(vi.getTimerCount()).toBe(0);
	});

	test('may come for ever at a rate that the budget allows', () => {
		using opened = openSocket();
		for (let times = 0; times < 1000; times++) {
			opened.send(900);
			expect(opened.socket.isPaused()).toBe(false);
			vi.advanceTimersByTime(1000);
		}
	});

	test('may come too fast again and again, with a rest between', () => {
		using opened = openSocket();
		for (let times = 0; times < 20; times++) {
			opened.send(8000);
			expect(opened.socket.isPaused()).toBe(true);
			vi.advanceTimersByTime(8000);
			expect(opened.socket.isPaused()).toBe(false);
		}

		expect(opened.heard()).toBe(160_000);
	});

	test('leaves no timer behind when the connection closes', () => {
		using opened = openSocket();
		opened.send(7000);
		opened.socket.emit('close', false);
		expect(vi.getTimerCount()).toBe(0);
	});

	test('is never more than the budget, however it comes', () => {
		const packets = fc.array(
			fc.record({wait: fc.nat(3000), bytes: fc.integer({min: 1, max: 3000})}),
		);
		fc.assert(
			fc.property(packets, sent => {
				using opened = openSocket();
				let time = 0;
				let waiting = 0;
				for (const {wait, bytes} of sent) {
					vi.advanceTimersByTime(wait);
					time += wait;
					waiting += bytes;
					// What a socket holds of what comes while it is paused is bounded by itself.
					if (!opened.socket.isPaused()) {
						opened.send(Math.min(waiting, 3000));
						waiting -= Math.min(waiting, 3000);
					}

					// One packet more than there is budget for is how a flood shows.
					const most = BUDGET.burst + (time / 1000) * BUDGET.perSecond + 3000;
					expect(opened.heard()).toBeLessThanOrEqual(most);
				}
			}),
		);
	});
});

test('a flood over a real connection is read slowly, and then not any more', async () => {
	const budget: InboundBudget = {perSecond: 400_000, burst: 100_000, most: 400_000};
	let floods = 0;
	const server = createServer(socket => {
		socket.on('error', () => {});
		socket.resume();
		keepInboundBudget(
			socket,
			() => {
				floods++;
			},
			budget,
		);
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const client = connect((server.address() as AddressInfo).port, '127.0.0.1');
	client.on('error', () => {});
	const closed = new Promise(resolve => {
		client.on('close', resolve);
	});
	const [socket] = (await once(server, 'connection')) as [Socket];
	const flood = (): void => {
		while (!client.destroyed && client.write(Buffer.alloc(50_000))) {}
	};
	client.on('drain', flood);
	flood();
	await closed;
	expect(floods).toBe(1);
	expect(socket.destroyed).toBe(true);
	expect(socket.bytesRead).toBeLessThan(budget.most + 3 * 65_536);
	server.close();
});
