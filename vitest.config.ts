import {defineConfig} from 'vitest/config';
import {ClosingLine} from './test/support/closing-line.ts';

export default defineConfig({
	test: {
		include: ['test/**/*.test.{ts,tsx}', 'bench/**/*.test.ts', 'scripts/**/*.test.ts'],
		setupFiles: ['test/support/seed.ts'],
		reporters: ['default', new ClosingLine()],
		// A terminal test waits more than it works.
		maxWorkers: 2,
		// A wait in a terminal test prints the screen when it gives up; it must not be cut off before.
		testTimeout: 60_000,
		hookTimeout: 60_000,
	},
});
