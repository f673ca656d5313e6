import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {builtInDossier} from '../../source/dossier/built-in.ts';
import {catalogOf} from '../../source/dossier/catalog.ts';
import {edtfBounds} from '../../source/dossier/edtf-bounds.ts';
import type {Dossier} from '../../source/dossier/schema.ts';
import {annotations, type WholeArticle} from '../../source/formats/annotations.ts';
import {anyRecords} from '../support/any-records.ts';
import {
	aClaim,
	aDossier,
	anActor,
	anArticle,
	aPlace,
	aQuote,
	aStep,
	aTension,
	aTown,
	at,
	held,
	onSide,
} from '../support/dossier.ts';
import {collectionFaults} from '../support/web-annotation.ts';

interface Selector {
	readonly type: string;
	readonly value?: string;
	readonly start?: number;
	readonly end?: number;
	readonly exact?: string;
	readonly prefix?: string;
	readonly suffix?: string;
	readonly refinedBy?: Selector;
}

interface Annotation {
	readonly id: string;
	readonly motivation: string;
	readonly body: readonly {readonly value: string; readonly purpose: string}[];
	readonly target: {readonly source: string; readonly selector: readonly Selector[]};
}

const collectionOf = (dossier: Dossier, article?: WholeArticle) =>
	JSON.parse([...annotations(catalogOf(dossier, edtfBounds), article)].join(''));

const annotationsOf = (dossier: Dossier, article?: WholeArticle): readonly Annotation[] =>
	collectionOf(dossier, article).first?.items ?? [];

const named = (all: readonly Annotation[], name: string): Annotation | undefined =>
	all.find(({id}) => id === `urn:dossier:dunmore:${name}`);

/** Every text that stands anywhere in a value. */
const textsIn = (value: unknown): readonly string[] => {
	if (typeof value === 'string') {
		return [value];
	}

	return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
};

const folder = join(import.meta.dirname, '../../../shared/article');
const [file] = existsSync(folder) ? readdirSync(folder).filter(name => name.endsWith('.txt')) : [];

test.skipIf(file === undefined)(
	'every quote of the built-in dossier stands in the article where its annotation says, and its surroundings tell it from any other (skipped where the article is not at hand)',
	() => {
		const text = readFileSync(join(folder, file ?? ''), 'utf8');
		const characters = [...text];
		const quotes = annotationsOf(builtInDossier, {source: 'source:report', text}).flatMap(
			({target: {selector}}) => (selector.length === 2 ? [selector] : []),
		);
		expect(quotes).toHaveLength(21);
		for (const [position, quote] of quotes) {
			const before = characters.slice(0, position?.start).join('');
			expect(characters.slice(position?.start, position?.end).join('')).toBe(quote?.exact);
			const words = `${quote?.prefix}${quote?.exact}${quote?.suffix}`;
			expect(text.indexOf(words)).toBe(before.length - (quote?.prefix ?? '').length);
			expect(text.indexOf(words)).toBe(text.lastIndexOf(words));
		}
	},
);

describe('a dossier as Web Annotations', () => {
	test('has all that the model says must be, the built-in one and any other', () => {
		expect(collectionFaults(collectionOf(builtInDossier))).toEqual([]);
		fc.assert(
			fc.property(anyRecords, dossier => {
				expect(collectionFaults(collectionOf(dossier))).toEqual([]);
			}),
		);
	});

	test('has one for every range of evidence, of records, sides, control and reporters', () => {
		const ranges = (value: unknown): number => {
			if (typeof value !== 'object' || value === null) {
				return 0;
			}

			return 'paragraph' in value
				? 1
				: Object.values(value).reduce<number>((sum, part) => sum + ranges(part), 0);
		};
		expect(annotationsOf(builtInDossier)).toHaveLength(ranges(builtInDossier));
	});

	test('identifies who and what is named, classifies what is told, and questions where accounts disagree', () => {
		const all = annotationsOf(
			aDossier([
				anActor({sides: [onSide('government', {until: '2020-05-01'})]}),
				aTown({control: [held('2020-05-01', 'contested', {basis: 'inferred'})]}),
				aQuote({speaker: 'actor:vera-moss', day: '2020-05-02'}),
				aClaim({assertedBy: 'actor:vera-moss', certainty: 'possible'}),
				aTension({
					accounts: [
						{text: 'Cut', records: ['claim:ropes']},
						{text: 'Worn', records: ['claim:ropes']},
					],
				}),
				aStep({record: 'claim:ropes'}),
			]),
		);
		expect(
			all.map(({id, motivation, body}) => [
				id.replace('urn:dossier:dunmore:', ''),
				motivation,
				...body.map(({value, purpose}) => `${purpose} ${value}`),
			]),
		).toEqual([
			['actor:vera-moss:1', 'identifying', 'identifying Vera Moss', 'tagging actor'],
			[
				'actor:vera-moss:side-1:1',
				'classifying',
				'classifying Vera Moss: government until 1 May 2020 (says the report; reported)',
				'tagging side',
			],
			['place:eastbay:1', 'identifying', 'identifying Eastbay', 'tagging place'],
			[
				'place:eastbay:control-1:1',
				'classifying',
				'classifying Eastbay: contested, 1 May 2020 (inferred, not said outright)',
				'tagging control',
			],
			[
				'quote:tide:1',
				'identifying',
				'identifying Vera Moss: “The tide does not ask.” (2 May 2020)',
				'tagging quote',
			],
			[
				'claim:ropes:1',
				'classifying',
				'classifying The ropes were cut. (says Vera Moss; as possible)',
				'tagging claim',
			],
			[
				'tension:ropes:1',
				'questioning',
				'questioning Cut or worn through: What became of the ropes? (accounts that cannot all be the whole truth)',
				'tagging tension',
			],
			[
				'step:first:1',
				'classifying',
				'classifying It begins at the harbour.',
				'tagging story step',
			],
		]);
	});

	test('questions the passages of the accounts where a tension cites none of its own', () => {
		const all = annotationsOf(
			aDossier([
				aClaim({evidence: [at(6, 1, 2)]}),
				aTension({
					accounts: [
						{text: 'Cut', records: ['claim:ropes']},
						{text: 'Worn', records: ['place:dunmore']},
					],
					evidence: [],
				}),
			]),
		).filter(({motivation}) => motivation === 'questioning');
		expect(all.map(({target}) => target.selector[0]?.value)).toEqual([
			'paragraph=6',
			'paragraph=2',
		]);
	});

	test('names the article by its hash', () => {
		const sha256 = 'f4'.repeat(32);
		const [first] = annotationsOf(aDossier([anArticle({sha256}), aPlace()]));
		expect(first?.target.source).toBe(
			`ni:///sha-256;${Buffer.from(sha256, 'hex').toString('base64url')}`,
		);
	});

	test('without the article: positions in the paragraph, and no words but those that are quoted', () => {
		const dossier = aDossier([
			anActor({evidence: [at(7, 4, 9)]}),
			aQuote({
				speaker: 'actor:vera-moss',
				text: 'One. Two.',
				evidence: [at(3, 1, 5), at(3, 20, 24)],
			}),
		]);
		const all = annotationsOf(dossier);
		expect(named(all, 'actor:vera-moss:1')?.target.selector).toEqual([
			{
				type: 'FragmentSelector',
				value: 'paragraph=7',
				refinedBy: {type: 'TextPositionSelector', start: 4, end: 9},
			},
		]);
		expect(named(all, 'quote:tide:2')?.target.selector).toEqual([
			{
				type: 'FragmentSelector',
				value: 'paragraph=3',
				refinedBy: {type: 'TextPositionSelector', start: 20, end: 24},
			},
			{type: 'TextQuoteSelector', exact: 'Two.'},
		]);
	});

	test('with the article: positions from its beginning, in code points, and what stands round a quote', () => {
		const text = '\u{FEFF}😀 Title\r\n\r\n  \r\nShe said, “Let go 😀 now,” and it was night.\r\n';
		const dossier = aDossier([
			anActor({evidence: [at(2, 0, 3)]}),
			aQuote({speaker: 'actor:vera-moss', text: 'Let go 😀 now,', evidence: [at(2, 11, 24)]}),
		]);
		const all = annotationsOf(dossier, {source: 'source:report', text});
		const characters = [...text.slice(1)];
		const [she] = named(all, 'actor:vera-moss:1')?.target.selector ?? [];
		expect(characters.slice(she?.start, she?.end).join('')).toBe('She');
		expect(named(all, 'actor:vera-moss:1')?.target.selector).toHaveLength(1);
		const [position, quote] = named(all, 'quote:tide:1')?.target.selector ?? [];
		expect(characters.slice(position?.start, position?.end).join('')).toBe('Let go 😀 now,');
		expect(quote).toEqual({
			type: 'TextQuoteSelector',
			exact: 'Let go 😀 now,',
			prefix: `${characters.join('').slice(0, characters.join('').indexOf('Let'))}`,
			suffix: '” and it was night.\r\n',
		});
	});

	test('has of an article at hand no more than 32 characters on either side of a quote', () => {
		const paragraph = `${'before '.repeat(20)}“Stop,”${' after'.repeat(20)}`;
		const start = paragraph.indexOf('Stop');
		const dossier = aDossier([
			anActor(),
			aQuote({speaker: 'actor:vera-moss', text: 'Stop,', evidence: [at(1, start, start + 5)]}),
		]);
		const all = annotationsOf(dossier, {source: 'source:report', text: paragraph});
		const [, quote] = named(all, 'quote:tide:1')?.target.selector ?? [];
		expect([...(quote?.prefix ?? '')]).toHaveLength(32);
		expect([...(quote?.suffix ?? '')]).toHaveLength(32);
		expect(
			textsIn(all).filter(text => text.includes('before before before before before')),
		).toEqual([]);
	});

	test('is a collection of none where nothing is cited', () => {
		expect(collectionOf(aDossier([aPlace({evidence: []})]))).toEqual({
			'@context': 'http://www.w3.org/ns/anno.jsonld',
			id: 'urn:dossier:dunmore',
			type: 'AnnotationCollection',
			label: 'The harbour of Dunmore',
			total: 0,
		});
	});
});
