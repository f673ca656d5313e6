import {ENDING_SIGNALS} from '../commands/ending-signals.ts';
import type {EarlyFrame} from '../commands/run-on-terminal.ts';
import {terminalSize} from '../commands/terminal-size.ts';
import type {PaintedFrame} from '../terminal/first-paint.ts';
import {LEAVE_SCREEN} from '../terminal/screen-modes.ts';

/**
Takes the terminal over and paints a frame that was kept. Until it is handed over, the terminal is given
back however the process ends, and before it stops. Keys wait in the terminal for whoever reads them.
*/
export const paintEarly = (host: NodeJS.Process, {frame, bytes}: PaintedFrame): EarlyFrame => {
	const size = terminalSize(host);
	let isStanding = true;
	const handOver = (): void => {
		isStanding = false;
		host.off('exit', giveBack);
		for (const [signal, listener] of listeners) {
			host.off(signal, listener);
		}
	};
	const giveBack = (): void => {
		if (isStanding) {
			handOver();
			// Where the terminal is gone there is nothing to give back to; one failing must not keep the other.
			for (const part of [
				() => host.stdout.write(LEAVE_SCREEN),
				() => host.stdin.setRawMode(false),
			]) {
				try {
					part();
				} catch {}
			}
		}
	};
	const listeners: readonly (readonly [NodeJS.Signals, () => void])[] = [
		...[...ENDING_SIGNALS, 'SIGTSTP' as const].map(signal => {
			const listener = (): void => {
				giveBack();
				// Once more, now with its default action.
				host.kill(host.pid, signal);
			};
			return [signal, listener] as const;
		}),
		// After SIGSTOP, of which no program hears, the shell has had the terminal.
		['SIGCONT', giveBack],
	];
	for (const [signal, listener] of listeners) {
		host.on(signal, listener);
	}

	host.on('exit', giveBack);
	host.stdin.setRawMode(true);
	host.stdout.write(bytes);
	return {
		frame,
		size,
		takeOver() {
			const wasStanding = isStanding;
			handOver();
			return wasStanding;
		},
		giveBack,
	};
};
