import {createHash} from 'node:crypto';
import {readFileSync} from 'node:fs';
import {describe, expect, test} from 'vitest';
import {codePointSlice, paragraphsOf} from '../../source/dossier/article.ts';
import {articlesOf} from '../../source/dossier/article-sources.ts';
import {catalogOf} from '../../source/dossier/catalog.ts';
import {edtfBounds} from '../../source/dossier/edtf-bounds.ts';
import {kmBetween} from '../../source/dossier/great-circle.ts';
import {parseDossier} from '../../source/dossier/parse.ts';
import type {ArticleSource, Dossier} from '../../source/dossier/schema.ts';
import {endOf, prove} from '../../source/dossier/verify.ts';
import {visibleText} from '../../source/terminal/visible-text.ts';
import {EXAMPLE} from '../support/example.ts';

const json = readFileSync(EXAMPLE.dossier, 'utf8');
const bytes = readFileSync(EXAMPLE.article);
const paragraphs = paragraphsOf(bytes.toString());
const parsed = parseDossier(json);

const open = (): Dossier => {
	if (!parsed.ok) {
		throw new Error(JSON.stringify(parsed.faults));
	}

	return parsed.dossier;
};

describe('the example dossier', () => {
	test('passes the check as it stands in its file, its events in order of time already', () => {
		expect(parsed).toMatchObject({ok: true});
		const {$schema, ...rest} = JSON.parse(json);
		expect($schema).toBe('./dossier.schema.json');
		expect(open().events).toEqual(rest.events.map((event: object) => ({figures: [], ...event})));
		expect(visibleText(json.replaceAll(/[\n\t]/g, ''))).toBe(json.replaceAll(/[\n\t]/g, ''));
	});

	test('is of the article beside it, and agrees with it in every range and every quote', () => {
		const [source] = articlesOf(open());
		expect(source).toMatchObject({
			sha256: createHash('sha256').update(bytes).digest('hex'),
			paragraphs: paragraphs.length,
		});
		const {findings, spans} = endOf(prove(open(), source as ArticleSource, paragraphs));
		expect(findings).toEqual([]);
		expect(spans.total).toBe(open().quotes.flatMap(({evidence}) => evidence).length);
	});

	test('cites every paragraph of it, and no range begins or ends within a word', () => {
		const catalog = catalogOf(open(), edtfBounds);
		const {paragraphs: covered, uncited} = catalog.coverage();
		// The last line but one names the reporters, who stand in the source and not in a record.
		const byRecords = covered.filter(({records}) => records.length > 0);
		const byReporters = articlesOf(open()).flatMap(({byline}) =>
			byline.flatMap(({evidence}) => evidence.map(({paragraph}) => paragraph)),
		);
		expect(
			[...new Set([...byRecords.map(({paragraph}) => paragraph), ...byReporters])].toSorted(
				(a, b) => a - b,
			),
		).toEqual(paragraphs.map((_, at) => at + 1));
		expect(uncited).toEqual([]);

		const rangesOf = (value: unknown): readonly (readonly [number, number, number])[] =>
			typeof value !== 'object' || value === null
				? []
				: 'paragraph' in value && 'start' in value && 'end' in value
					? [[Number(value.paragraph), Number(value.start), Number(value.end)]]
					: Object.values(value).flatMap(rangesOf);
		const ranges = rangesOf(open());
		expect(ranges.length).toBeGreaterThan(80);
		for (const [paragraph, start, end] of ranges) {
			const text = paragraphs[paragraph - 1] ?? '';
			for (const edge of [start, end]) {
				expect(codePointSlice(text, Math.max(0, edge - 1), edge + 1)).not.toMatch(/^\p{L}\p{L}$/u);
			}
		}
	});

	test('has what an example must show: every kind of record, imprecise dates, what is not stated', () => {
		const {actors, places, quotes, events, relations, claims, tensions, story} = open();
		expect(actors).toHaveLength(10);
		expect(places.filter(({frontLine}) => frontLine)).toHaveLength(4);
		expect(places.filter(({frontLine}) => !frontLine)).toHaveLength(2);
		expect([quotes, events, relations, claims, tensions, story].map(({length}) => length)).toEqual([
			6, 10, 6, 11, 2, 5,
		]);
		expect(new Set(events.map(({precision}) => precision))).toEqual(
			new Set(['decade', 'approximate', 'month', 'day', 'interval']),
		);
		expect(quotes.some(({evidence}) => evidence.length === 2)).toBe(true);
		expect(quotes.some(({day}) => day === undefined)).toBe(true);
		expect(actors.some(({role}) => role === undefined)).toBe(true);
		expect(claims.some(({polarity}) => polarity === 'denied')).toBe(true);
	});

	test('its kilometres are those of the path on its map', () => {
		const [road] = open().roads;
		const positions = new Map(open().places.map(({id, coordinates}) => [id, coordinates]));
		const path = road?.path ?? [];
		for (const {place, km} of road?.towns ?? []) {
			const {lat, lon} = positions.get(place) ?? {lat: 0, lon: 0};
			const at = path.findIndex(point => point.lat === lat && point.lon === lon);
			const legs = path.slice(1, at + 1).map((point, leg) => kmBetween(path[leg] ?? point, point));
			expect([place, Math.round(legs.reduce((sum, leg) => sum + leg, 0))]).toEqual([place, km]);
		}
	});
});
