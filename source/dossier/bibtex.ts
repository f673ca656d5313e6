import type {Catalog} from './catalog.ts';
import type {CitedSubject} from './cite.ts';
import {type CslName, cslItem} from './csl-item.ts';

const MONTHS = [
	'jan',
	'feb',
	'mar',
	'apr',
	'may',
	'jun',
	'jul',
	'aug',
	'sep',
	'oct',
	'nov',
	'dec',
] as const;

// BibTeX counts braces with a backslash too, so a brace of the text must not stand there as one.
const ESCAPED: Readonly<Record<string, string>> = {
	'\\': '\\textbackslash{}',
	'{': '\\textbraceleft{}',
	'}': '\\textbraceright{}',
	'~': '\\textasciitilde{}',
	'^': '\\textasciicircum{}',
	'%': '\\%',
	'&': '\\&',
	$: '\\$',
	'#': '\\#',
	_: '\\_',
};

/** A text for a BibTeX field; line breaks and control characters become spaces, accents stay. */
const escaped = (text: string): string =>
	text
		.replaceAll(/\p{Cc}+/gu, ' ')
		.replaceAll(/[\\{}~^%&$#_]/g, character => ESCAPED[character] ?? character);

/** Braces keep a name that is no person's whole, and an `and` in any name from parting it. */
const authorOf = (name: CslName): string =>
	'literal' in name
		? `{${escaped(name.literal)}}`
		: [name.family, name.given]
				.map(part => (/(?:^|\s)and(?:\s|$)/iu.test(part) ? `{${escaped(part)}}` : escaped(part)))
				.join(', ');

/**
A citation as a BibTeX entry in UTF-8: an `@article` when it is from an article whose publisher is
told, else a `@misc`. What
is cited and its paragraphs stand in the note.
*/
export const bibtex = (catalog: Catalog, subject: CitedSubject): string => {
	const item = cslItem(catalog, subject);
	const [year, month, day] = item.issued?.['date-parts'][0] ?? [];
	const fields: readonly (readonly [string, string | undefined])[] = [
		// The inner braces keep the capitals of names.
		['title', `{{${escaped(item.title)}}}`],
		['author', item.author && `{${item.author.map(authorOf).join(' and ')}}`],
		['journal', item['container-title'] && `{${escaped(item['container-title'])}}`],
		['year', year === undefined ? undefined : `{${year}}`],
		['month', month === undefined ? undefined : MONTHS[month - 1]],
		['day', day === undefined ? undefined : `{${day}}`],
		['howpublished', item.URL && `{\\url{${item.URL}}}`],
		['note', `{${escaped(item.note)}}`],
	];
	return [
		// Styles want an article to have its journal.
		`@${item['container-title'] === undefined ? 'misc' : 'article'}{${item.id},`,
		...fields.flatMap(([name, value]) => (value === undefined ? [] : [`  ${name} = ${value},`])),
		'}\n',
	].join('\n');
};
