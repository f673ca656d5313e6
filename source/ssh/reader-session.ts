import type {Buffer} from 'node:buffer';
import type {Beginning} from '../state/initial-state.ts';
import type {Size} from '../state/state.ts';
import type {Capabilities} from '../terminal/capabilities.ts';
import {type Clipboard, clipboardSequence} from '../terminal/clipboard.ts';
import {surfaceOn} from '../terminal/surface.ts';
import type {Display} from '../ui/display.ts';
import {type Session, startSession} from '../ui/session.tsx';
import type {ChannelSink} from './channel-sink.ts';
import {KeyFeed} from './key-feed.ts';

/** What is shown to one reader, and how. */
export interface Showing {
	readonly display: Display;
	readonly capabilities: Capabilities;
	readonly style: 'screen' | 'spoken';
	readonly clipboard: Clipboard;
	/** What a reader who has just come is told in the last row. */
	readonly note?: string | undefined;
}

export interface ReaderOptions {
	/** What is shown now; what is served may be another at each call. */
	readonly show: () => Showing;
	/** Where a reader begins who has just come. */
	readonly beginning: Beginning;
	readonly sink: ChannelSink;
	readonly size: Size;
	/** A frame was drawn and will never be sent, as newer ones come before the client is ready. */
	readonly onDrop: () => void;
	/** Called once, when the reader leaves, or a fault ends what they see. */
	readonly onEnd: (why: ReaderEnd) => void;
	/** Calls something so that whatever goes wrong in it, at once or later, is told of this reader. */
	readonly within: (work: () => void) => void;
}

export type ReaderEnd =
	| {readonly reason: 'quit' | 'interrupted' | 'flood'}
	| {readonly reason: 'fault'; readonly error: unknown};

/** A reader on an SSH channel. */
export interface Reader {
	readonly feed: (bytes: Buffer) => void;
	readonly resize: (size: Size) => void;
	/** What is served has changed: with the next key the reader goes on in that. */
	readonly renew: () => void;
	/** Draws nothing any more, and gives the terminal back; then says a line on it. */
	readonly end: (line?: string) => void;
	/** Frames that were drawn and never sent, as newer ones were there before the client was ready. */
	readonly dropped: () => number;
}

const NEWLY = 'The report has been read anew: this is how it stands now.';

/** Milliseconds between two sizes that are drawn. */
const RESIZE_PACE = 100;

/** Shows the dashboard on an SSH channel, until the reader leaves or `end` is called. */
export const startReader = ({
	show,
	beginning,
	sink,
	size: firstSize,
	onDrop,
	onEnd,
	within,
}: ReaderOptions): Reader => {
	let size = firstSize;
	let isOver = false;
	let isStale = false;
	let dropped = 0;
	let isHeld = false;
	let session: Session | undefined;
	let feed = new KeyFeed();
	const surface = surfaceOn(sink, show(), size);

	const finish = (end: ReaderEnd): void => {
		if (!isOver) {
			onEnd(end);
		}
	};

	const begin = (at: Beginning): void => {
		const showing = show();
		feed = new KeyFeed();
		const started = startSession({
			display: showing.display,
			size,
			keys: feed,
			style: showing.style,
			beginning: at,
			onFrame(frame) {
				// The newest of those that wait is sent in the end.
				if (sink.isFull && isHeld) {
					dropped += 1;
					onDrop();
				}

				isHeld = sink.isFull;

				surface.paint(frame);
			},
			onEffect(effect) {
				switch (effect.type) {
					case 'quit':
						finish({reason: 'quit'});
						break;
					case 'interrupt':
						finish({reason: 'interrupted'});
						break;
					case 'suspend':
						session?.say('There is no shell here to go back to; q leaves.');
						break;
					case 'redraw':
						surface.repaint();
						break;
					case 'keep-mark':
						if (effect.mark !== undefined) {
							session?.say('Marked, and kept until you leave.');
						}

						break;
					case 'copy':
						// The session asks for that itself, since it has to be told how it went.
						break;
				}
			},
			copy(text) {
				const sequence = clipboardSequence(text, showing.clipboard);
				if (sequence === undefined) {
					return false;
				}

				sink.writeLater(sequence);
				return true;
			},
			onCrash: error => finish({reason: 'fault', error}),
		});
		session = started;
	};

	/** Goes on where the reader is, in what is served now. */
	const goOn = (): void => {
		isStale = false;
		const at = session?.place() ?? {};
		const {catalog} = show().display;
		const {first, last} = catalog.dossier.span;
		const {record, asOf, marks = []} = at;
		const waiting = feed.close();
		session?.end();
		begin({
			...at,
			record: record === undefined ? undefined : catalog.find(record)?.id,
			asOf: asOf === undefined || asOf < first || asOf > last ? undefined : asOf,
			marks: marks.filter(mark => catalog.find(mark.record) !== undefined),
		});
		feed.feed(waiting);
	};

	let resizing: NodeJS.Timeout | undefined;
	let lastResize = Number.NEGATIVE_INFINITY;
	const resizeNow = (): void => {
		resizing = undefined;
		lastResize = performance.now();
		surface.resize(size);
		session?.resize(size);
	};

	const guarded = (work: () => void): void => {
		if (isOver) {
			return;
		}

		within(() => {
			try {
				work();
			} catch (error) {
				finish({reason: 'fault', error});
			}
		});
	};

	guarded(() => {
		surface.enter();
		begin({...beginning, status: show().note});
	});
	return {
		feed: bytes =>
			guarded(() => {
				// What is being written is written to its end first, lest its letters be taken for commands.
				const isMoving = isStale && session?.isTyping() !== true;
				if (isMoving) {
					goOn();
				}

				if (!feed.feed(bytes)) {
					finish({reason: 'flood'});
				}

				if (isMoving) {
					// What is said is gone with a key, and so not before it.
					session?.say(NEWLY);
				}
			}),
		resize(next) {
			if (next.columns === size.columns && next.rows === size.rows) {
				return;
			}

			size = next;
			if (resizing === undefined && !isOver) {
				const wait = Math.max(0, lastResize + RESIZE_PACE - performance.now());
				resizing = setTimeout(() => guarded(resizeNow), wait);
				resizing.unref();
			}
		},
		renew() {
			isStale = true;
		},
		end(line) {
			if (isOver) {
				return;
			}

			isOver = true;
			clearTimeout(resizing);
			// First the terminal: ending the session draws a last frame that nobody needs.
			surface.leave();
			if (line !== undefined) {
				sink.write(`${line}\r\n`);
			}

			sink.close();
			feed.close();
			try {
				session?.end();
			} catch {
				// A fault in ending is not worth more than ending.
			}
		},
		dropped: () => dropped,
	};
};
