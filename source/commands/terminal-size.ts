import type {Size} from '../state/state.ts';
import type {Host} from './host.ts';

/** More than any terminal has; a size beyond it would only cost time and memory. */
const MOST: Size = {columns: 400, rows: 150};

/** The size that is drawn for. A terminal that says 0 has not been told its size yet. */
export const terminalSize = ({stdout}: Pick<Host, 'stdout'>): Size => ({
	columns: Math.min(stdout.columns || 80, MOST.columns),
	rows: Math.min(stdout.rows || 24, MOST.rows),
});
