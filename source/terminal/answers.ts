import {EventEmitter} from 'node:events';
import {ANSWER} from './question.ts';

/** Milliseconds within which the rest of an answer follows its beginning, as with any key of several bytes. */
const REST_TIMEOUT = 50;

/** What keys and answers come from. */
type Input = Pick<EventEmitter, 'on' | 'off'>;

export interface AnswersOptions {
	/** Whether an answer is on its way: until then nothing is taken for the beginning of one. */
	readonly isAwaited: () => boolean;
	readonly onAnswer: () => void;
}

/** A terminal's input without its answers. */
export interface Keys {
	/** Emits `data` with what else comes, in order. */
	readonly keys: EventEmitter;
	readonly stop: () => void;
}

/** How many bytes at the end may be the beginning of an answer. */
const begun = (bytes: Buffer): number => {
	for (let size = ANSWER.length - 1; size > 0; size--) {
		if (bytes.toString('latin1', Math.max(0, bytes.length - size)) === ANSWER.slice(0, size)) {
			return size;
		}
	}

	return 0;
};

/**
Takes a terminal's answers out of its input before anybody looks for keys there: behind the Esc key one
would be taken for a key with alt, and within pasted text for text.
*/
export const withoutAnswers = (input: Input, {isAwaited, onAnswer}: AnswersOptions): Keys => {
	const keys = new EventEmitter();
	let kept: Buffer | undefined;
	let timer: NodeJS.Timeout | undefined;
	const pass = (bytes: Buffer): void => {
		if (bytes.length > 0) {
			keys.emit('data', bytes);
		}
	};

	const passKept = (): void => {
		const bytes = kept;
		kept = undefined;
		if (bytes !== undefined) {
			pass(bytes);
		}
	};

	const onData = (chunk: Buffer): void => {
		clearTimeout(timer);
		let rest = kept === undefined ? chunk : Buffer.concat([kept, chunk]);
		kept = undefined;
		const between: Buffer[] = [];
		for (let at = rest.indexOf(ANSWER); at !== -1; at = rest.indexOf(ANSWER)) {
			between.push(rest.subarray(0, at));
			rest = rest.subarray(at + ANSWER.length);
			onAnswer();
		}

		const size = isAwaited() ? begun(rest) : 0;
		if (size > 0) {
			kept = rest.subarray(rest.length - size);
			timer = setTimeout(passKept, REST_TIMEOUT);
		}

		// In one piece, so that keys that came together are seen together.
		pass(Buffer.concat([...between, rest.subarray(0, rest.length - size)]));
	};

	input.on('data', onData);
	return {
		keys,
		stop() {
			clearTimeout(timer);
			input.off('data', onData);
		},
	};
};
