import fc from 'fast-check';
import {expect, test} from 'vitest';
import {mayHaveLost} from '../../source/dossier/lost-values.ts';

const read = (json: string): boolean => mayHaveLost(json, JSON.parse(json));

/**
Keys and texts full of what JSON is made of. Not a backslash alone: once V8 has seen that as a key behind another,
its `JSON.parse` takes an escaped key of one character in that place for it.
*/
const anyWord = fc
	.string({
		unit: fc.constantFrom('"', '\\', ':', ' ', '{', 'a', 'é', '\n'),
		maxLength: 5,
	})
	.filter(word => word !== '\\');

const {tree: anyDocument} = fc.letrec<{readonly tree: unknown}>(tie => ({
	tree: fc.oneof(
		{maxDepth: 4},
		anyWord,
		fc.integer(),
		fc.array(tie('tree'), {maxLength: 3}),
		fc.dictionary(anyWord, tie('tree'), {maxKeys: 3}),
	),
}));

test('nothing is lost of what says each thing once, however it is spaced', () => {
	fc.assert(
		fc.property(anyDocument, fc.constantFrom('', ' ', '\t'), (document, indent) => {
			expect(read(JSON.stringify(document, undefined, indent))).toBe(false);
		}),
	);
});

test('a value is lost where a key comes again, however it is written', () => {
	fc.assert(
		fc.property(anyDocument, anyDocument, anyWord, (one, other, key) => {
			const first = JSON.stringify(key);
			const again = `"${[...key].map(sign => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')}"`;
			const json = `[{${first}: ${JSON.stringify(one)}, ${again} : ${JSON.stringify(other)}}]`;
			expect(read(json)).toBe(true);
		}),
	);
});

test('a character may be lost where half of one is escaped', () => {
	expect(read('["\\uD83D"]')).toBe(true);
	expect(read('["\\u0041 \\u00e9 😀"]')).toBe(false);
});
