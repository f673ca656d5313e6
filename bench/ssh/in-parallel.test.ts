import {expect, test} from 'vitest';
import {inParallel} from './in-parallel.ts';

test('so many at a time are done, each once, and what came of them is in order', async () => {
	let running = 0;
	let most = 0;
	const begun: (() => void)[] = [];
	const all = inParallel(5, 2, async at => {
		running += 1;
		most = Math.max(most, running);
		await new Promise<void>(resolve => begun.push(resolve));
		running -= 1;
		return at * 10;
	});
	for (let done = 0; done < 5; done += 1) {
		await expect.poll(() => begun.length).toBeGreaterThan(0);
		// The newest first, so that they end in another order than they began in.
		begun.pop()?.();
	}

	expect(await all).toEqual([0, 10, 20, 30, 40]);
	expect(most).toBe(2);
});
