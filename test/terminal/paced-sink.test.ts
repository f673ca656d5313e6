import fc from 'fast-check';
import {afterEach, beforeEach, describe, expect, test, vi} from 'vitest';
import type {Capabilities} from '../../source/terminal/capabilities.ts';
import {PacedSink} from '../../source/terminal/paced-sink.ts';
import {QUESTION} from '../../source/terminal/question.ts';
import {Screen} from '../../source/terminal/screen.ts';

const CAPABILITIES: Capabilities = {
	colour: 'none',
	charset: 'unicode',
	canvas: 'braille',
	isAddressable: true,
	canErase: false,
	canRepeat: false,
	canHold: true,
};

beforeEach(() => {
	vi.useFakeTimers();
});
afterEach(() => {
	vi.useRealTimers();
});

interface Line {
	/** Bytes a millisecond, to the terminal. */
	readonly rate?: number;
	/** Milliseconds, each way. */
	readonly delay?: number;
	/** Whether an answer is given to the question of this number, from 0. */
	readonly isAnswered?: (question: number) => boolean;
}

/** A screen at the end of a line that takes in whatever it is given, and answers what is asked. */
const openLine = ({
	rate = Number.POSITIVE_INFINITY,
	delay = 0,
	isAnswered = () => true,
}: Line = {}) => {
	const shown: {readonly bytes: string; readonly at: number}[] = [];
	const line = {rate, delay, isAnswered};
	let written = 0;
	let questions = 0;
	let free = 0;
	const paced = new PacedSink({
		write(bytes) {
			written += bytes.length;
			free = Math.max(free, performance.now()) + bytes.length / line.rate;
			const number = bytes.endsWith(QUESTION) ? questions++ : undefined;
			setTimeout(
				() => {
					shown.push({bytes, at: performance.now()});
					if (number !== undefined && line.isAnswered(number)) {
						setTimeout(() => paced.answered(), line.delay);
					}
				},
				free - performance.now() + line.delay,
			);
			return true;
		},
		once: () => undefined,
	});
	const screen = new Screen(paced, CAPABILITIES, {columns: 200, rows: 1});
	screen.enter();
	screen.paint('the first frame');
	return {
		line,
		paced,
		screen,
		shown,
		/** Frames that are on the screen, or on their way to it. */
		frames: () => questions,
		written: () => written,
		lastShown: () => shown.at(-1),
	};
};

type Opened = ReturnType<typeof openLine>;

/** A frame in which all is another, of so many bytes. */
const frame = (number: number, bytes = 150): string =>
	`${number} ${String.fromCharCode(97 + (number % 26)).repeat(bytes)}`;

/** Frames one after another, as many milliseconds apart. */
const paintMany = ({screen}: Opened, count: number, apart: number): void => {
	for (let number = 0; number < count; number++) {
		screen.paint(frame(number));
		vi.advanceTimersByTime(apart);
	}
};

describe('frames for a terminal at the end of a line', () => {
	test('wait until it has shown the last one, and then the newest is painted', () => {
		const opened = openLine({delay: 100});
		for (const number of [1, 2, 3]) {
			opened.screen.paint(frame(number));
		}

		expect(opened.frames()).toBe(1);
		vi.advanceTimersByTime(200);
		expect(opened.frames()).toBe(2);
		vi.advanceTimersByTime(100);
		expect(opened.lastShown()?.bytes).toContain(frame(3));
		expect(opened.shown.some(({bytes}) => bytes.includes(frame(2)))).toBe(false);
	});

	test('on any line end with the newest, which has waited for a few frames at most', () => {
		fc.assert(
			fc.property(
				fc.record({
					rate: fc.double({min: 0.9, max: 1000, noNaN: true}),
					delay: fc.integer({min: 0, max: 400}),
				}),
				fc.array(fc.record({count: fc.integer({min: 1, max: 80}), apart: fc.nat(120)}), {
					minLength: 1,
					maxLength: 4,
				}),
				({rate, delay}, bursts) => {
					const opened = openLine({rate, delay});
					for (const {count, apart} of bursts) {
						paintMany(opened, count, apart);
						opened.screen.paint('NEWEST');
						const since = performance.now();
						vi.advanceTimersByTime(60_000);
						const at = opened.shown.find(
							each => each.at >= since && each.bytes.includes('NEWEST'),
						)?.at;
						// The frame before it with its answer, itself, and what more went at a time on a line that is fast enough.
						const least = 2 * delay + delay + (3 * 200) / rate;
						expect((at ?? Number.POSITIVE_INFINITY) - since).toBeLessThan(2 * least + 150);
					}
				},
			),
			{numRuns: 60},
		);
	});

	test('on a modem are few while a key is held: what is shown is never of long ago', () => {
		const opened = openLine({rate: 0.96});
		vi.advanceTimersByTime(1000);
		paintMany(opened, 300, 33);
		// Ten seconds of a line that carries 960 bytes in each.
		expect(opened.written()).toBeLessThan(11_000);
		expect(opened.frames()).toBeGreaterThan(30);
	});

	test('on a long line that is fast are many while a key is held', () => {
		const opened = openLine({delay: 300});
		vi.advanceTimersByTime(1000);
		paintMany(opened, 90, 33);
		const before = opened.frames();
		paintMany(opened, 300, 33);
		expect(opened.frames() - before).toBeGreaterThan(200);
	});

	test('are many again when a short line becomes a long one, after a while', () => {
		const opened = openLine({delay: 1});
		paintMany(opened, 100, 33);
		opened.line.delay = 300;
		paintMany(opened, 2000, 33);
		const before = opened.frames();
		paintMany(opened, 300, 33);
		expect(opened.frames() - before).toBeGreaterThan(150);
	});

	test('are few again when a fast line becomes slow', () => {
		const opened = openLine({delay: 300});
		paintMany(opened, 300, 33);
		opened.line.rate = 0.96;
		vi.advanceTimersByTime(2000);
		paintMany(opened, 100, 33);
		const before = opened.written();
		paintMany(opened, 300, 33);
		expect(opened.written() - before).toBeLessThan(11_000);
	});

	test('are sent as they come to a terminal that never answers, after a few seconds, and it is no longer asked', () => {
		const opened = openLine({isAnswered: () => false});
		paintMany(opened, 200, 33);
		const before = opened.shown.length;
		paintMany(opened, 50, 33);
		expect(opened.shown.length - before).toBe(50);
		expect(opened.lastShown()?.bytes).not.toContain(QUESTION);
	});

	test('come once a second meanwhile', () => {
		const opened = openLine({isAnswered: () => false});
		opened.screen.paint(frame(1));
		vi.advanceTimersByTime(1001);
		expect(opened.lastShown()?.bytes).toContain(frame(1));
	});

	test('wait again when it answers at last', () => {
		const opened = openLine({isAnswered: () => false});
		paintMany(opened, 200, 33);
		opened.line.isAnswered = () => true;
		opened.paced.answered();
		opened.line.delay = 200;
		opened.screen.paint(frame(1));
		opened.screen.paint(frame(2));
		vi.advanceTimersByTime(200);
		expect(opened.lastShown()?.bytes).toContain(frame(1));
		vi.advanceTimersByTime(400);
		expect(opened.lastShown()?.bytes).toContain(frame(2));
	});

	test('go on after an answer that was lost', () => {
		const opened = openLine({isAnswered: number => number !== 3});
		paintMany(opened, 20, 500);
		vi.advanceTimersByTime(10_000);
		opened.screen.paint(frame(20));
		vi.advanceTimersByTime(10);
		expect(opened.lastShown()?.bytes).toContain(frame(20));
	});

	test('come ever more rarely while a line is held, so that few wait at its end', () => {
		const opened = openLine();
		paintMany(opened, 10, 100);
		opened.line.isAnswered = () => false;
		const before = opened.frames();
		paintMany(opened, 6000, 100);
		expect(opened.frames() - before).toBeLessThan(18);
		expect(opened.frames() - before).toBeGreaterThan(5);
	});
});

describe('giving the terminal back', () => {
	test('is at once where nothing was asked', () => {
		const {paced} = openLine();
		vi.advanceTimersByTime(10);
		const then = vi.fn();
		paced.settle(1000, then);
		expect(then).toHaveBeenCalledOnce();
	});

	test('waits for the answer on its way', () => {
		const {paced} = openLine({delay: 300});
		const then = vi.fn();
		paced.settle(10_000, then);
		vi.advanceTimersByTime(599);
		expect(then).not.toHaveBeenCalled();
		vi.advanceTimersByTime(1);
		expect(then).toHaveBeenCalledOnce();
	});

	test('waits no longer than it may, and two seconds for a terminal that never answered', () => {
		for (const [longest, at] of [
			[1000, 1000],
			[Number.POSITIVE_INFINITY, 2000],
			[1, 1],
		] as const) {
			const {paced} = openLine({isAnswered: () => false});
			const then = vi.fn();
			paced.settle(longest, then);
			vi.advanceTimersByTime(at - 1);
			expect(then).not.toHaveBeenCalled();
			vi.advanceTimersByTime(1);
			expect(then).toHaveBeenCalledOnce();
			vi.runAllTimers();
			expect(then).toHaveBeenCalledOnce();
		}
	});

	test('is done once, for who asked last', () => {
		const {paced} = openLine({delay: 100});
		const [first, last] = [vi.fn(), vi.fn()];
		paced.settle(1000, first);
		paced.settle(1000, last);
		vi.runAllTimers();
		expect([first.mock.calls.length, last.mock.calls.length]).toEqual([0, 1]);
	});

	test('taken over again, frames are painted though an answer went elsewhere', () => {
		const opened = openLine({isAnswered: () => false});
		opened.screen.paint(frame(1));
		opened.screen.leave();
		opened.paced.settle(0, () => undefined);
		vi.advanceTimersByTime(1);
		opened.screen.enter();
		opened.screen.paint(frame(2));
		vi.advanceTimersByTime(1);
		expect(opened.lastShown()?.bytes).toContain(frame(2));
	});
});
