import type {LineRange} from '../state/viewport.ts';
import type {Spans} from './line.tsx';

/** Lines with something in them to choose. */
export interface ItemLines {
	readonly lines: readonly Spans[];
	/** The lines of each item. */
	readonly items: readonly LineRange[];
}
