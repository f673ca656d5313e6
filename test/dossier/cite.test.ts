import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {bibtex} from '../../source/dossier/bibtex.ts';
import {builtInDossier} from '../../source/dossier/built-in.ts';
import {type Catalog, catalogOf} from '../../source/dossier/catalog.ts';
import {type CitedSubject, citationText, copyText} from '../../source/dossier/cite.ts';
import {cslItem, cslJson} from '../../source/dossier/csl-item.ts';
import type {DossierRecord} from '../../source/dossier/record.ts';
import {titleOf} from '../../source/dossier/title.ts';
import {anyText} from '../support/any-text.ts';
import {
	aClaim,
	aDossier,
	anActor,
	anArticle,
	anEvent,
	aPlace,
	aQuote,
	aReference,
	aRelation,
	aStep,
	aTension,
	aTown,
	at,
} from '../support/dossier.ts';

const vera = anActor();
const tom = anActor({id: 'actor:tom-reed'});
const city = aPlace();
const post = anArticle({
	publisher: 'Dunmore Post',
	byline: [
		{name: 'Ada B. Lund', role: 'reported', from: [city.id], evidence: [at(9)]},
		{name: 'Per van der Berg', role: 'reported', from: [city.id], evidence: [at(9)]},
		{name: 'Kim Yi', role: 'contributed', from: [city.id], evidence: [at(9)]},
	],
});
const POST = 'An invented report, Dunmore Post, Dunmore, 2 May 2020';

const withParts = (...parts: readonly DossierRecord[]): Catalog =>
	catalogOf(aDossier([post, aReference(), vera, tom, city, ...parts]));

const whole = (catalog: Catalog, record: DossierRecord): CitedSubject => ({
	record: record.id,
	statement: titleOf(catalog, record),
	evidence: record.evidence,
});

const cited = (record: DossierRecord): string => {
	const catalog = withParts(record);
	return citationText(catalog, whole(catalog, record));
};

describe('the citation of', () => {
	test('a quote says who, the words, where and when, who passed them on, and where they stand', () => {
		expect(
			cited(
				aQuote({
					speaker: vera.id,
					via: tom.id,
					place: city.id,
					day: '2020-05-01',
					text: 'Cut. Worn.',
					evidence: [at(8, 0, 4), at(5, 0, 5)],
				}),
			),
		).toBe(
			`Vera Moss: “Cut.” … “Worn.” (Dunmore, 1 May 2020; relayed by Tom Reed) — ${POST}, ¶ 5, 8`,
		);
	});

	test('a quote leaves out what the report does not state', () => {
		expect(cited(aQuote())).toBe(`Vera Moss: “The tide does not ask.” — ${POST}, ¶ 3`);
		const catalog = catalogOf(aDossier([vera, aQuote()]));
		expect(citationText(catalog, whole(catalog, aQuote()))).toBe(
			'Vera Moss: “The tide does not ask.” — An invented report, Dunmore, 2 May 2020, ¶ 3',
		);
	});

	test.each<[string, DossierRecord, string]>([
		[
			'a claim says whose it is and how sure',
			aClaim({assertedBy: vera.id, via: tom.id, certainty: 'probable', day: '2020-05-01'}),
			'The ropes were cut. (says Vera Moss; relayed by Tom Reed; as probable; 1 May 2020)',
		],
		[
			'a denial says who denies it',
			aClaim({assertedBy: vera.id, polarity: 'denied'}),
			'Denied: The ropes were cut. (denied by Vera Moss; without a hedge)',
		],
		[
			'an open question says that it is left open',
			aClaim({certainty: 'uncommitted'}),
			'Left open: The ropes were cut. (raised by the report, which leaves it open)',
		],
		[
			'an event says when',
			anEvent({when: '2020-05-01~', assertedBy: tom.id, certainty: 'possible'}),
			'Crane Falls (about 1 May 2020; says Tom Reed; as possible)',
		],
		[
			'a tie says from when to when',
			aRelation({from: vera.id, to: tom.id, since: '1990', until: '2001'}),
			'Vera Moss is a cousin of Tom Reed (from 1990; until 2001; says the report; without a hedge)',
		],
		[
			'a tie within one time says it once',
			aRelation({from: vera.id, to: tom.id, since: '198X', until: '198X'}),
			'Vera Moss is a cousin of Tom Reed (1980s; says the report; without a hedge)',
		],
		[
			'a tension asks its question',
			aTension({accounts: []}),
			'Cut or worn through: What became of the ropes? (accounts that cannot all be the whole truth)',
		],
		['a step of the story is its text', aStep({record: vera.id}), 'It begins at the harbour.'],
		['an actor is a name', vera, 'Vera Moss'],
		['a place is a name', city, 'Dunmore'],
	])('%s', (_, record, statement) => {
		expect(cited(record)).toBe(`${statement} — ${POST}, ¶ ${record.evidence[0]?.paragraph}`);
	});

	test('something narrower is what is told, and who tells it', () => {
		const town = aTown();
		const catalog = withParts(town);
		const told = (given: Partial<CitedSubject>): string =>
			citationText(catalog, {
				record: town.id,
				statement: 'Eastbay on 2 May: contested',
				evidence: [at(2)],
				...given,
			});
		expect(told({basis: 'claimed', assertedBy: tom.id})).toBe(
			`Eastbay on 2 May: contested (says Tom Reed; claimed) — ${POST}, ¶ 2`,
		);
		expect(told({basis: 'reported', assertedBy: undefined})).toContain(
			'contested (says the report; reported) —',
		);
		expect(told({})).toContain('contested (says the report) —');
		expect(told({basis: 'inferred'})).toContain('contested (inferred, not said outright) —');
		expect(told({record: undefined})).toContain('contested (says the report) —');
	});

	test('what has no passage is of the dossier, and nobody is said to say it', () => {
		const catalog = withParts();
		expect(
			citationText(catalog, {record: city.id, statement: 'Dunmore · lies at 1, 2', evidence: []}),
		).toBe('Dunmore · lies at 1, 2 — dossier “The harbour of Dunmore”');
	});

	test('a passage is its source and paragraph, with a key of its own', () => {
		const catalog = withParts();
		const passage = (paragraph: number): CitedSubject => ({
			record: undefined,
			statement: '',
			evidence: [at(paragraph)],
		});
		expect(citationText(catalog, passage(2))).toBe(`${POST}, ¶ 2`);
		expect(cslItem(catalog, passage(2)).note).toBe('¶ 2; dateline Dunmore, 2 May 2020');
		expect(cslItem(catalog, passage(2)).id).not.toBe(cslItem(catalog, passage(3)).id);
	});

	test('what stands in two articles names both', () => {
		const evening = anArticle({id: 'source:evening', title: 'Another report'});
		const event = anEvent({evidence: [{...at(4), source: evening.id}, at(7), at(4)]});
		const catalog = catalogOf(aDossier([post, evening, city, event]));
		expect(citationText(catalog, whole(catalog, event))).toMatch(
			/ — Another report, Dunmore, 2 May 2020, ¶ 4; An invented report, Dunmore Post, Dunmore, 2 May 2020, ¶ 4, 7$/,
		);
		expect(cslItem(catalog, whole(catalog, event))).toMatchObject({
			title: 'Another report',
			note: expect.stringMatching(/; ¶ 4; dateline .*; also An invented report, .*, ¶ 4, 7$/),
		});
	});
});

describe('as CSL-JSON', () => {
	const quote = aQuote({speaker: vera.id, day: '2020-05-01'});

	test('a quote is an item of the newspaper, its words and paragraph in the note', () => {
		const catalog = withParts(quote);
		expect(JSON.parse(cslJson(catalog, whole(catalog, quote)))).toEqual([
			{
				id: 'dunmore-quote-tide',
				type: 'article-newspaper',
				title: 'An invented report',
				author: [
					{family: 'Lund', given: 'Ada B.'},
					{family: 'van der Berg', given: 'Per'},
				],
				'container-title': 'Dunmore Post',
				issued: {'date-parts': [[2020, 5, 2]]},
				note: 'Vera Moss: “The tide does not ask.” (1 May 2020); ¶ 3; dateline Dunmore, 2 May 2020',
			},
		]);
	});

	test('what is not stated is not there', () => {
		const catalog = catalogOf(aDossier([vera, quote]));
		expect(Object.keys(cslItem(catalog, whole(catalog, quote)))).toEqual([
			'id',
			'type',
			'title',
			'issued',
			'note',
		]);
		expect(cslItem(catalog, {record: undefined, statement: 'By hand', evidence: []})).toMatchObject(
			{type: 'document', title: 'The harbour of Dunmore', note: 'By hand'},
		);
	});

	test.each([
		['The Harbour Wire', {literal: 'The Harbour Wire'}],
		['Harbour Wire', {literal: 'Harbour Wire'}],
		['東京', {literal: '東京'}],
		['Lund, Ada', {literal: 'Lund, Ada'}],
		['Ada Lund', {family: 'Lund', given: 'Ada'}],
		['bin Laden', {literal: 'bin Laden'}],
		['Ada  van der Lund', {family: 'van der Lund', given: 'Ada'}],
	])('%s is cited as %o', (name, author) => {
		const article = anArticle({
			byline: [{name, role: 'reported', from: [city.id], evidence: [at(9)]}],
		});
		const wire = anActor({id: 'actor:wire', name: 'Harbour Wire', kind: 'news-agency'});
		const catalog = catalogOf(aDossier([article, city, vera, wire, quote]));
		expect(cslItem(catalog, whole(catalog, quote)).author).toEqual([author]);
	});

	test('every record has a key of its own, and so has what is narrower', () => {
		const catalog = catalogOf(builtInDossier);
		const subjects = catalog.records.flatMap(record => [
			whole(catalog, record),
			{...whole(catalog, record), statement: `${titleOf(catalog, record)} · on 30 Mar`},
			{...whole(catalog, record), statement: `${titleOf(catalog, record)} · on 31 Mar`},
		]);
		const ids = subjects.map(subject => cslItem(catalog, subject).id);
		expect(new Set(ids).size).toBe(subjects.length);
		expect(ids.filter(id => !/^[a-z0-9-]+$/.test(id))).toEqual([]);
		expect(subjects.map(subject => cslItem(catalog, subject).id)).toEqual(ids);
	});
});

/** How deep braces are open after each character, as BibTeX counts them. */
const braceDepths = (text: string): readonly number[] => {
	let depth = 0;
	return Array.from(text, character => {
		depth += character === '{' ? 1 : character === '}' ? -1 : 0;
		return depth;
	});
};

describe('as BibTeX', () => {
	test('a quote is an article of its reporters', () => {
		const quote = aQuote({speaker: vera.id});
		const catalog = withParts(quote);
		expect(bibtex(catalog, whole(catalog, quote))).toBe(
			[
				'@article{dunmore-quote-tide,',
				'  title = {{An invented report}},',
				'  author = {Lund, Ada B. and van der Berg, Per},',
				'  journal = {Dunmore Post},',
				'  year = {2020},',
				'  month = may,',
				'  day = {2},',
				'  note = {Vera Moss: “The tide does not ask.”; ¶ 3; dateline Dunmore, 2 May 2020},',
				'}\n',
			].join('\n'),
		);
	});

	test('what is from no article is a misc', () => {
		expect(bibtex(withParts(), {record: undefined, statement: 'By hand', evidence: []})).toMatch(
			/^@misc\{dunmore-\w+,\n {2}title = \{\{The harbour of Dunmore\}\},\n {2}note = \{By hand\},\n\}\n$/,
		);
	});

	test('nothing in a text is obeyed by TeX, and accents stay as they are', () => {
		const quote = aQuote({speaker: vera.id, text: '50% & $1 #2 a_b ~ ^ \\x {é}\nno'});
		const catalog = withParts(quote);
		expect(bibtex(catalog, whole(catalog, quote))).toContain(
			'“50\\% \\& \\$1 \\#2 a\\_b \\textasciitilde{} \\textasciicircum{} \\textbackslash{}x \\textbraceleft{}é\\textbraceright{} no”',
		);
	});

	test('names of no person stay whole, and no name is parted by its own and', () => {
		const article = anArticle({
			byline: ['The Wire and Sons', 'Ada and Lund'].map(name => ({
				name,
				role: 'reported',
				from: [city.id],
				evidence: [at(9)],
			})),
		});
		const catalog = catalogOf(aDossier([article, city, vera]));
		expect(bibtex(catalog, whole(catalog, vera))).toContain(
			'author = {{The Wire and Sons} and {and Lund}, Ada},',
		);
	});

	test('braces are balanced whatever the texts are', () => {
		const unit = fc.oneof(anyText({maxLength: 4}), fc.constantFrom(...'{}\\%&$#_~^",@=\n'));
		const hostile = fc.array(unit, {minLength: 1, maxLength: 12}).map(parts => parts.join(''));
		fc.assert(
			fc.property(hostile, hostile, hostile, (text, title, name) => {
				const article = anArticle({
					title,
					publisher: title,
					byline: [{name, role: 'reported', from: [city.id], evidence: [at(9)]}],
				});
				const quote = aQuote({speaker: vera.id, text});
				const catalog = catalogOf(aDossier([article, city, vera, quote]));
				const entry = bibtex(catalog, whole(catalog, quote));
				const depths = braceDepths(entry);
				expect(Math.min(...depths.slice(entry.indexOf('{'), -2))).toBe(1);
				expect(depths.at(-1)).toBe(0);
				expect(entry.split('\n').slice(1, -2)).toSatisfy((lines: readonly string[]) =>
					lines.every(line => /^ {2}[a-z]+ = .*,$/su.test(line)),
				);
			}),
		);
	});
});

describe('the text that is copied of', () => {
	test.each<[string, DossierRecord, string]>([
		['a quote is its words in quotation marks', aQuote(), '“The tide does not ask.”'],
		[
			'a claim is the claim and whose it is',
			aClaim({assertedBy: vera.id}),
			'The ropes were cut. (says Vera Moss)',
		],
		[
			'a denial is the denial and whose it is',
			aClaim({assertedBy: vera.id, polarity: 'denied'}),
			'Denied: The ropes were cut. (by Vera Moss)',
		],
		[
			'an open question is the question',
			aClaim({certainty: 'uncommitted'}),
			'Left open: The ropes were cut.',
		],
		['a step is its text without a number', aStep({record: vera.id}), 'It begins at the harbour.'],
		['an event is its title', anEvent(), 'Crane Falls'],
		['an actor is a name', vera, 'Vera Moss'],
	])('%s', (_, record, text) => {
		const catalog = withParts(record);
		expect(copyText(catalog, whole(catalog, record))).toBe(text);
	});

	test.each([
		[{basis: 'reported'}, 'Eastbay: contested'],
		[{basis: 'inferred', assertedBy: vera.id}, 'Eastbay: contested (inferred)'],
		[{basis: 'claimed', assertedBy: vera.id}, 'Eastbay: contested (says Vera Moss)'],
		[{assertedBy: 'author'}, 'Eastbay: contested'],
	] as const)('who holds a town, with %j, is no plain fact unless it is one', (given, text) => {
		const town = aTown();
		expect(
			copyText(withParts(town), {
				record: town.id,
				statement: 'Eastbay: contested',
				evidence: [at(2)],
				...given,
			}),
		).toBe(text);
	});

	test('something narrower is what is told', () => {
		const claim = aClaim({assertedBy: vera.id});
		expect(
			copyText(withParts(claim), {
				record: claim.id,
				statement: 'how sure: as probable',
				evidence: [at(6)],
			}),
		).toBe('how sure: as probable');
	});
});

test('every record of the built-in dossier can be cited, with its paragraphs', () => {
	const catalog = catalogOf(builtInDossier);
	for (const record of catalog.records) {
		const citation = citationText(catalog, whole(catalog, record));
		expect(citation).toMatch(/ — .+, Brega, 31 Mar 2011, ¶ \d+(?:, \d+)*$/);
		expect(citation).not.toMatch(/undefined|\(\)/);
		expect(cslItem(catalog, whole(catalog, record)).note).toMatch(/; ¶ \d/);
	}
});
