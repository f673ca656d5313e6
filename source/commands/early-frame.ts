import type {PaintedFrame} from '../terminal/first-paint.ts';
import {LEAVE_SCREEN} from '../terminal/screen-modes.ts';

/** A frame that stands on the terminal before the program is there that would draw it. */
export interface EarlyFrame {
	readonly frame: string;
	readonly columns: number;
	readonly rows: number;
	/** Whoever calls it has the terminal from now on, and gives it back. */
	readonly handOver: () => void;
	/** Gives the terminal back as it was, unless it was handed over: for whoever has something to say there. */
	readonly giveBack: () => void;
}

const ENDING = ['SIGTERM', 'SIGHUP', 'SIGINT', 'SIGQUIT'] as const;

/**
Takes the terminal over and paints a frame that was kept. Until it is handed over, the terminal is given
back however the process ends. Keys wait in the terminal for whoever reads them.
*/
export const paintEarly = (host: NodeJS.Process, {frame, bytes}: PaintedFrame): EarlyFrame => {
	let isOurs = true;
	const handOver = (): void => {
		isOurs = false;
		host.off('exit', giveBack);
		for (const [signal, listener] of listeners) {
			host.off(signal, listener);
		}
	};
	const giveBack = (): void => {
		if (isOurs) {
			handOver();
			host.stdout.write(LEAVE_SCREEN);
			host.stdin.setRawMode(false);
		}
	};
	const listeners = ENDING.map(signal => {
		const listener = (): void => {
			giveBack();
			// Once more, now with its default action.
			host.kill(host.pid, signal);
		};
		return [signal, listener] as const;
	});
	for (const [signal, listener] of listeners) {
		host.on(signal, listener);
	}

	host.on('exit', giveBack);
	host.stdin.setRawMode(true);
	host.stdout.write(bytes);
	return {frame, columns: host.stdout.columns, rows: host.stdout.rows, handOver, giveBack};
};
