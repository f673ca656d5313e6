import {createHash} from 'node:crypto';
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {builtInDossier} from '../../source/dossier/built-in.ts';
import {catalogOf} from '../../source/dossier/catalog.ts';
import {edtfBounds} from '../../source/dossier/edtf-bounds.ts';
import type {Dossier, Place} from '../../source/dossier/schema.ts';
import {htmlOf} from '../../source/formats/html.ts';
import {type CoastLookup, mapDetail, NARROW, WIDE} from '../../source/formats/page/svg-map.ts';
import {printableText} from '../../source/formats/printable-text.ts';
import {anyDossier} from '../support/any-dossier.ts';
import {anyEvents} from '../support/any-events.ts';
import {
	aDossier,
	anActor,
	anEvent,
	aPlace,
	aQuote,
	aRoad,
	aTown,
	held,
} from '../support/dossier.ts';
import {feud} from '../support/feud.ts';
import {hostileText} from '../support/hostile-text.ts';
import {type PageElement, type ParsedPage, parsePage} from '../support/page.ts';
import {textEverywhere} from '../support/text-everywhere.ts';

/** A shore from Westbay to Cape and beyond. */
const COAST: CoastLookup = {
	within: () => [Float32Array.from([-9, 52, -7.5, 52.05, -6.8, 52.1, -6.2, 52.2, -4, 52.3])],
};

const pageOf = (dossier: Dossier, day = dossier.span.last, coast?: CoastLookup): ParsedPage =>
	parsePage(Array.from(htmlOf(catalogOf(dossier, edtfBounds), day, coast)).join(''));

const named = ({elements}: ParsedPage, name: string): readonly PageElement[] =>
	elements.filter(element => element.name === name);

const classed = ({elements}: ParsedPage, look: string): readonly PageElement[] =>
	elements.filter(({attributes}) => attributes.class?.split(' ').includes(look));

const isIn = ({within}: Pick<PageElement, 'within'>, look: string): boolean =>
	within.some(({attributes}) => attributes.class === look);

/** What is drawn for a wide page. */
const wide = (elements: readonly PageElement[]): readonly PageElement[] =>
	elements.filter(element => isIn(element, 'wide'));

const EVERYTHING = [
	['the built-in dossier', builtInDossier],
	['a feud', feud],
	['a dossier with next to nothing', aDossier([anActor()])],
] as const;

/** Every element that a page is made of. */
const ELEMENTS = new Set(
	`html head meta title style body header h1 p nav ul li a main section h2 h3 h4 table caption thead tbody tr th td
	sup strong bdi figure figcaption div span dl dt dd blockquote ol footer
	svg desc rect path circle text g`.split(/\s+/),
);

const placed = (
	lat: number,
	lon: number,
	precision: 1 | 2 | 3 = 1,
): NonNullable<Place['coordinates']> => ({
	lat,
	lon,
	precision,
	source: 'source:atlas',
});

describe('a page', () => {
	test.each(EVERYTHING)(
		'is HTML without a fault, and runs and fetches nothing: %s',
		(_, dossier) => {
			const {faults, elements} = pageOf(dossier, dossier.span.last, COAST);
			expect(faults).toEqual([]);
			expect(elements.filter(({name}) => !ELEMENTS.has(name))).toEqual([]);
			const reaching = elements.flatMap(({attributes}) =>
				Object.entries(attributes).filter(
					([name, value]) =>
						/^(?:src|srcset|style|on.*|xlink:href|action|data|poster)$/.test(name) ||
						(name === 'href' && !value.startsWith('#')) ||
						/url\(|:\/\//.test(value),
				),
			);
			expect(reaching).toEqual([]);
		},
	);

	test('allows itself its own style sheet and nothing else', () => {
		const page = pageOf(builtInDossier);
		const [style] = named(page, 'style');
		expect(named(page, 'style')).toHaveLength(1);
		expect(style?.text).not.toMatch(/@import|url\(/);
		const [policy] = named(page, 'meta').filter(
			({attributes}) => attributes['http-equiv'] === 'Content-Security-Policy',
		);
		const hash = createHash('sha256')
			.update(style?.text ?? '')
			.digest('base64');
		expect(policy?.attributes.content?.split('; ')).toEqual([
			"default-src 'none'",
			`style-src 'sha256-${hash}'`,
			"base-uri 'none'",
			"form-action 'none'",
		]);
	});

	test.each(EVERYTHING)('leads from every reference to its note and back: %s', (_, dossier) => {
		const page = pageOf(dossier);
		const ids = page.elements.flatMap(({attributes}) => attributes.id ?? []);
		expect(new Set(ids).size).toBe(ids.length);
		const targets = named(page, 'a').map(({attributes}) => attributes.href?.slice(1));
		expect(targets.filter(target => !ids.includes(target ?? ''))).toEqual([]);
		const references = page.elements.filter(({attributes}) => attributes.role === 'doc-noteref');
		const ways = page.elements.filter(({attributes}) => attributes.role === 'doc-backlink');
		expect(ways.map(({attributes}) => attributes.href?.slice(1)).toSorted()).toEqual(
			references.map(({attributes}) => attributes.id).toSorted(),
		);
		const first = [...new Set(references.map(({text}) => Number(text)))];
		expect(first).toEqual(first.map((__, at) => at + 1));
	});

	test.each(EVERYTHING)(
		'can be found through by ear: landmarks, headings, tables and pictures: %s',
		(_, dossier) => {
			const page = pageOf(dossier);
			expect(named(page, 'html')[0]?.attributes.lang).toBe('en');
			for (const landmark of ['header', 'nav', 'main', 'footer']) {
				expect(named(page, landmark)).toHaveLength(1);
			}

			const levels = page.elements.flatMap(({name}) =>
				/^h\d$/.test(name) ? Number(name.slice(1)) : [],
			);
			expect(levels[0]).toBe(1);
			expect(levels.filter(level => level === 1)).toHaveLength(1);
			for (const [at, level] of levels.entries()) {
				expect(level - (levels[at - 1] ?? 0)).toBeLessThanOrEqual(1);
			}

			expect(named(page, 'th').filter(({attributes}) => attributes.scope === undefined)).toEqual(
				[],
			);
			const texts = new Map(page.elements.map(element => [element.attributes.id, element.text]));
			for (const {attributes} of named(page, 'svg')) {
				const labels =
					attributes['aria-labelledby']?.split(' ').map(id => texts.get(id) ?? '') ?? [];
				expect(
					attributes['aria-hidden'] === 'true' || labels.filter(label => label !== '').length === 2,
				).toBe(true);
			}
		},
	);

	test('holds any text as text: no element, no attribute and no fault comes of it', () => {
		const mark = 'zqx';
		fc.assert(
			fc.property(hostileText, text => {
				const dossier = textEverywhere(`${text}${mark}`);
				const page = pageOf(dossier, '2020-05-02', COAST);
				expect(page.faults).toEqual([]);
				expect(page.elements.filter(({name}) => !ELEMENTS.has(name))).toEqual([]);
				expect(
					page.elements.filter(({attributes}) =>
						Object.values(attributes).some(value => value.includes(mark)),
					),
				).toEqual([]);
				const shown = printableText(`${text}${mark}`);
				expect(named(page, 'h1')[0]?.text).toBe(shown);
				// Names on the map and titles in notes are shortened.
				const whole = page.texts.filter(
					({text: run, within}) =>
						run.includes(mark) &&
						!within.some(({name, attributes}) => name === 'svg' || attributes.class === 'notes'),
				);
				expect(whole.length).toBeGreaterThan(40);
				expect(whole.filter(({text: run}) => !run.includes(shown))).toEqual([]);
			}),
			{numRuns: 120},
		);
	});

	test('lets every text of the dossier run the way it is read', () => {
		const page = pageOf(textEverywhere('zqx'), '2020-05-02', COAST);
		const loose = page.texts.filter(
			({text, within}) =>
				text.includes('zqx') &&
				!within.some(
					({name, attributes}) =>
						name === 'bdi' || name === 'svg' || name === 'title' || attributes.dir === 'auto',
				),
		);
		expect(loose.map(({text}) => text)).toEqual([]);
	});

	test('is drawn of any dossier', () => {
		fc.assert(
			fc.property(anyDossier, dossier => {
				expect(pageOf(dossier).faults).toEqual([]);
			}),
			{numRuns: 40},
		);
	});
});

describe('the map of a page', () => {
	test('shows who holds each town by a sign and a colour, and says in words what they mean', () => {
		const page = pageOf(feud, '2020-05-02', COAST);
		const map = wide(page.elements);
		const looks = map.flatMap(({name, attributes}) =>
			name === 'rect' && attributes.class !== 'ground' && attributes.class !== 'many'
				? [attributes.class]
				: [],
		);
		expect(looks.toSorted()).toEqual([
			'contested filled',
			'contested hollow',
			'government filled',
			'opposition hollow',
		]);
		const [key] = named(page, 'figcaption');
		expect(key?.text).toMatch(/government.*contested.*opposition/s);
		expect(key?.text).toContain('In brackets: nothing is told for this day');
	});

	test('names the towns beside their marks, in brackets what is carried over', () => {
		const page = pageOf(feud, '2020-05-02', COAST);
		const names = wide(classed(page, 'town')).map(({text}) => text);
		expect(names.toSorted()).toEqual(['(Cape)', '(Westbay)', 'Eastbay']);
	});

	test('draws the front on the road between towns of different holders, and the side on the rest', () => {
		const stretches = (day: string): readonly (string | undefined)[] =>
			wide(classed(pageOf(feud, day), 'stretch')).flatMap(({attributes}) =>
				attributes.class === 'stretch' ? [] : [attributes.class],
			);
		expect(stretches('2020-05-01')).toEqual(['stretch government', 'stretch front']);
		expect(stretches('2020-05-02')).toEqual(['stretch front', 'stretch front']);
	});

	test('tells in words what it shows', () => {
		const [words] = named(pageOf(feud), 'desc');
		expect(words?.text).toContain(
			'Westbay: government, last told for 1 May; 52 km east by road: Eastbay, contested',
		);
	});

	test('has a coast when it is given one, and is a map without', () => {
		expect(wide(classed(pageOf(feud, '2020-05-02', COAST), 'coast'))).toHaveLength(1);
		expect(wide(classed(pageOf(feud), 'coast'))).toEqual([]);
		const credits = (coast: CoastLookup): boolean | undefined =>
			named(pageOf(feud, '2020-05-02', coast), 'figcaption')[0]?.text.includes('Natural Earth');
		expect([credits(COAST), credits({within: () => []})]).toEqual([true, false]);
		expect(wide(classed(pageOf(feud), 'town'))).toHaveLength(3);
	});

	test('is not there when the dossier gives no place on the Earth, and the page says so', () => {
		const dossier = aDossier([aTown(), anActor()]);
		const page = pageOf(dossier);
		expect(classed(page, 'ground')).toEqual([]);
		expect(mapDetail(dossier, '2020-05-02')).toBeUndefined();
		expect(named(page, 'main')[0]?.text).toContain('gives no place on the Earth');
	});

	test('works anywhere on the Earth: each town has its mark inside the picture', () => {
		const anyPlace = fc.record({
			lat: fc.oneof(fc.double({min: -90, max: 90, noNaN: true}), fc.constantFrom(-90, 90)),
			lon: fc.oneof(fc.double({min: -180, max: 180, noNaN: true}), fc.constantFrom(-180, 180)),
		});
		fc.assert(
			fc.property(fc.array(anyPlace, {minLength: 1, maxLength: 8}), places => {
				const towns = places.map(({lat, lon}, at) =>
					aTown({
						id: `place:n${at}`,
						name: `Town ${at}`,
						coordinates: placed(lat, lon),
						control: [held('2020-05-02', at % 2 === 0 ? 'government' : 'opposition')],
					}),
				);
				const road = aRoad({towns: towns.map(({id}, at) => ({place: id, km: at * 10}))});
				const page = pageOf(
					aDossier(towns.length < 2 ? towns : [...towns, road]),
					'2020-05-02',
					COAST,
				);
				expect(
					page.elements.filter(({attributes}) =>
						Object.values(attributes).some(value => /NaN|Infinity|undefined/.test(value)),
					),
				).toEqual([]);
				const marks = page.elements.flatMap(({name, attributes, within}) => {
					const [, x, y] = /^translate\((\S+) (\S+)\)$/.exec(attributes.transform ?? '') ?? [];
					return name === 'g' && x !== undefined
						? [{x: Number(x), y: Number(y), isWide: isIn({within}, 'wide')}]
						: [];
				});
				expect(marks.length).toBeGreaterThanOrEqual(2);
				for (const {x, y, isWide} of marks) {
					const {width, height} = isWide ? WIDE : NARROW;
					expect(x >= 0 && x <= width && y >= 0 && y <= height).toBe(true);
				}
			}),
			{numRuns: 60},
		);
	});

	test('says of how many places the names found no room', () => {
		const crowd = Array.from({length: 60}, (_, at) =>
			aTown({
				id: `place:n${at}`,
				name: `A town with a long name ${at}`,
				coordinates: placed(52 + (at % 8) * 0.02, -7 + Math.floor(at / 8) * 0.02),
				control: [held('2020-05-02', 'opposition')],
			}),
		);
		const page = pageOf(aDossier(crowd), '2020-05-02');
		const shown = wide(classed(page, 'town')).length;
		expect(shown).toBeGreaterThan(2);
		expect(named(page, 'figcaption')[0]?.text).toContain(
			`There was no room for ${60 - shown} names.`,
		);
	});

	test('says so when places lie on one spot', () => {
		const dossier = aDossier([
			aTown({coordinates: placed(52, -7)}),
			aTown({id: 'place:far', coordinates: placed(52.5, -6)}),
			aTown({id: 'place:same', coordinates: placed(52, -7)}),
			aPlace({id: 'place:gate', coordinates: placed(52, -7, 2)}),
		]);
		const text = named(pageOf(dossier), 'figcaption')[0]?.text;
		expect(text).toContain('Too close to others to be drawn: one town.');
		expect(text).toContain('On the spot of another: one further place.');
	});

	test('names a region without a mark', () => {
		const dossier = aDossier([
			aTown({coordinates: placed(52, -7)}),
			aTown({id: 'place:far', coordinates: placed(52.5, -6)}),
			aPlace({id: 'place:shire', kind: 'region', coordinates: placed(52.1, -6.2, 3)}),
		]);
		const page = pageOf(dossier);
		expect(wide(classed(page, 'region')).map(({text}) => text)).toEqual(['Shire']);
		expect(wide(classed(page, 'place'))).toEqual([]);
	});
});

describe('the line of time of a page', () => {
	test('squeezes long gaps and says how long they are', () => {
		const page = pageOf(feud, '2020-05-01');
		expect(wide(classed(page, 'squeezed')).length).toBeGreaterThan(0);
		expect(wide(classed(page, 'length')).map(({text}) => text)).toContain('51 y');
		expect(named(page, 'figcaption')[1]?.text).toContain('time squeezed together');
	});

	test('draws a date that is no exact day as the stretch that it covers', () => {
		const stretches = (when: string, precision: 'interval' | 'day'): number => {
			const events = [
				anEvent({id: 'event:one', when, precision}),
				anEvent({id: 'event:two', when: '2020-05-02'}),
			];
			return wide(classed(pageOf(aDossier(events)), 'stretch')).length;
		};
		// The line, and its end that is sure; the open end is an arrow.
		expect(stretches('2020-04-02/2020-04-20', 'interval')).toBe(3);
		expect(stretches('2020-04-02', 'day')).toBe(0);
	});

	test('marks the day of the brief', () => {
		const dates = wide(classed(pageOf(feud, '2020-05-01'), 'as-of-date')).map(({text}) => text);
		expect(dates).toEqual(['1 May 2020']);
	});

	test('counts every dated event once, whatever the dates', () => {
		fc.assert(
			fc.property(anyEvents, events => {
				const page = pageOf(aDossier([], {events: [...events]}));
				const line = wide(page.elements);
				expect(
					line.filter(({attributes}) =>
						Object.values(attributes).some(value => /NaN|Infinity|undefined/.test(value)),
					),
				).toEqual([]);
				const single = line.filter(
					({name, attributes}) => name === 'circle' && /exact$/.test(attributes.class ?? ''),
				).length;
				const counts = line
					.filter(({attributes}) => attributes.class === 'count')
					.map(({text}) => text);
				const isExact = !counts.includes('99+');
				const sum = single + counts.reduce((all, count) => all + Number.parseInt(count, 10), 0);
				const dated = Number(
					/^\d+/.exec(
						line.find(
							({name, attributes}) => name === 'desc' && attributes.id === 'time-wide-words',
						)?.text ?? '',
					)?.[0] ?? 0,
				);
				expect(isExact ? sum : Math.min(sum, dated)).toBe(isExact ? dated : sum);
			}),
			{numRuns: 25},
		);
	});

	test('is not there when nothing has a date', () => {
		const page = pageOf(aDossier([aQuote({speaker: 'actor:vera-moss'}), anActor()]));
		expect(classed(page, 'axis')).toEqual([]);
		expect(named(page, 'main')[0]?.text).toContain('tells of no event');
	});
});
