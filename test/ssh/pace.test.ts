import {describe, expect, test} from 'vitest';
import {Pace} from '../../source/ssh/pace.ts';

/** What a key brings about at 120×40. */
const FRAME = 644;

/** Milliseconds between two keys of one that is held down. */
const HELD = 33;

interface Line {
	/** Bytes a millisecond. */
	readonly rate: number;
	/** Milliseconds, each way. */
	readonly delay: number;
}

/** A line in pretended time, which carries bytes one after the other and answers questions at its far end. */
class PretendedLine {
	now = 0;
	line: Line;
	sent = 0;
	/** Milliseconds that the last byte stood in the queue, at the most. */
	longest = 0;
	readonly pace: Pace;
	/** When the line has carried all. */
	#free = 0;
	readonly #answers: number[] = [];

	constructor(line: Line) {
		this.line = line;
		this.pace = new Pace(
			() => {
				this.pace.asked();
				this.#answers.push(this.#carried(0) + 2 * this.line.delay);
			},
			() => this.now,
		);
		this.pace.begin();
	}

	/** Holds a key down; a frame goes out where the pace allows it. @returns How many frames did. */
	hold(keys: number, frame = FRAME): number {
		let frames = 0;
		this.longest = 0;
		for (let key = 0; key < keys; key++) {
			for (const end = this.now + HELD; this.now < end; this.now++) {
				while ((this.#answers[0] ?? Number.POSITIVE_INFINITY) <= this.now) {
					this.#answers.shift();
					this.pace.answered();
				}
			}

			if (!this.pace.isBehind) {
				frames += 1;
				this.longest = Math.max(this.longest, this.#carried(frame) - this.now);
				this.pace.wrote(frame);
			}
		}

		return frames;
	}

	#carried(bytes: number): number {
		this.sent += bytes;
		this.#free = Math.max(this.#free, this.now) + bytes / this.line.rate;
		return this.#free;
	}
}

const MODEM: Line = {rate: 0.96, delay: 0};
const NEAR: Line = {rate: 10_000, delay: 0.5};
const FAR: Line = {rate: 1000, delay: 300};

describe('what is on the way', () => {
	test.each([
		['a near line', NEAR],
		['a line of 100 ms', {rate: 1000, delay: 50}],
	])('%s gets every frame', (_, line) => {
		const pretended = new PretendedLine(line);
		pretended.hold(30);
		expect(pretended.hold(300)).toBe(300);
	});

	test('a line of 300 ms each way gets nearly every frame, once it is known', () => {
		const pretended = new PretendedLine(FAR);
		pretended.hold(300);
		expect(pretended.hold(300)).toBeGreaterThan(270);
	});

	test.each([
		['from the first', MODEM],
		['after a near line', NEAR],
		['after a far line', FAR],
	])('a modem %s has few frames in its queue, and is never idle', (_, before) => {
		const pretended = new PretendedLine(before);
		pretended.hold(300);
		pretended.line = MODEM;
		pretended.hold(1000);
		const from = {now: pretended.now, sent: pretended.sent};
		pretended.hold(1000);
		// Three frames and what is being sent; the newest state is this much behind the last key.
		expect(pretended.longest).toBeLessThan((4 * FRAME) / MODEM.rate);
		const carried = (pretended.sent - from.sent) / (pretended.now - from.now);
		expect(carried).toBeGreaterThan(0.7 * MODEM.rate);
	});

	test('a near line that turns into a modem has at most five frames on the way at that moment', () => {
		const pretended = new PretendedLine(NEAR);
		pretended.hold(300);
		pretended.line = MODEM;
		pretended.hold(300);
		expect(pretended.longest).toBeLessThan((5 * FRAME) / MODEM.rate);
	});

	test('a modem that turns into a near line gets every frame again', () => {
		const pretended = new PretendedLine(MODEM);
		pretended.hold(300);
		pretended.line = NEAR;
		pretended.hold(300);
		expect(pretended.hold(300)).toBe(300);
	});

	test('a near line that turns into a far one gets more again, once that is known', () => {
		const pretended = new PretendedLine(NEAR);
		pretended.hold(300);
		pretended.line = FAR;
		pretended.hold(1000);
		expect(pretended.hold(300)).toBeGreaterThan(200);
	});
});
