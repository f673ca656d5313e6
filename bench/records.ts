import {builtInDossier} from '../source/dossier/built-in.ts';
import {catalogOf} from '../source/dossier/catalog.ts';
import {evidenceOf} from '../source/dossier/coverage.ts';
import {kindOf, type RecordKind} from '../source/dossier/record.ts';
import type {Dossier} from '../source/dossier/schema.ts';
import {titleOf} from '../source/dossier/title.ts';

/** A record as a row for a program that knows no dossier. */
export type RecordRow = {
	readonly id: string;
	readonly kind: RecordKind;
	/** In one line. */
	readonly title: string;
	readonly paragraphs: readonly number[];
};

/** Every record of a dossier, in the order of the file. */
export const rowsOfDossier = (dossier: Dossier): readonly RecordRow[] => {
	const catalog = catalogOf(dossier);
	return catalog.records.map(record => ({
		id: record.id,
		kind: kindOf(record.id),
		title: titleOf(catalog, record),
		paragraphs: [...new Set(evidenceOf(record).map(({paragraph}) => paragraph))],
	}));
};

/** Every record that the dashboard opens with. */
export const builtInRows = (): readonly RecordRow[] => rowsOfDossier(builtInDossier);

const inOneLine = ({kind, title, paragraphs}: RecordRow): string =>
	`${kind.padEnd(8)} ${title}  ¶ ${paragraphs.join(', ')}`;

const ended = (lines: readonly string[]): string => lines.map(line => `${line}\n`).join('');

/** A record a line. */
export const toLines = (rows: readonly RecordRow[]): string => ended(rows.map(inOneLine));

const quoted = (field: string): string => `"${field.replaceAll('"', '""')}"`;

/** RFC 4180, every field quoted, with a line of names. */
export const toCsv = (rows: readonly RecordRow[]): string =>
	ended([
		'kind,title,paragraphs,id',
		...rows.map(({id, kind, title, paragraphs}) =>
			[kind, title, paragraphs.join(' '), id].map(quoted).join(','),
		),
	]);

/** The moment of a row's line in a log or commit, in seconds since 1970. */
const secondOf = (place: number): number => Date.UTC(2011, 2, 31) / 1000 + place;

/** A record a line of a log, each a second after the one before, as the reader sorts by time. */
export const toLog = (rows: readonly RecordRow[]): string =>
	ended(
		rows.map((row, place) => {
			const time = new Date(secondOf(place) * 1000).toISOString().slice(0, 19).replace('T', ' ');
			return `${time} INFO ${inOneLine(row)}`;
		}),
	);

/**
A history of a commit a record, as `git fast-import` reads it: the title its message, the kind its
author. The last record is the oldest, so that a list from the newest shows them in order.
*/
export const toHistory = (rows: readonly RecordRow[]): string =>
	rows
		.toReversed()
		.map(({kind, title}, place) => {
			const message = `${title}\n`;
			return [
				'commit refs/heads/main',
				`committer ${kind} <${kind}@localhost> ${secondOf(place)} +0000`,
				`data ${Buffer.byteLength(message)}`,
				message,
			].join('\n');
		})
		.join('\n');
