import {dayWithWeekday} from '../dossier/days.ts';
import type {ArticleSource, Source} from '../dossier/schema.ts';
import {titleById} from '../dossier/title.ts';
import {SOURCE_WORDS} from '../dossier/words.ts';
import {wrapped} from '../terminal/text-width.ts';
import type {Look} from '../terminal/theme.ts';
import type {Display} from './display.ts';
import type {Spans} from './line.tsx';

const articleFacts = (
	{catalog}: Display,
	{publisher, dateline, paragraphs, sha256, byline}: ArticleSource,
): readonly string[] => [
	`Publisher: ${publisher ?? 'not stated'}`,
	`Dateline: ${titleById(catalog, dateline.place)}, ${dayWithWeekday(dateline.day)}${
		dateline.yearFrom === undefined
			? ''
			: ` (the year is from elsewhere: ${catalog.source(dateline.yearFrom)?.title ?? dateline.yearFrom})`
	}`,
	`${paragraphs} paragraphs, SHA-256 ${sha256}`,
	...byline.map(({name, role, from}) => {
		const places = from.map(place => titleById(catalog, place)).join(' and ');
		return `${name} ${role === 'reported' ? 'reported' : 'contributed reporting'} from ${places}`;
	}),
];

const sourceFacts = (display: Display, source: Source): readonly string[] =>
	source.kind === 'article'
		? articleFacts(display, source)
		: [source.url, source.licence, source.note].filter(fact => fact !== undefined);

const counted = (records: readonly unknown[], kind: string): string =>
	`${records.length} ${kind}${records.length === 1 ? '' : 's'}`;

/** What the dossier is, what it was drawn from, and who reported from where. */
export const aboutLines = (columns: number, display: Display): readonly Spans[] => {
	const {catalog, theme, present} = display;
	const {dossier} = catalog;
	const paragraph = (text: string, look: Look, indent = 0): readonly Spans[] =>
		wrapped(present(text), Math.max(8, columns - indent)).map(line => [
			{text: ' '.repeat(indent)},
			{text: line, look},
		]);
	const counts = [
		counted(dossier.actors, 'actor'),
		counted(dossier.places, 'place'),
		counted(dossier.quotes, 'quote'),
		counted(dossier.events, 'event'),
		counted(dossier.relations, 'tie'),
		counted(dossier.claims, 'claim'),
		counted(dossier.tensions, 'tension'),
	];
	return [
		...paragraph(dossier.title, theme.title),
		...paragraph(
			`${dayWithWeekday(dossier.span.first)} to ${dayWithWeekday(dossier.span.last)}`,
			theme.secondary,
		),
		[],
		...paragraph(dossier.summary, theme.plain),
		[],
		...paragraph(counts.join(' · '), theme.secondary),
		...dossier.sources.flatMap(source => [
			[],
			...paragraph(`${source.title} (${SOURCE_WORDS[source.kind]})`, theme.heading),
			...sourceFacts(display, source).flatMap(fact => paragraph(fact, theme.plain, 2)),
		]),
	];
};
