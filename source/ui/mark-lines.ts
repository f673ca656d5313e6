import {citation} from '../dossier/citation.ts';
import {kindOf} from '../dossier/record.ts';
import type {RecordId} from '../dossier/schema.ts';
import {KIND_WORDS, titleOf} from '../dossier/title.ts';
import type {Mark} from '../state/marks.ts';
import type {LineRange} from '../state/viewport.ts';
import {wrapped} from '../terminal/text-width.ts';
import type {Display} from './display.ts';
import type {ItemLines} from './item-lines.ts';
import {fitSpans, type Spans} from './line.tsx';

const KIND_COLUMNS = 12;

/** What is shown of a marked record that is not there. */
export const goneTitle = (id: RecordId): string => `${id} (no longer in this dossier)`;

/** The reader's marks: what is marked and where it stands, and under it the note. */
export const markLines = (
	marks: readonly Mark[],
	columns: number,
	{catalog, glyphs, theme, present}: Display,
): ItemLines => {
	const lines: Spans[] = [];
	const items: LineRange[] = [];
	const room = Math.max(8, columns - KIND_COLUMNS);
	for (const {record: id, note} of marks) {
		const record = catalog.find(id);
		const start = lines.length;
		const title = record === undefined ? goneTitle(id) : titleOf(catalog, record);
		const where = record === undefined ? '' : citation(catalog.dossier, record.evidence);
		lines.push(
			fitSpans(
				[
					{text: KIND_WORDS[kindOf(id)].padEnd(KIND_COLUMNS), look: theme.secondary},
					{text: present(title), look: theme.title},
					{text: present(where === '' ? '' : `  ${where}`), look: theme.secondary},
				],
				columns,
				glyphs.ellipsis,
			),
			...(note === ''
				? []
				: wrapped(present(note), room).map(
						(line): Spans => [{text: ' '.repeat(KIND_COLUMNS)}, {text: line, look: theme.status}],
					)),
		);
		items.push({start, end: lines.length});
	}

	return {lines, items};
};
