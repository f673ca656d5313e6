import fc from 'fast-check';
import {expect, test} from 'vitest';
import {recent} from '../../source/dossier/recent.ts';

test('what is asked for again is the same, and made once', () => {
	let made = 0;
	const get = recent(3, (key: string) => ({key, at: made++}));
	const [a] = [get('a'), get('b'), get('c')];
	expect(get('a')).toBe(a);
	expect(made).toBe(3);
});

test('it keeps what was asked for last, and nothing that was made of undefined is made again', () => {
	const most = 4;
	fc.assert(
		fc.property(fc.array(fc.nat(9)), keys => {
			const made: number[] = [];
			const get = recent(most, (key: number) => {
				made.push(key);
				return key === 3 ? undefined : key;
			});
			const expected: number[] = [];
			let kept: number[] = [];
			for (const key of keys) {
				if (!kept.includes(key)) {
					expected.push(key);
				}

				kept = [...kept.filter(other => other !== key), key].slice(-most);
				get(key);
			}

			expect(made).toEqual(expected);
		}),
	);
});
