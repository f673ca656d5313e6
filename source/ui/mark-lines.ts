import {citation} from '../dossier/citation.ts';
import {kindOf} from '../dossier/record.ts';
import type {RecordId} from '../dossier/schema.ts';
import {KIND_WORDS, titleOf} from '../dossier/title.ts';
import type {Mark} from '../state/marks.ts';
import type {LineRange} from '../state/viewport.ts';
import {textWidth, truncated, wrapped} from '../terminal/text-width.ts';
import type {Display} from './display.ts';
import type {ItemLines} from './item-lines.ts';
import {kindColumns} from './kind-columns.ts';
import {fitSpans, type Spans} from './line.tsx';

const GAP = '  ';

/** Cells in which a title, or a note under it, can be read. */
const READABLE = 20;

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
	const kindWidth = kindColumns(marks.map(({record}) => record)) + GAP.length;
	const indent = columns - kindWidth < READABLE ? GAP.length : kindWidth;
	for (const {record: id, note} of marks) {
		const record = catalog.find(id);
		const start = lines.length;
		const title = record === undefined ? goneTitle(id) : titleOf(catalog, record);
		const where =
			record === undefined || record.evidence.length === 0
				? ''
				: present(GAP + citation(catalog.dossier, record.evidence));
		const titleRoom = Math.max(READABLE, columns - kindWidth - textWidth(where));
		lines.push(
			fitSpans(
				[
					{text: KIND_WORDS[kindOf(id)].padEnd(kindWidth), look: theme.secondary},
					{text: truncated(present(title), titleRoom, glyphs.ellipsis), look: theme.title},
					{text: where, look: theme.secondary},
				],
				columns,
				glyphs.ellipsis,
			),
			...(note === ''
				? []
				: wrapped(present(note), Math.max(1, columns - indent)).map(
						(line): Spans => [{text: ' '.repeat(indent)}, {text: line, look: theme.status}],
					)),
		);
		items.push({start, end: lines.length});
	}

	return {lines, items};
};
