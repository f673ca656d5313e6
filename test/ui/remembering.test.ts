import {expect, test} from 'vitest';
import {keepingSame, remembering} from '../../source/ui/remembering.ts';

test('what is made of the same again is the very same, and of anything else made anew', () => {
	let made = 0;
	const numbered = remembering((_text: string, _size: number) => ({number: ++made}));
	const first = numbered('a', 1);
	expect(numbered('a', 1)).toBe(first);
	expect(numbered('a', 2)).toEqual({number: 2});
	expect(numbered('b', 2)).toEqual({number: 3});
	// Only the last is remembered.
	expect(numbered('a', 1)).toEqual({number: 4});
});

test('what comes to nothing is remembered too', () => {
	let made = 0;
	const nothing = remembering((): undefined => {
		made++;
	});
	nothing();
	nothing();
	expect(made).toBe(1);
});

test('an object that holds the same as the one before is that one, lists of the same included', () => {
	const keep = keepingSame<{readonly name: string; readonly rows: readonly string[]}>();
	const first = keep({name: 'a', rows: ['x', 'y']});
	expect(keep({name: 'a', rows: ['x', 'y']})).toBe(first);
	for (const other of [
		{name: 'a', rows: ['x']},
		{name: 'a', rows: ['y', 'x']},
		{name: 'b', rows: ['y', 'x']},
	]) {
		expect(keep(other)).toBe(other);
	}
});

test('an object with a property more or less is another', () => {
	const keep = keepingSame<{readonly name?: string; readonly row?: string | undefined}>();
	const first = keep({name: 'a'});
	const more = {name: 'a', row: undefined};
	expect(keep(more)).toBe(more);
	const renamed = {row: undefined};
	expect(keep(renamed)).toBe(renamed);
	expect(keep({name: 'a'})).not.toBe(first);
});
