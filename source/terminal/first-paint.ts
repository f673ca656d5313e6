import type {Capabilities} from './capabilities.ts';
import {Screen} from './screen.ts';

/** A frame, and what it takes to show it. */
export interface PaintedFrame {
	/** As Ink drew it. */
	readonly frame: string;
	/** What takes a terminal over and paints that. */
	readonly bytes: string;
}

/** A frame with the bytes by which a terminal of this size is taken over and shows it. */
export const firstPaint = (
	frame: string,
	capabilities: Capabilities,
	size: {readonly columns: number; readonly rows: number},
): PaintedFrame => {
	let bytes = '';
	const sink = {
		write(more: string): boolean {
			bytes += more;
			return true;
		},
		once: () => undefined,
	};
	const screen = new Screen(sink, capabilities, size);
	screen.enter();
	screen.paint(frame);
	return {frame, bytes};
};
