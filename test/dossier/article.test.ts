import {describe, expect, test} from 'vitest';
import {codePointLength, codePointSlice, paragraphsOf} from '../../source/dossier/article.ts';

describe('the paragraphs of an article', () => {
	test.each([
		['LF', 'one\ntwo\n'],
		['CRLF', 'one\r\ntwo\r\n'],
		['CR', 'one\rtwo\r'],
		['all three', 'one\r\n\r\rtwo\n\r'],
		['blank lines between', 'one\n\n  \n\r\n\ttwo'.replace('\t', '')],
		['a byte order mark', '\u{FEFF}one\ntwo'],
	])('are its lines with something on them: %s', (_, article) => {
		expect(paragraphsOf(article)).toEqual(['one', 'two']);
	});

	test('keep their spaces, so that positions in them stay right', () => {
		expect(paragraphsOf('  one \n\ttwo')).toEqual(['  one ', '\ttwo']);
	});

	test('are none in an empty text', () => {
		expect(paragraphsOf('')).toEqual([]);
		expect(paragraphsOf('\n \r\n')).toEqual([]);
	});
});

describe('positions in a paragraph', () => {
	test('count code points, also beyond the basic plane', () => {
		expect(codePointLength('a😀é')).toBe(3);
		expect(codePointSlice('a😀b', 1, 2)).toBe('😀');
		expect(codePointSlice('a😀b', 2)).toBe('b');
		expect(codePointSlice('ab', 1, 99)).toBe('b');
		expect(codePointSlice('ab', 5, 9)).toBe('');
	});
});
