import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import footnotes from 'markdown-it-footnote';
import {describe, expect, test} from 'vitest';
import {builtInDossier} from '../../source/dossier/built-in.ts';
import {catalogOf} from '../../source/dossier/catalog.ts';
import {edtfBounds} from '../../source/dossier/edtf-bounds.ts';
import type {Dossier} from '../../source/dossier/schema.ts';
import {markdownOf} from '../../source/formats/markdown.ts';
import {printableText} from '../../source/formats/printable-text.ts';
import {anyDossier} from '../support/any-dossier.ts';
import {aDossier, anActor, aReference, LAST_DAY} from '../support/dossier.ts';
import {feud} from '../support/feud.ts';
import {hostileText} from '../support/hostile-text.ts';
import {textEverywhere} from '../support/text-everywhere.ts';

const reader = new MarkdownIt({html: true, linkify: true}).use(footnotes);
reader.linkify.set({fuzzyLink: false, fuzzyEmail: false});

const brief = (dossier: Dossier, day = dossier.span.last): string =>
	Array.from(markdownOf(catalogOf(dossier, edtfBounds), day)).join('');

type Token = ReturnType<typeof reader.parse>[number];

const tokensOf = (markdown: string): readonly Token[] =>
	reader.parse(markdown, {}).flatMap(token => [token, ...(token.children ?? [])]);

/** What is text to the eye; the rest is what Markdown makes of it. */
const isText = ({type}: Token): boolean =>
	type === 'text' || type === 'text_special' || type === 'inline';

const structureOf = (markdown: string): readonly string[] =>
	tokensOf(markdown)
		.filter(token => !isText(token))
		.map(({type, tag}) => `${type} ${tag}`);

/** The text of each line, cell and heading. */
const textsOf = (markdown: string): readonly string[] =>
	tokensOf(markdown)
		.filter(({type}) => type === 'inline')
		.map(({children}) =>
			(children ?? [])
				.filter(isText)
				.map(({content}) => content)
				.join(''),
		);

const used = (markdown: string): readonly number[] =>
	Array.from(markdown.matchAll(/\[\^(\d+)\](?!:)/g), ([, number]) => Number(number));

const defined = (markdown: string): readonly number[] =>
	Array.from(markdown.matchAll(/^\[\^(\d+)\]:/gm), ([, number]) => Number(number));

const section = (markdown: string, title: string): string =>
	markdown.split(/^## /m).find(part => part.startsWith(title)) ?? '';

const countingFrom1 = (numbers: readonly number[]): readonly number[] =>
	numbers.map((_, at) => at + 1);

describe('a brief in Markdown', () => {
	test.each([
		['the built-in dossier', builtInDossier],
		['a feud', feud],
	])(
		'has every note once, each referred to, in the order of its first reference: %s',
		(_, dossier) => {
			const markdown = brief(dossier);
			const notes = defined(markdown);
			expect(notes).toEqual(countingFrom1(notes));
			expect([...new Set(used(markdown))]).toEqual(notes);
			const texts = markdown.match(/(?<=^\[\^\d+\]: ).*/gm) ?? [];
			expect(new Set(texts).size).toBe(notes.length);

			const env: {footnotes?: {refs: Record<string, number>; list: readonly {count: number}[]}} =
				{};
			reader.parse(markdown, env);
			expect(env.footnotes?.list.map(({count}) => count > 0)).toEqual(notes.map(() => true));
			expect(Object.values(env.footnotes?.refs ?? {})).toEqual(notes.map(note => note - 1));
		},
	);

	test('cites the source in full once, and by a short title after that', () => {
		const markdown = brief(builtInDossier);
		expect(markdown).toContain(
			'[^1]: Report on the fighting round Brega and the defection of Moussa Koussa, Brega, 31 Mar 2011.\n',
		);
		expect(markdown).toMatch(/^\[\^3\]: Report on the fighting round Brega…, ¶ 20, 21\.$/m);
	});

	test('tells sources apart whose short titles are alike', () => {
		const title = (which: string) => `The same long words at the beginning of a title, ${which}`;
		const markdown = brief(
			aDossier([
				aReference({id: 'source:one', title: title('one')}),
				aReference({id: 'source:two', title: title('two')}),
				anActor(),
			]),
		);
		expect(markdown).toContain(`[^1]: ${title('one')}; ${title('two')}.`);
	});

	test('says who holds which town, on what basis and since when', () => {
		const [, ...rows] = section(brief(feud), 'Who holds').match(/^\|.*$/gm) ?? [];
		expect(
			rows.slice(1).map(row =>
				row
					.replaceAll(/\[\^\d+\]/g, '')
					.split(' | ')
					.slice(0, 4),
			),
		).toEqual([
			['| **Westbay**', 'government', 'reported', '1 May 2020 or earlier; last told for 1 May'],
			[
				'| **Eastbay**',
				'contested, government the day before',
				'claimed, says Tom Reed',
				'2 May 2020',
			],
			['| **Cape**', 'opposition', 'reported', '1 May 2020 or earlier; last told for 1 May'],
		]);
	});

	test('puts actors under the side on which they stood on the day', () => {
		const sides = (day: string): readonly string[] =>
			section(brief(feud, day), 'Who acts').match(/^(?:### .*|- \*\*.*?\*\*)/gm) ?? [];
		expect(sides('2020-05-01')).toContain('### Government (2)');
		expect(sides(LAST_DAY)).toEqual([
			'### Government (1)',
			'- **Harbour Guard**',
			'### Opposition (2)',
			'- **Tom Reed**',
			'- **Zoë 東京 👩🏽‍🚀**',
			'### Civilian (1)',
			'- **Vera Moss**',
			'### Side unknown (1)',
			'- **A Clerk**',
		]);
		expect(brief(feud)).toContain('Side: opposition, from 2 May 2020, left government, reported.');
	});

	test('tells what happened in order of time, and apart what came after the day', () => {
		const lines = section(brief(feud, '2020-05-01'), 'What happened').match(/^(?:### .*|- .*)/gm);
		expect(lines?.map(line => line.replace(/\[\^.*| \(no passage.*/, ''))).toEqual([
			'- 1969: **Charter**',
			'- 2 Apr to 20 Apr 2020: **Siege**',
			'- 1 May 2020: **March**',
			'### After 1 May 2020',
			'- 2 May 2020: **Crane Falls**',
			'- 2 May 2020: **Speech**',
		]);
	});

	test('quotes as block quotes, each with its speaker and with what is not stated', () => {
		expect(section(brief(feud), 'What was said')).toContain(
			'> “The tide does not ask.”\n>\n> — **Vera Moss**, “said” (neutral); Eastbay; 1 May 2020; whole sentences; not stated: how.[^',
		);
	});

	test('sets accounts beside each other, each with whose word it rests on', () => {
		const tension = section(brief(feud), 'Accounts').replaceAll(/\[\^\d+\]/g, '');
		expect(tension).toContain(
			[
				'### Cut or worn through',
				'',
				'What became of the ropes?',
				'',
				'- *Account 1, Vera Moss:* Somebody cut them.',
				'  - The ropes were cut. (says Vera Moss)',
				'  - “The tide does not ask.” (Vera Moss)',
				'- *Account 2, Tom Reed:* Nobody did.',
				'  - Denied: The ropes were old, and wore through by themselves. (by Tom Reed)',
			].join('\n'),
		);
	});

	test('says what is not stated, and what is told without a passage', () => {
		const unstated = section(brief(feud), 'What is not stated');
		expect(unstated).toContain('- What they are in this report: Tom Reed; Harbour Guard; A Clerk;');
		expect(unstated).toContain('- Where it lies: Nowhere.');
		expect(unstated).toContain('- Told without a passage: Crane Falls.');
		expect(brief(feud)).toContain('- 2 May 2020: **Crane Falls** (no passage cited)\n');
	});

	test('of a dossier with next to nothing says of every part that it is empty', () => {
		const markdown = brief(aDossier([anActor()]));
		expect(structureOf(markdown).filter(type => type === 'heading_open h2')).toHaveLength(8);
		expect(markdown).not.toMatch(/^## .*\n+##? /m);
	});

	test('links to a source on the web, and to nothing that is not a page of the web', () => {
		const withUrl = (url: string): string => brief(aDossier([anActor(), aReference({url})]));
		const links = (url: string): readonly string[] =>
			tokensOf(withUrl(url)).flatMap(token =>
				token.type === 'link_open' ? [String(token.attrGet('href'))] : [],
			);
		expect(links('https://example.org/a?b=1')).toEqual(['https://example.org/a?b=1']);
		expect(links('javascript:alert(1)')).toEqual([]);
		expect(links('http://a.example/><script>')).toEqual([]);
	});

	test('has no text of the dossier that is taken for Markdown or HTML', () => {
		const harmless = structureOf(brief(textEverywhere('word')));
		fc.assert(
			fc.property(hostileText, text => {
				expect(structureOf(brief(textEverywhere(text)))).toEqual(harmless);
			}),
			{numRuns: 400},
		);
	});

	test('gives every text back as it was, but for white space and what no page can hold', () => {
		const places = textsOf(brief(textEverywhere('word'))).map(text => text.includes('word'));
		fc.assert(
			fc.property(hostileText, text => {
				const shown = printableText(text);
				// What is blank altogether is shown as such only where it stands alone.
				fc.pre(printableText(`x${text}`) !== 'x');
				const texts = textsOf(brief(textEverywhere(text)));
				expect(texts[0]).toBe(shown);
				// A long title is shortened in a note.
				const last =
					texts.length -
					(texts.toReversed().findIndex(line => line.startsWith('From the dossier')) + 1);
				for (const [at, line] of texts.slice(0, last).entries()) {
					expect(places[at] === true && !line.includes(shown) ? line : '').toBe('');
				}
			}),
			{numRuns: 300},
		);
	});

	test('is written of any dossier', () => {
		fc.assert(
			fc.property(anyDossier, dossier => {
				const markdown = brief(dossier);
				expect([...new Set(used(markdown))]).toEqual(defined(markdown));
				expect(structureOf(markdown).filter(type => type.startsWith('html'))).toEqual([]);
			}),
			{numRuns: 60},
		);
	});
});
