import type {Capabilities} from './capabilities.ts';
import {LineLog} from './line-log.ts';
import {Screen, type Sink} from './screen.ts';

interface Size {
	readonly columns: number;
	readonly rows: number;
}

/** What shows frames on a terminal, and takes the terminal over and gives it back. */
export interface Surface {
	readonly enter: () => void;
	/** Takes over from whoever has taken the terminal over already and painted this frame, of this size. */
	readonly takeOver: (frame: string, drawnFor: Size) => void;
	readonly leave: () => void;
	readonly paint: (frame: string) => void;
	readonly repaint: () => void;
	readonly resize: (size: Size) => void;
	/** Sends what is no part of the screen. */
	readonly send: (bytes: string) => void;
}

export interface SurfaceOptions {
	/** `spoken`: lines, one after another. */
	readonly style: 'screen' | 'spoken';
	readonly capabilities: Capabilities;
}

const screenOn = (sink: Sink, capabilities: Capabilities, size: Size): Surface => {
	const screen = new Screen(sink, capabilities, size);
	return {
		enter: () => screen.enter(),
		takeOver(frame, drawnFor) {
			screen.takeOver(frame);
			if (drawnFor.columns !== size.columns || drawnFor.rows !== size.rows) {
				screen.resize(size);
			}
		},
		leave: () => screen.leave(),
		paint: frame => screen.paint(frame),
		repaint: () => screen.repaint(),
		resize: next => screen.resize(next),
		send: bytes => screen.send(bytes),
	};
};

const linesOn = (sink: Sink, {isAddressable, charset}: Capabilities): Surface => {
	let isEntered = false;
	let isWaiting = false;
	/** Drawn while the terminal had not taken the last one. */
	let newest: string | undefined;
	const paintNewest = (): void => {
		isWaiting = false;
		if (newest !== undefined && isEntered) {
			log.paint(newest);
		}
	};

	const log = new LineLog(bytes => {
		newest = undefined;
		if (!(sink.writeFrame?.(bytes) ?? sink.write(bytes)) && !isWaiting) {
			isWaiting = true;
			sink.once('drain', paintNewest);
		}
	}, charset);
	const nothing = (): void => {};
	// A terminal that obeys no sequences would show this one.
	const bracketPaste = (isOn: boolean): void => {
		if (isAddressable) {
			sink.write(`\u{1B}[?2004${isOn ? 'h' : 'l'}`);
		}
	};

	return {
		enter() {
			isEntered = true;
			bracketPaste(true);
		},
		takeOver: nothing,
		leave() {
			isEntered = false;
			bracketPaste(false);
		},
		paint(frame) {
			newest = frame;
			if (!isWaiting) {
				log.paint(frame);
			}
		},
		repaint() {
			if (!isWaiting) {
				log.repaint();
			}
		},
		resize: nothing,
		send: bytes => sink.write(bytes),
	};
};

export const surfaceOn = (
	sink: Sink,
	{style, capabilities}: SurfaceOptions,
	size: Size,
): Surface =>
	style === 'screen' ? screenOn(sink, capabilities, size) : linesOn(sink, capabilities);
