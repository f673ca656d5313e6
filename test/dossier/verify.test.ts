import {describe, expect, test} from 'vitest';
import type {ArticleSource, Dossier} from '../../source/dossier/schema.ts';
import {
	endOf,
	type Finding,
	faultsAgainstArticle,
	type Proof,
	prove,
} from '../../source/dossier/verify.ts';
import {type InventedArticle, inventedArticle} from '../support/article.ts';
import {aClaim, aDossier, anActor, anArticle, anEvent, at} from '../support/dossier.ts';

const harbour = inventedArticle([
	'😀 Vera Moss said, “Let it rain,” and left. “Or snow.”',
	'Nobody spoke.',
]);

/** A dossier drawn from an article, and from nothing else. */
const drawnFrom = (
	{source}: InventedArticle,
	parts: Parameters<typeof aDossier>[0],
	rest: Partial<Dossier> = {},
): Dossier => aDossier(parts, {places: [], sources: [source], ...rest});

/** Proves what was drawn from one article against the text of another. */
const proofOf = (dossier: Dossier, {paragraphs}: Pick<InventedArticle, 'paragraphs'>): Proof => {
	const [source] = dossier.sources;
	if (source?.kind !== 'article') {
		throw new Error('the first source is no article');
	}

	return endOf(prove(dossier, source, paragraphs));
};

const told = ({pointer, message}: Pick<Finding, 'pointer' | 'message'>): string =>
	`${pointer} ${message}`;

const findings = (...given: Parameters<typeof proofOf>): readonly string[] =>
	proofOf(...given).findings.map(told);

const rain = harbour.quoteOf('quote:rain', 'Let it rain,', 'Or snow.');

describe('a dossier and the article that it was drawn from', () => {
	test('agree when its quotes stand where it says, interrupted ones too', () => {
		expect(proofOf(drawnFrom(harbour, [rain]), harbour)).toEqual({
			paragraphs: {found: 2, stated: 2},
			quotes: {verbatim: 1, alike: 0, total: 1, ofOtherSources: 0},
			ranges: {inside: 2, total: 2},
			spans: {covered: 2, total: 2},
			findings: [],
		});
	});

	test('disagree on a quote in other words; what the article has is told beside it', () => {
		const altered = {...rain, text: 'Let it rain, or snow.'};
		const {findings: found, quotes} = proofOf(drawnFrom(harbour, [altered]), harbour);
		expect(found).toEqual([
			{
				code: 'quote-other',
				severity: 'fault',
				pointer: '/quotes/0/text',
				record: 'quote:rain',
				message: 'these words do not stand there',
				places: [],
				words: {dossier: 'Let it rain, or snow.', article: 'Let it rain, Or snow.'},
			},
		]);
		expect(quotes).toEqual({verbatim: 0, alike: 0, total: 1, ofOtherSources: 0});
	});

	test('disagree on words that the article quotes and no record holds', () => {
		const half = harbour.quoteOf('quote:rain', 'Let it rain,');
		const {findings: found, spans} = proofOf(drawnFrom(harbour, [half]), harbour);
		expect(found.map(told)).toEqual([
			'/quotes no record covers the words quoted in paragraph 1, characters 44 to 52',
		]);
		expect(found[0]?.severity).toBe('fault');
		expect(spans).toEqual({covered: 1, total: 2});
	});

	test('agree, with a warning, on words that the article quotes and a record other than a quote holds', () => {
		const half = harbour.quoteOf('quote:rain', 'Let it rain,');
		const claim = aClaim({evidence: [harbour.rangeOf('left. “Or snow.”')]});
		const {findings: found, spans} = proofOf(drawnFrom(harbour, [half, claim]), harbour);
		expect(found.map(told)).toEqual([
			'/quotes no quote covers the words quoted in paragraph 1, characters 44 to 52; cited by claim:ropes',
		]);
		expect(found[0]?.severity).toBe('warning');
		expect(spans).toEqual({covered: 2, total: 2});
	});

	test('agree on a span that is quoted in two parts, its last mark left out', () => {
		const parts = [
			harbour.quoteOf('quote:let', 'Let it'),
			harbour.quoteOf('quote:rain', 'rain'),
			harbour.quoteOf('quote:snow', 'Or snow'),
		];
		expect(findings(drawnFrom(harbour, parts), harbour)).toEqual([]);
	});

	test('disagree on a span of which a word is left out', () => {
		const parts = [
			harbour.quoteOf('quote:let', 'Let', 'rain'),
			harbour.quoteOf('quote:snow', 'Or snow'),
		];
		expect(findings(drawnFrom(harbour, parts), harbour)).toEqual([
			'/quotes no record covers the words quoted in paragraph 1, characters 19 to 31',
		]);
	});

	test('disagree on a range that leaves its paragraph or the article, wherever it stands', () => {
		const actor = anActor({evidence: [at(2, 0, 13), at(2, 0, 14)], sides: []});
		const dossier = drawnFrom(harbour, [rain, actor, anEvent({evidence: [at(7, 0, 1)]})]);
		const {findings: found, ranges} = proofOf(dossier, harbour);
		expect(found.map(finding => `${finding.record} ${told(finding)}`)).toEqual([
			'actor:vera-moss /actors/0/evidence/1/end the range ends at 14, but paragraph 2 has 13 characters',
			'event:crane-falls /events/0/evidence/0/paragraph there is no paragraph 7; the article has 2',
		]);
		expect(ranges).toEqual({inside: 3, total: 5});
	});

	test('disagree on the range of a byline, which is in no record', () => {
		const byline: ArticleSource['byline'] = [
			{name: 'Ada Finch', role: 'reported', from: ['place:dunmore'], evidence: [at(3)]},
		];
		const source = {...harbour.source, byline};
		const {findings: found} = proofOf(drawnFrom({...harbour, source}, [rain]), harbour);
		expect(found.map(told)).toEqual([
			'/sources/0/byline/0/evidence/0/paragraph there is no paragraph 3; the article has 2',
		]);
		expect(found[0]?.record).toBeUndefined();
	});

	test('disagree on its length', () => {
		const source = {...harbour.source, paragraphs: 3};
		expect(findings(drawnFrom({...harbour, source}, [rain]), harbour)).toEqual([
			'/sources/0/paragraphs the article has 2 paragraphs, not 3',
		]);
	});

	test('are not held to what stands in another article, even at the same place', () => {
		const other = anArticle({id: 'source:other'});
		const elsewhere = rain.evidence.map(range => ({...range, source: other.id}));
		const dossier = drawnFrom(harbour, [{...rain, evidence: elsewhere}], {
			sources: [harbour.source, other],
		});
		const {quotes, findings: found} = proofOf(dossier, harbour);
		expect(quotes).toEqual({verbatim: 0, alike: 0, total: 0, ofOtherSources: 1});
		expect(found.map(({code}) => code)).toEqual(['span-uncovered', 'span-uncovered']);
	});

	test('are told of a mark that is never closed', () => {
		const open = inventedArticle(['Vera said, “Let it rain, and left.', 'Nobody spoke.']);
		const {findings: found} = proofOf(drawnFrom(open, []), open);
		expect(found.map(told)).toEqual([
			'/quotes the quotation mark in paragraph 1, character 11, is never closed',
		]);
		expect(found[0]?.severity).toBe('warning');
	});
});

describe('a quote that is not as long as its ranges', () => {
	const sea = inventedArticle([
		'Vera said: “The sea—that’s the old café to us… so much sea.” Tom Reed nodded.',
		'“No more,” Tom said. “No more of it.”',
	]);
	const words = 'The sea—that’s the old café to us… so much sea.';
	const quote = sea.quoteOf('quote:sea', words);
	const more = sea.quoteOf('quote:more', 'No more,', 'No more of it.');
	const ofText = (text: string): Proof => proofOf(drawnFrom(sea, [{...quote, text}, more]), sea);
	const lengths = (text: string): string =>
		`the text has ${Array.from(text).length} characters, but its ranges, joined by one space, have ${Array.from(words).length}`;

	test.each([
		['shorter', words.replace(' old', '')],
		['longer', words.replace('so much', 'so very much')],
	])(
		'because it is %s is told with what the article has there, and the rest is proved',
		(_, text) => {
			const {findings: found, quotes, spans} = ofText(text);
			expect(found).toEqual([
				{
					code: 'quote-other',
					severity: 'fault',
					pointer: '/quotes/0/text',
					record: 'quote:sea',
					message: `these words do not stand there; ${lengths(text)}`,
					places: [],
					words: {dossier: text, article: words},
				},
			]);
			expect(quotes).toEqual({verbatim: 1, alike: 0, total: 2, ofOtherSources: 0});
			expect(spans).toEqual({covered: 3, total: 3});
		},
	);

	test('because its end is left out is told with where the rest stands, and what is left out', () => {
		const text = words.replace(' so much sea.', '');
		expect(ofText(text).findings).toEqual([
			expect.objectContaining({
				code: 'quote-elsewhere',
				severity: 'fault',
				message: `these words do not stand there; they stand in paragraph 1, characters 12 to 46; ${lengths(text)}`,
				words: {dossier: text, article: words},
			}),
		]);
	});

	test('because one of its ranges is left out is told with what is left out', () => {
		const {findings: found} = proofOf(drawnFrom(sea, [quote, {...more, text: 'No more,'}]), sea);
		expect(found[0]).toMatchObject({
			pointer: '/quotes/1/text',
			severity: 'fault',
			words: {dossier: 'No more,', article: 'No more, No more of it.'},
		});
	});

	test.each<[string, string]>([
		['Unicode normalisation', words.normalize('NFD')],
		['dashes', words.replace('—', '--')],
		['ellipses', words.replace('…', '...')],
		['spaces', words.replace('so much', 'so  much')],
		['spaces', ` ${words} `],
		['spaces and dashes', words.replace('—', ' -- ')],
		['characters that do not show', words.replace('old', 'o\u{AD}ld')],
	])('because of %s alone is a warning that says so', (difference, text) => {
		const {findings: found, quotes} = ofText(text);
		expect(found).toEqual([
			{
				code: 'quote-typography',
				severity: 'warning',
				pointer: '/quotes/0/text',
				record: 'quote:sea',
				message: `the same but for ${difference}; ${lengths(text)}`,
				places: [],
			},
		]);
		expect(quotes).toEqual({verbatim: 1, alike: 1, total: 2, ofOtherSources: 0});
	});

	test.each<[string, (text: string) => string]>([
		['Unicode normalisation', text => text.normalize('NFD')],
		['dashes', text => text.replace('—', '--')],
		['ellipses', text => text.replace('…', '...')],
	])(
		'because of %s alone is found where another edition has it, range by range',
		(difference, typed) => {
			const port = inventedArticle(['“Rain—the café,” Vera said. “No more… of “it”.”']);
			const said = port.quoteOf('quote:port', 'Rain—the café,', 'No more… of “it”.');
			const {findings: found} = proofOf(drawnFrom(port, [{...said, text: typed(said.text)}]), {
				paragraphs: ['Late news.', ...port.paragraphs],
			});
			expect(found.find(({code}) => code.startsWith('quote'))).toMatchObject({
				code: 'quote-elsewhere',
				message: expect.stringContaining(
					`they stand in paragraph 2, characters 1 to 15; paragraph 2, characters 29 to 46, the same but for ${difference}; `,
				),
			});
		},
	);

	test('and cites another article is told all the same', () => {
		const other = anArticle({id: 'source:other'});
		const evidence = quote.evidence.map(range => ({...range, source: other.id}));
		const dossier = drawnFrom(sea, [{...quote, text: 'The sea.', evidence}, more], {
			sources: [sea.source, other],
		});
		expect(proofOf(dossier, sea).findings).toContainEqual({
			code: 'quote-length',
			severity: 'fault',
			pointer: '/quotes/0/text',
			record: 'quote:sea',
			message: lengths('The sea.'),
			places: [],
		});
	});
});

describe('another edition of the article', () => {
	const sea = inventedArticle([
		'First of all, the weather.',
		'Vera said: “The sea—that’s the “old café” to us… so much sea.” Tom Reed nodded.',
		'“No more,” Tom said. “No more of it.”',
	]);
	const words = 'The sea—that’s the “old café” to us… so much sea.';
	const dossier = drawnFrom(sea, [
		sea.quoteOf('quote:sea', words),
		sea.quoteOf('quote:more', 'No more,', 'No more of it.'),
	]);
	const edited = (change: (paragraph: string) => string): readonly Finding[] =>
		proofOf(dossier, {paragraphs: sea.paragraphs.map(change)}).findings;

	test.each<[string, (paragraph: string) => string]>([
		['quotation marks', text => text.replaceAll(/[“”]/g, '"').replaceAll('’', "'")],
		['spaces', text => text.replace('so much', 'so\u{A0}much')],
		['dashes', text => text.replace('—', '–')],
		['dashes', text => text.replace('—', '--')],
		['ellipses', text => text.replace('…', '...')],
		['Unicode normalisation', text => text.normalize('NFD')],
		[
			'characters that do not show',
			text => text.replace('weather', 'wea\u{AD}ther').replace('old', 'o\u{AD}ld'),
		],
	])('that differs in %s alone is told as such, and agrees', (difference, change) => {
		expect(edited(change).map(told)).toEqual([`/quotes/0/text the same but for ${difference}`]);
		expect(edited(change).map(({severity}) => severity)).toEqual(['warning']);
	});

	test('that has a new paragraph tells of each quote where it stands now', () => {
		const {findings: found} = proofOf(dossier, {paragraphs: ['Late news.', ...sea.paragraphs]});
		expect(found.filter(({code}) => code === 'quote-elsewhere').map(told)).toEqual([
			'/quotes/0/text these words do not stand there; they stand in paragraph 3, characters 12 to 61',
			'/quotes/1/text these words do not stand there; they stand in paragraph 4, characters 1 to 9; paragraph 4, characters 22 to 36',
		]);
	});

	test('that has a new paragraph and other marks tells both', () => {
		const paragraphs = ['Late news.', ...sea.paragraphs.map(text => text.replace('—', ' - '))];
		expect(proofOf(dossier, {paragraphs}).findings.map(({message}) => message)).toContain(
			'these words do not stand there; they stand in paragraph 3, characters 12 to 63, the same but for spaces and dashes',
		);
	});

	test('that begins a paragraph otherwise tells where in it the quote stands now', () => {
		const found = edited(text => text.replace('Vera said', 'Then Vera said'));
		expect(found[0]?.message).toBe(
			'these words do not stand there; they stand in paragraph 2, characters 17 to 66',
		);
	});

	test('that has a quote in other words elsewhere tells where, and both texts', () => {
		const reworded = words.replace('so much', 'too much');
		const paragraphs = ['Late news.', ...sea.paragraphs.map(text => text.replace(words, reworded))];
		const {findings: found} = proofOf(dossier, {paragraphs});
		expect(found.find(({code}) => code === 'quote-other')).toMatchObject({
			code: 'quote-other',
			message: 'these words do not stand there; most like them is paragraph 3, characters 12 to 62',
			words: {dossier: words, article: reworded},
		});
	});

	test('that lacks a quote says so', () => {
		const {findings: found} = proofOf(dossier, {paragraphs: ['Wholly other.']});
		expect(found.find(({code}) => code === 'quote-other')).toMatchObject({
			record: 'quote:sea',
			message: 'these words do not stand in the article',
			words: {article: ''},
		});
	});

	test('is not taken to have a quote that only part of a word looks like', () => {
		const short = inventedArticle(['They said “rain” twice.']);
		const {findings: found} = proofOf(drawnFrom(short, [short.quoteOf('quote:rain', 'rain')]), {
			paragraphs: ['They train there.', 'On trains.'],
		});
		expect(found.map(({code}) => code)).toEqual(['paragraph-count', 'quote-other']);
	});

	test('of forty thousand quotes that all moved is told of in time', () => {
		const long = inventedArticle(
			Array.from({length: 40_000}, (_, number) => `Vera said “word ${number} of many” again.`),
		);
		const quotes = long.paragraphs.map((_, number) => ({
			...rain,
			id: `quote:n${number}` as const,
			text: `word ${number} of many`,
			evidence: [at(number + 1, 11, 11 + `word ${number} of many`.length)],
		}));
		const {findings: found} = proofOf(drawnFrom(long, quotes), {
			paragraphs: ['Late news.', ...long.paragraphs],
		});
		expect(found.filter(({code}) => code === 'quote-elsewhere')).toHaveLength(40_000);
	});
});

describe('a proof', () => {
	test('tells how far it has come, and can be left', () => {
		const steps = prove(drawnFrom(harbour, [rain]), harbour.source, harbour.paragraphs);
		expect(steps.next().value).toEqual({done: 0, of: 1});
		expect(steps.return(undefined as never).done).toBe(true);
	});
});

describe('what a reader of the dashboard is told', () => {
	const faultsOf = (dossier: Dossier, paragraphs = harbour.paragraphs): readonly string[] =>
		faultsAgainstArticle(dossier, harbour.source, paragraphs).map(told);

	test('is what stands in place of a quote', () => {
		const altered = {...rain, text: 'Let it rain, or snow.'};
		expect(faultsOf(drawnFrom(harbour, [altered]))).toEqual([
			'/quotes/0/text these words do not stand there; the article has "Let it rain, Or snow."',
		]);
	});

	test('is not what nobody has drawn from the article yet, nor other quotation marks', () => {
		expect(faultsOf(drawnFrom(harbour, []))).toEqual([]);
		const apostrophe = inventedArticle(['“It’s rain.”']);
		const straight = {...apostrophe.quoteOf('quote:rain', 'It’s rain.'), text: "It's rain."};
		expect(faultsOf(drawnFrom(harbour, [straight]), apostrophe.paragraphs)).toEqual([
			'/sources/0/paragraphs the article has 1 paragraph, not 2',
		]);
	});
});
