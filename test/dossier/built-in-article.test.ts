import {createHash} from 'node:crypto';
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {codePointLength, codePointSlice, paragraphsOf} from '../../source/dossier/article.ts';
import {articlesOf} from '../../source/dossier/article-sources.ts';
import {builtInDossier} from '../../source/dossier/built-in.ts';
import {quotedIn} from '../../source/dossier/quoted-spans.ts';
import type {Evidence} from '../../source/dossier/schema.ts';
import {faultsAgainstArticle} from '../../source/dossier/verify.ts';

const folder = join(import.meta.dirname, '../../../shared/article');
const [file] = existsSync(folder) ? readdirSync(folder).filter(name => name.endsWith('.txt')) : [];

/** Every evidence range anywhere in a value. */
const rangesIn = (value: unknown): readonly Evidence[] =>
	typeof value !== 'object' || value === null
		? []
		: 'paragraph' in value && 'start' in value
			? [value as Evidence]
			: Object.values(value).flatMap(rangesIn);

describe.skipIf(file === undefined)(
	'the built-in dossier against the article in ../shared/article (skipped where it is not at hand)',
	() => {
		const bytes = file === undefined ? Buffer.of() : readFileSync(join(folder, file));
		const paragraphs = paragraphsOf(bytes.toString());
		const [source] = articlesOf(builtInDossier);
		if (source === undefined) {
			throw new Error('the built-in dossier names no article');
		}

		const {quotes} = builtInDossier;

		test('it is the article that the dossier was drawn from, whole', () => {
			expect(createHash('sha256').update(bytes).digest('hex')).toBe(source.sha256);
			expect(paragraphs).toHaveLength(source.paragraphs);
		});

		test('verification finds no fault', () => {
			expect(faultsAgainstArticle(builtInDossier, source, paragraphs)).toEqual([]);
		});

		test('every quote stands verbatim where it says, with quotation marks round it', () => {
			for (const {text, evidence} of quotes) {
				const spans = evidence.map(({paragraph, start, end}) =>
					codePointSlice(paragraphs[paragraph - 1] ?? '', start - 1, end + 1),
				);
				expect(spans.map(span => span.replace(/^“(.*)”$/, '$1')).join(' ')).toBe(text);
				expect(spans.every(span => /^“.*”$/.test(span))).toBe(true);
			}
		});

		test('all 21 quoted spans of the article are in a quote', () => {
			const spans = quotedIn(paragraphs).spans.map(({goesOn: _, ...range}) => range);
			expect(spans).toHaveLength(21);
			const cited = quotes.flatMap(({evidence}) => evidence).map(({source: _, ...range}) => range);
			expect(cited).toEqual(expect.arrayContaining([...spans]));
		});

		test('every range anywhere in the dossier lies inside its paragraph', () => {
			const ranges = rangesIn(builtInDossier);
			const outside = ranges.filter(
				({paragraph, start, end}) =>
					start >= end || end > codePointLength(paragraphs[paragraph - 1] ?? ''),
			);
			expect(ranges.length).toBeGreaterThan(200);
			expect(outside).toEqual([]);
		});

		test('no sentence of its prose is in the dossier outside of quotes', () => {
			const quoted = quotes.map(({text}) => text);
			const sentences = paragraphs
				.flatMap(paragraph => paragraph.replaceAll(/“[^”]*”/g, '|').split(/[.|]/))
				.map(sentence => sentence.trim())
				.filter(sentence => sentence.split(' ').length >= 7);
			const prose = JSON.stringify({...builtInDossier, quotes: quoted});
			expect(sentences.length).toBeGreaterThan(50);
			expect(sentences.filter(sentence => prose.includes(sentence))).toEqual([]);
		});
	},
);
