import fc from 'fast-check';
import {expect, test} from 'vitest';
import {paragraphStarts, paragraphsOf} from '../../source/dossier/article.ts';

test('a paragraph begins where it stands in the whole text, in code points and without the byte order mark', () => {
	expect(paragraphStarts('\u{FEFF}😀\r\n\r\n \none\none\n')).toEqual([0, 7, 11]);
});

test('every paragraph is found where it is said to begin, whatever stands between', () => {
	const unit = fc.constantFrom('a', 'b', ' ', '\t', '\n', '\r\n', '\n\n', '😀', '\u00A0');
	fc.assert(
		fc.property(fc.boolean(), fc.string({unit, maxLength: 40}), (isMarked, text) => {
			const characters = [...text];
			const article = `${isMarked ? '\u{FEFF}' : ''}${text}`;
			const starts = paragraphStarts(article);
			expect(
				paragraphsOf(article).map((paragraph, at) => {
					const start = starts[at] ?? Number.NaN;
					return characters.slice(start, start + [...paragraph].length).join('');
				}),
			).toEqual(paragraphsOf(article));
			expect(starts).toEqual(starts.toSorted((a, b) => a - b));
		}),
	);
});
