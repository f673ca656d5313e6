import {globSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, test} from 'vitest';
import {builtInDossier} from '../../source/dossier/built-in.ts';

const root = join(import.meta.dirname, '../..');

/** What may name the built-in report: its own module, and the examples that the help gives. */
const ALLOWED = [/^source\/dossier\/built-in\.ts$/, /^source\/commands\/[a-z-]+-spec\.ts$/];

/** Words of its names that are no names elsewhere. */
const GENERAL = new Set(
	'airfield approaches between coastal east highway hospital north northern regions road states united'.split(
		' ',
	),
);

/** The persons, places and roads of the built-in report, word by word, and the titles of what it is. */
const words = [
	...new Set(
		[
			...builtInDossier.actors.filter(({kind}) => kind === 'person'),
			...builtInDossier.places,
			...builtInDossier.roads,
		]
			.flatMap(({name}) => name.toLowerCase().match(/\p{L}{4,}/gu) ?? [])
			.filter(word => !GENERAL.has(word)),
	),
	'gaddafi',
	'libyan',
];

/** Code with its strings, without its comments, and without the name of the program. */
const codeOf = (source: string): string =>
	source
		.replaceAll(/\/\*.*?\*\//gsu, '')
		.replaceAll(/^\s*\/\/.*$/gmu, '')
		.replaceAll(/libya[-_]tui/giu, '');

const namedIn = (source: string): readonly string[] => {
	const inCode = new Set(
		codeOf(source)
			.toLowerCase()
			.match(/\p{L}+/gu) ?? [],
	);
	return words.filter(word => inCode.has(word));
};

describe('nothing in the program knows the report that is built in', () => {
	test.each(globSync('source/**/*.{ts,tsx,cts}', {cwd: root}).toSorted())('%s', file => {
		const found = namedIn(readFileSync(join(root, file), 'utf8'));
		expect(ALLOWED.some(allowed => allowed.test(file)) ? [] : found).toEqual([]);
	});

	test('and it would be noticed', () => {
		expect(words).toEqual(expect.arrayContaining(['koussa', 'brega', 'libya', 'lockerbie']));
		expect(namedIn("const town = 'place:brega'; // libya-tui")).toEqual(['brega']);
		expect(namedIn("/** Brega. */\nconst name = 'libya-tui';")).toEqual([]);
	});
});
