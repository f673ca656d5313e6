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

const nobody = (): string => {
	throw new Error('uv_os_homedir returned ENOENT');
};

test('it is at the home that the list of users has, where the environment has none', () => {
	expect(cacheFolder({HOME: ''}, () => '/users/vera')).toBe('/users/vera/.cache/libya-tui');
});

test('it is nowhere for a user without a home whom no list knows, as in a container', () => {
	expect(cacheFolder({}, nobody)).toBeUndefined();
});
