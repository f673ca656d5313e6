import {afterEach, beforeEach, describe, expect, test, vi} from 'vitest';
import {watchPulse} from '../../source/commands/watch-pulse.ts';

describe('whether a worker is there', () => {
	beforeEach(() => {
		vi.useFakeTimers();
	});
	afterEach(() => {
		vi.useRealTimers();
	});

	test('is asked again and again, and one that answers is left alone', () => {
		const onSilence = vi.fn();
		let asked = 0;
		const pulse = watchPulse(() => {
			asked += 1;
			pulse.answered();
		}, onSilence);
		vi.advanceTimersByTime(3_600_000);
		expect(asked).toBe(720);
		expect(onSilence).not.toHaveBeenCalled();
	});

	test('is told once when nothing has come for a minute, and not before', () => {
		const onSilence = vi.fn();
		const ask = vi.fn();
		const pulse = watchPulse(ask, onSilence);
		vi.advanceTimersByTime(50_000);
		pulse.answered();
		vi.advanceTimersByTime(60_000);
		expect(onSilence).not.toHaveBeenCalled();
		vi.advanceTimersByTime(5000);
		expect(onSilence).toHaveBeenCalledOnce();
		vi.advanceTimersByTime(600_000);
		expect(onSilence).toHaveBeenCalledOnce();
		expect(ask).toHaveBeenCalledTimes(22);
	});

	test('is not asked of one that has ended', () => {
		const onSilence = vi.fn();
		const ask = vi.fn();
		watchPulse(ask, onSilence).stop();
		vi.advanceTimersByTime(600_000);
		expect(ask).not.toHaveBeenCalled();
		expect(onSilence).not.toHaveBeenCalled();
	});
});
