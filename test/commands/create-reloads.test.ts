import {describe, expect, test, vi} from 'vitest';
import {createReloads} from '../../source/commands/create-reloads.ts';
import {Failure} from '../../source/commands/failure.ts';

describe('what a server is asked to read anew', () => {
	test('waits until there is something that it could take the place of', async () => {
		const reloads = createReloads({error: () => {}});
		const reload = vi.fn(async () => {});
		reloads.ask(reload);
		await Promise.resolve();
		expect(reload).not.toHaveBeenCalled();
		reloads.begin();
		await vi.waitFor(() => expect(reload).toHaveBeenCalledOnce());
	});

	test('is read once more after it was asked for last, however often that was', async () => {
		const reloads = createReloads({error: () => {}});
		reloads.begin();
		const {promise: first, resolve: endFirst} = Promise.withResolvers<void>();
		const done: string[] = [];
		reloads.ask(async () => {
			await first;
			done.push('first');
		});
		await Promise.resolve();
		await Promise.resolve();
		for (let time = 1; time <= 100; time++) {
			reloads.ask(async () => {
				done.push(`time ${time}`);
			});
		}

		endFirst();
		await vi.waitFor(() => expect(done).toContain('time 100'));
		reloads.ask(async () => {
			done.push('last');
		});
		await vi.waitFor(() => expect(done).toEqual(['first', 'time 100', 'last']));
	});

	test('and cannot be read is told, and what is asked for next is read', async () => {
		const error = vi.fn();
		const reloads = createReloads({error});
		reloads.begin();
		reloads.ask(() => Promise.reject(new Failure('report.json: there is no such file.')));
		await vi.waitFor(() =>
			expect(error).toHaveBeenCalledWith('reload-refused', {
				fault: 'report.json: there is no such file.',
			}),
		);
		const reload = vi.fn(async () => {});
		reloads.ask(reload);
		await vi.waitFor(() => expect(reload).toHaveBeenCalledOnce());
	});
});
