import type {Reporter, TestModule} from 'vitest/node';

/** Ends a run with one plain line that any reader of a log understands: `12 passed, 0 failed, 1 skipped`. */
export class ClosingLine implements Reporter {
	onTestRunEnd(modules: readonly TestModule[]): void {
		const count = {passed: 0, failed: 0, skipped: 0, pending: 0};
		for (const module of modules) {
			for (const test of module.children.allTests()) {
				count[test.result().state]++;
			}
		}

		// A file that could not even be loaded has no tests that could fail.
		const broken = modules.filter(module => module.errors().length > 0).length;
		const failed = count.failed + count.pending + broken;
		process.stdout.write(`\n${count.passed} passed, ${failed} failed, ${count.skipped} skipped\n`);
	}
}
