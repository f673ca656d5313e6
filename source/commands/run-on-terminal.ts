import {setTimeout as sleep} from 'node:timers/promises';
import type {Effect} from '../state/actions.ts';
import type {Beginning} from '../state/initial-state.ts';
import type {Size} from '../state/state.ts';
import {withoutAnswers} from '../terminal/answers.ts';
import type {Capabilities} from '../terminal/capabilities.ts';
import {type Clipboard, clipboardSequence} from '../terminal/clipboard.ts';
import {firstPaint, type PaintedFrame} from '../terminal/first-paint.ts';
import {PacedSink} from '../terminal/paced-sink.ts';
import {isOverSsh} from '../terminal/question.ts';
import {surfaceOn} from '../terminal/surface.ts';
import {giveToTmux, isTmuxAtHand} from '../terminal/tmux-buffer.ts';
import type {Display} from '../ui/display.ts';
import {type Session, startSession} from '../ui/session.tsx';
import {crashMessage} from './crash-report.ts';
import {ENDING_SIGNALS} from './ending-signals.ts';
import {Failure} from './failure.ts';
import type {ExitCode, Host} from './host.ts';
import type {MarkChange, MarksFile} from './marks-file.ts';
import {terminalSize} from './terminal-size.ts';

/** Milliseconds that a signal may wait for the terminal's answers, and then for what is being kept. */
const SIGNAL_WAIT = 1000;

/** A frame that stands on the terminal before the program is there that would draw it. */
export interface EarlyFrame {
	readonly frame: string;
	readonly size: Size;
	/**
	Whoever calls it has the terminal from now on, and gives it back.

	@returns Whether the frame still stands there; else the terminal has been given back meanwhile.
	*/
	readonly takeOver: () => boolean;
	/** Gives the terminal back as it was, unless it was taken over: for whoever has something to say there. */
	readonly giveBack: () => void;
}

export interface RunOptions {
	readonly display: Display;
	readonly capabilities: Capabilities;
	readonly style: 'screen' | 'spoken';
	readonly beginning: Beginning;
	readonly clipboard: Clipboard;
	readonly marks: MarksFile;
	/** What stands on the terminal already, which whoever painted it has taken over. */
	readonly early: EarlyFrame | undefined;
	/** Called once, after the first frame, with that and what paints it on a terminal that shows another. */
	readonly whenReady: (first: () => PaintedFrame) => void;
	/** Called after that; what it gives is said in the last row. */
	readonly afterwards?: (() => Promise<string | undefined>) | undefined;
}

/**
Runs the dashboard on the host's terminal until the reader leaves, a signal ends it, or the terminal
is gone. However it ends, the terminal is given back as it was found.
*/
export const runOnTerminal = (host: Host, options: RunOptions): Promise<ExitCode> =>
	new Promise(resolve => {
		const line =
			options.capabilities.isAddressable && isOverSsh(host.env)
				? new PacedSink(host.stdout)
				: undefined;
		const sink = line ?? host.stdout;
		const surface = surfaceOn(sink, options, terminalSize(host));
		const input =
			line === undefined
				? undefined
				: withoutAnswers(host.stdin, {
						isAwaited: () => line.isAsking,
						onAnswer: () => line.answered(),
					});
		let session: Session | undefined;
		let isOver = false;
		let isTaken = false;
		let isResumedByClock = false;

		const takeOver = (early?: EarlyFrame): void => {
			isTaken = true;
			const isStanding = early?.takeOver() === true;
			host.stdin.setRawMode(true);
			if (early !== undefined && isStanding) {
				surface.takeOver(early.frame, early.size);
				line?.ask(early.frame.length);
			} else {
				surface.enter();
			}
		};

		/** Where the terminal is gone there is nothing to give back to; one failing must not keep another. */
		const attempt = (part: () => void): void => {
			try {
				part();
			} catch {}
		};

		/**
		Gives the keys back when the terminal has answered what it was asked: whoever has it next would take
		the answers for keys.

		@param longest - Milliseconds that may take.
		*/
		const giveKeysBack = (longest: number, then: () => void): void => {
			const giveBack = (): void => {
				attempt(() => host.stdin.setRawMode(false));
				then();
			};
			if (line === undefined) {
				giveBack();
			} else {
				line.settle(longest, giveBack);
			}
		};

		const leave = (): void => {
			isTaken = false;
			attempt(() => surface.leave());
		};

		/**
		Does nothing where it is over already.

		@param longest - As in `giveKeysBack`.
		@param then - Called when the terminal has been given back.
		*/
		const over = (longest: number, then: () => void): void => {
			if (isOver) {
				return;
			}

			isOver = true;
			// First the terminal, then the session: ending it draws a last frame that nobody needs.
			leave();
			// A fault in ending is not worth more than ending.
			attempt(() => session?.end());
			for (const [event, listener] of listeners) {
				host.off(event, listener);
			}

			host.stdin.off('end', onGone);
			giveKeysBack(longest, () => {
				input?.stop();
				host.stdin.pause();
				then();
			});
		};

		const finish = (code: ExitCode, longest = Number.POSITIVE_INFINITY): void => {
			over(longest, () => {
				// The terminal is free already; what was just marked or copied is kept before the program ends.
				Promise.all([options.marks.settled(), copying]).then(() => {
					for (const [record, reason] of unkept) {
						host.stderr.write(`libya-tui: ${record}: ${reason}\n`);
					}

					resolve(code);
				});
			});
		};

		/** Done when tmux has all that was copied. */
		let copying: Promise<void> = Promise.resolve();
		const copy = (text: string): boolean => {
			const {clipboard} = options;
			const sequence = clipboardSequence(text, clipboard);
			if (sequence === undefined) {
				return false;
			}

			if (isTmuxAtHand(host.env, clipboard)) {
				copying = copying.then(async () => {
					const isTaken = await giveToTmux(text, host.env);
					// The reader may have left meanwhile: the surface sends nothing then.
					sink.write(clipboardSequence(text, clipboard, isTaken) ?? '');
				});
			} else {
				surface.send(sequence);
			}

			return true;
		};

		const onCrash = (error: unknown): void => {
			over(Number.POSITIVE_INFINITY, () => {
				host.stderr.write(crashMessage(host, error));
				resolve(1);
			});
		};

		const onGone = (): void => {
			finish(1, 0);
		};

		/** Not by the stream's event, which keeps quiet of a window that is as large as before by the time Node asks. */
		const onWindow = (): void => {
			const size = terminalSize(host);
			surface.resize(size);
			session?.resize(size);
		};

		/**
		Stops like any job, the terminal given back first: the default action of SIGTSTP, which the
		kernel leaves out where nobody could continue it.

		@param target - This process, or 0 for the whole job.
		*/
		const stop = (target: number): void => {
			host.off('SIGTSTP', onStop);
			leave();
			giveKeysBack(SIGNAL_WAIT, () => {
				isResumedByClock = false;
				host.kill(target, 'SIGTSTP');
				setTimeout(onClock, 0);
			});
		};

		const onStop = (): void => {
			stop(host.pid);
		};

		const resume = (): void => {
			host.off('SIGTSTP', onStop);
			host.on('SIGTSTP', onStop);
			if (!isOver) {
				line?.forget();
				// After SIGSTOP Node takes the terminal for raw still, which the shell has changed since.
				host.stdin.setRawMode(false);
				takeOver();
				if (options.style === 'spoken') {
					surface.repaint();
				}

				// A window that changed meanwhile told that to whoever was in front. Node asks again when it hears
				// this, and the screen is painted for what it is told.
				host.kill(host.pid, 'SIGWINCH');
			}
		};

		/** After a stop of its own: it has been continued, or there was nobody to stop it for. */
		const onClock = (): void => {
			if (!isTaken) {
				isResumedByClock = true;
				resume();
			}
		};

		/** After any stop, SIGSTOP too, of which no program hears. */
		const onContinue = (): void => {
			if (isResumedByClock) {
				isResumedByClock = false;
			} else {
				resume();
			}
		};

		let marksOnTheWay = 0;
		const unkept = new Map<string, string>();
		const keepMark = (change: MarkChange): void => {
			marksOnTheWay++;
			options.marks
				.save(change)
				.finally(() => {
					marksOnTheWay--;
				})
				.then(
					({marks, warning}) => {
						// With it those before it are kept, which could not be.
						unkept.clear();
						// Before the last is kept, what is kept lacks what the reader has marked since.
						if (marksOnTheWay === 0) {
							session?.takeMarks(marks);
						}

						if (warning !== undefined) {
							session?.say(warning);
						}
					},
					(error: unknown) => {
						const reason = error instanceof Failure ? error.message : String(error);
						unkept.set(change.record, reason);
						session?.say(reason);
					},
				);
		};

		const onEffect = (effect: Effect): void => {
			switch (effect.type) {
				case 'quit':
					finish(0);
					break;
				case 'interrupt':
					finish(130);
					break;
				case 'suspend':
					// The whole job, so that a program that started this one stops too.
					stop(0);
					break;
				case 'redraw':
					surface.repaint();
					break;
				case 'keep-mark':
					keepMark(effect);
					break;
				case 'copy':
					// The session asks for that itself, since it has to be told how it went.
					break;
			}
		};

		const listeners: readonly (readonly [NodeJS.Signals, () => void])[] = [
			...ENDING_SIGNALS.map(signal => {
				/** Once more, now with its default action, so that whoever waits sees the signal. */
				const obey = (): void => {
					host.off(signal, obey);
					host.kill(host.pid, signal);
				};
				const listener = (): void => {
					// Ink, and what writes files, end the program at once where nobody else listens.
					host.on(signal, obey);
					// Of a terminal that has hung up nothing is to be expected.
					over(signal === 'SIGHUP' ? 0 : SIGNAL_WAIT, () => {
						// A mark that was just made is kept before, if that takes no longer than it may.
						Promise.race([options.marks.settled(), sleep(SIGNAL_WAIT)]).then(obey);
					});
				};
				return [signal, listener] as const;
			}),
			['SIGTSTP', onStop],
			['SIGCONT', onContinue],
			// Node asks for the size before: it has listened for longer.
			['SIGWINCH', onWindow],
		];
		for (const [event, listener] of listeners) {
			host.on(event, listener);
		}

		host.on('uncaughtException', onCrash);
		host.on('unhandledRejection', onCrash);
		host.stdout.on('error', onGone);
		host.stdin.on('end', onGone);
		host.stdin.on('error', onGone);
		takeOver(options.early);
		const size = terminalSize(host);
		let first: string | undefined;
		try {
			session = startSession({
				display: options.display,
				size,
				keys: input?.keys ?? host.stdin,
				style: options.style,
				beginning: options.beginning,
				onFrame(frame) {
					first ??= frame;
					surface.paint(frame);
				},
				onEffect,
				copy,
				onCrash,
			});
		} catch (error) {
			onCrash(error);
			return;
		}

		if (isOver) {
			session.end();
		} else {
			const frame = first ?? '';
			options.whenReady(() => firstPaint(frame, options.capabilities, size));
			options.afterwards?.().then(status => {
				if (status !== undefined && !isOver) {
					session?.say(status);
				}
			}, onCrash);
		}
	});
