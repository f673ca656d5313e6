import {expect, test} from 'vitest';
import {cacheFolder} from '../../source/start/cache-folder.ts';

test.each([
	[{XDG_CACHE_HOME: '/caches', HOME: '/home/me'}, '/caches/libya-tui'],
	[{XDG_CACHE_HOME: '', HOME: '/home/me'}, '/home/me/.cache/libya-tui'],
	[{XDG_CACHE_HOME: 'here', HOME: '/home/me'}, '/home/me/.cache/libya-tui'],
	[{HOME: '/home/me'}, '/home/me/.cache/libya-tui'],
])('with %o compiled code is kept in %s', (env, folder) => {
	expect(cacheFolder(env)).toBe(folder);
});
