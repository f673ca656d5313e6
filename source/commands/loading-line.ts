import path from 'node:path';
import {groupedDigits} from '../dossier/grouped-digits.ts';
import {capabilitiesOf} from '../terminal/capabilities.ts';
import {textWidth, truncated} from '../terminal/text-width.ts';
import {visibleText} from '../terminal/visible-text.ts';
import type {Host} from './host.ts';
import type {Waiting} from './load-dossier.ts';
import type {OpenOptions} from './open-dossier.ts';

/** Milliseconds that a start may take without a word. */
const QUIET = 150;

/** Milliseconds between two words. */
const PACE = 100;

/** What a terminal is told of a dossier that takes long, until it is shown. */
export interface LoadingLine extends Waiting, Disposable {}

/**
One line that tells how far a dossier has been read, once that takes longer than a glance, and is gone when
it has been. Ctrl-C leaves: the terminal is as the shell gave it, so that is still a signal.

@param begin - Told how much there is to read.
*/
export const loadingLine = (
	host: Host,
	{dossier = '', isAscii, isColourless, isForScreenReader}: OpenOptions,
	begin: Waiting['begin'],
): LoadingLine => {
	const {env, stdout} = host;
	const {isAddressable, charset} = capabilitiesOf(env, {isAscii, isColourless});
	const isSpoken = isForScreenReader || !isAddressable;
	const base = visibleText(path.basename(dossier));
	const name = charset === 'unicode' ? base : base.replaceAll(/[^ -~]/gu, '?');
	const leaving = new AbortController();
	const began = performance.now();
	let lastTold = Number.NEGATIVE_INFINITY;
	let isShown = false;

	const write = (text: string): void => {
		const room = Math.max(1, (stdout.columns || 80) - 1);
		const ellipsis = charset === 'unicode' ? '…' : '...';
		stdout.write(`\r\u{1B}[K${textWidth(text) > room ? truncated(text, room, ellipsis) : text}`);
	};

	const show = (text: string): void => {
		const now = performance.now();
		if (now - began < QUIET || now - lastTold < PACE) {
			return;
		}

		lastTold = now;
		if (!isSpoken) {
			write(text);
		} else if (!isShown) {
			// Said once; a line that changes would be read out again and again.
			stdout.write(`Reading ${name}; Ctrl-C leaves.\n`);
		}

		isShown = true;
	};

	const onInterrupt = (): void => {
		leaving.abort();
	};

	const clear = (): void => {
		if (isShown && !isSpoken) {
			stdout.write('\r\u{1B}[K');
		}
	};

	host.on('SIGINT', onInterrupt);
	return {
		begin,
		signal: leaving.signal,
		tell({bytes, size, records}) {
			const percent = Math.floor((100 * bytes) / size);
			show(`Reading ${name}: ${percent} %, ${groupedDigits(records)} records; Ctrl-C leaves`);
		},
		hold() {
			// Nothing would hear it now, so it is left to end the program by itself.
			host.off('SIGINT', onInterrupt);
			clear();
			isShown = false;
		},
		[Symbol.dispose]() {
			host.off('SIGINT', onInterrupt);
			clear();
		},
	};
};
