import type {Size} from '../state/state.ts';
import {LARGEST_WINDOW} from '../terminal/largest-window.ts';
import type {Host} from './host.ts';

/** The size that is drawn for. A terminal that says 0 has not been told its size yet. */
export const terminalSize = ({stdout}: Pick<Host, 'stdout'>): Size => ({
	columns: Math.min(stdout.columns || 80, LARGEST_WINDOW.columns),
	rows: Math.min(stdout.rows || 24, LARGEST_WINDOW.rows),
});
