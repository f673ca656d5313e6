import type {IsoDay} from '../dossier/schema.ts';
import type {Extent} from '../dossier/time-extents.ts';
import type {TimeLayout} from '../dossier/time-layout.ts';
import type {Glyphs} from '../terminal/glyphs.ts';
import type {Look} from '../terminal/theme.ts';
import type {Display} from './display.ts';
import type {StretchSigns} from './time-stretches.ts';

/** What a line of time is drawn with, each of one cell. */
export interface Signs extends StretchSigns {
	readonly exact: string;
	readonly inexact: string;
	/** From ten events on, from thirty, from a hundred, from three hundred. */
	readonly many: readonly string[];
	readonly axis: string;
	readonly squeezed: string;
	readonly asOf: string;
	readonly pointer: string;
}

const UNICODE: Signs = {
	exact: '●',
	inexact: '○',
	many: ['+', '▒', '▓', '█'],
	axis: '─',
	squeezed: '┄',
	asOf: '│',
	pointer: '▾',
	line: '─',
	begin: '├',
	end: '┤',
	rough: '~',
	past: '◁',
	future: '▷',
	both: '│',
};

const ASCII: Signs = {
	exact: '*',
	inexact: 'o',
	many: ['+', '%', '#', '@'],
	axis: '-',
	squeezed: '.',
	asOf: '|',
	pointer: 'v',
	line: '-',
	begin: '|',
	end: '|',
	rough: '~',
	past: '<',
	future: '>',
	both: '|',
};

export const signsOf = (glyphs: Glyphs): Signs => (glyphs.rule === '-' ? ASCII : UNICODE);

/** What is drawn this time. */
export interface Drawing extends TimeLayout {
	readonly selected: Extent | undefined;
	readonly selectedColumn: number | undefined;
	readonly selectedLook: Look;
	/** Columns of events that are linked to the selection. */
	readonly related: ReadonlySet<number>;
	readonly asOf: {readonly day: IsoDay; readonly column: number} | undefined;
	readonly signs: Signs;
	readonly display: Display;
}
