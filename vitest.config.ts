import {defineConfig} from 'vitest/config';

export default defineConfig({
	test: {
		include: ['test/**/*.test.{ts,tsx}', 'bench/**/*.test.ts', 'scripts/**/*.test.ts'],
		// A wait in a terminal test prints the screen when it gives up; it must not be cut off before.
		testTimeout: 60_000,
		hookTimeout: 60_000,
	},
});
