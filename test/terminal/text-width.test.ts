import cliTruncate from 'cli-truncate';
import fc from 'fast-check';
import stringWidth from 'string-width';
import {describe, expect, test} from 'vitest';
import wrapAnsi from 'wrap-ansi';
import {certainCells, isPlain, isPlainText} from '../../source/terminal/simple-text.ts';
import {textWidth, truncated, wrapped} from '../../source/terminal/text-width.ts';
import {anyText} from '../support/any-text.ts';

const columns = fc.integer({min: 1, max: 30});

const PLAIN_CHARACTERS = Array.from({length: 0x1_00_00}, (_, code) =>
	String.fromCharCode(code),
).filter(isPlainText);

describe('plain characters, which are measured without tables', () => {
	test('take one cell each', () => {
		expect(PLAIN_CHARACTERS.length).toBeGreaterThan(1000);
		expect(PLAIN_CHARACTERS.filter(character => stringWidth(character) !== 1)).toEqual([]);
	});

	test('stand for themselves, whichever stand beside them', () => {
		const segmenter = new Intl.Segmenter();
		for (const text of [PLAIN_CHARACTERS.join(''), PLAIN_CHARACTERS.toReversed().join('')]) {
			expect(Array.from(segmenter.segment(text), ({segment}) => segment)).toEqual(text.split(''));
		}
	});
});

/** All that is certain and not simple. Half of these stand for no character yet, and have their width already. */
const WIDE_CHARACTERS = Array.from({length: 0x11_00_00}, (_, code) => code)
	.filter(code => certainCells(code) === 2)
	.map(code => String.fromCodePoint(code));

describe('wide characters, of which every terminal knows how wide they are', () => {
	test('take two cells each', () => {
		expect(WIDE_CHARACTERS.length).toBeGreaterThan(50_000);
		expect(WIDE_CHARACTERS.filter(character => stringWidth(character) !== 2)).toEqual([]);
	});

	test('are no emoji, and join with nothing of their kind or simple', () => {
		const segmenter = new Intl.Segmenter();
		expect(WIDE_CHARACTERS.filter(character => /[\p{Emoji}\p{M}]/u.test(character))).toEqual([]);
		for (const characters of [
			WIDE_CHARACTERS,
			WIDE_CHARACTERS.toReversed(),
			WIDE_CHARACTERS.flatMap(character => [character, 'a', '│']),
		]) {
			expect(Array.from(segmenter.segment(characters.join('')))).toHaveLength(characters.length);
		}
	});
});

test('characters that take one cell for certain are plain, and so are letters that terminals join', () => {
	for (let code = 0; code < 0x1_00_00; code++) {
		expect(isPlain(code) || certainCells(code) !== 1).toBe(true);
	}

	expect(isPlainText('سالم بن نصر، שלום, Երևան')).toBe(true);
	expect(certainCells('س'.charCodeAt(0))).toBe(0);
});

describe('width', () => {
	test.each([
		['', 0],
		['abc', 3],
		['“é”', 3],
		['e\u0301', 1],
		['東京', 4],
		['😀', 2],
		['👩🏽‍🚀', 2],
		['🇱🇾', 2],
		['م', 1],
		['مَ', 1],
	])('%s takes %i cells', (text, cells) => {
		expect(textWidth(text)).toBe(cells);
	});
});

describe('a text cut to a width', () => {
	test.each([
		['harbour', 7, 'harbour'],
		['harbour', 6, 'harbo…'],
		['harbour', 1, 'h'],
		['harbour', 0, ''],
		['東京都', 4, '東…'],
		['東京都', 5, '東京…'],
		['cafe\u0301s', 4, 'caf…'],
		['cafe\u0301', 4, 'cafe\u0301'],
	])('%s in %i cells is %s', (text, width, shown) => {
		expect(truncated(text, width, '…')).toBe(shown);
	});

	test('never takes more cells, and is left alone when it fits', () => {
		fc.assert(
			fc.property(anyText(), columns, fc.constantFrom('…', '...', ''), (text, width, ellipsis) => {
				const shown = truncated(text, width, ellipsis);
				expect(textWidth(shown)).toBeLessThanOrEqual(width);
				if (textWidth(text) <= width) {
					expect(shown).toBe(text);
				} else {
					// Only a character of two cells can leave one over.
					expect(textWidth(shown)).toBeGreaterThanOrEqual(width - 1);
				}
			}),
			{numRuns: 500},
		);
	});
});

const withoutSpaces = (text: string): string => text.normalize().replaceAll(/\s/g, '');

describe('a text broken into lines', () => {
	test.each([
		['the tide does not ask', 10, ['the tide', 'does not', 'ask']],
		['harbourmaster', 5, ['harbo', 'urmas', 'ter']],
		['a harbourmaster', 5, ['a', 'harbo', 'urmas', 'ter']],
		['short', 20, ['short']],
		['', 20, ['']],
		['東京 東京', 4, ['東京', '東京']],
	])('%s in %i cells', (text, width, lines) => {
		expect(wrapped(text, width)).toEqual(lines);
	});

	test('no line takes more cells, and no word is lost', () => {
		// wrap-ansi lets a word of no width at all stand one cell beyond the edge, where nobody sees it.
		const text = anyText({maxLength: 80}).map(any => any.replaceAll(/[\u00AD\u200B\u200D]/g, ''));
		fc.assert(
			fc.property(text, fc.integer({min: 2, max: 30}), (any, width) => {
				const lines = wrapped(any, width);
				for (const line of lines) {
					expect(textWidth(line)).toBeLessThanOrEqual(width);
				}

				expect(withoutSpaces(lines.join(''))).toBe(withoutSpaces(any));
			}),
			{numRuns: 300},
		);
	});

	test('plain text breaks where other text does', () => {
		const words = fc.array(
			fc.string({unit: fc.constantFrom(...'abé—سלЖ'), minLength: 1, maxLength: 12}),
			{maxLength: 12},
		);
		fc.assert(
			fc.property(words, fc.integer({min: 12, max: 30}), (all, width) => {
				const text = all.join(' ');
				expect(wrapped(text, width)).toEqual(wrapAnsi(text, width, {hard: true}).split('\n'));
			}),
		);
	});
});

test('ideographs break where other text does, however long the words', () => {
	const words = fc.array(
		fc.string({
			unit: fc.constantFrom(...'漢字かなカ한글，。、𠀀abc—'),
			minLength: 1,
			maxLength: 60,
		}),
		{minLength: 1, maxLength: 12},
	);
	fc.assert(
		fc.property(words, fc.integer({min: 2, max: 30}), (all, width) => {
			const text = `漢 ${all.join(' ')}`;
			expect(wrapped(text, width)).toEqual(wrapAnsi(text, width, {hard: true}).split('\n'));
			expect(textWidth(text)).toBe(stringWidth(text));
		}),
	);
});

test('a word without width behind a full line does not make it longer than it may be', () => {
	expect(wrapped('東京東京 \u00AD', 8)).toEqual(['東京東京\u00AD']);
});

test('a line is cut out of a long text as it is when all of the text is looked at', () => {
	fc.assert(
		fc.property(anyText({minLength: 1, maxLength: 400}), columns, (text, width) => {
			const long = text.repeat(Math.ceil(400 / text.length));
			fc.pre(stringWidth(long) > width && width > 1);
			expect(truncated(long, width, '…')).toBe(
				cliTruncate(long, width, {truncationCharacter: '…'}),
			);
		}),
		{numRuns: 300},
	);
});
