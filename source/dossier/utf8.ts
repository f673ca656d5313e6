import type {PlacedFault} from './fault.ts';

/** The text that bytes are, a byte order mark left out; or what is wrong with the first that are no UTF-8. */
export type Decoded =
	| {readonly ok: true; readonly text: string}
	| {readonly ok: false; readonly fault: PlacedFault};

/** How many bytes a character has, and from where to where the second of them may be. */
interface Sequence {
	readonly length: number;
	readonly low: number;
	readonly high: number;
}

/** By the first byte: no character has more bytes than it needs, and none is a surrogate. */
const sequenceOf = (first: number): Sequence | undefined => {
	if (first < 0x80) {
		return {length: 1, low: 0, high: 0};
	}

	if (first < 0xc2 || first > 0xf4) {
		return undefined;
	}

	if (first < 0xe0) {
		return {length: 2, low: 0x80, high: 0xbf};
	}

	return first < 0xf0
		? {length: 3, low: first === 0xe0 ? 0xa0 : 0x80, high: first === 0xed ? 0x9f : 0xbf}
		: {length: 4, low: first === 0xf0 ? 0x90 : 0x80, high: first === 0xf4 ? 0x8f : 0xbf};
};

/** The length of the character that begins at `at`; 0 where none does. */
const lengthAt = (bytes: Uint8Array, at: number): number => {
	const first = bytes[at];
	const sequence = first === undefined ? undefined : sequenceOf(first);
	if (sequence === undefined) {
		return 0;
	}

	for (let next = 1; next < sequence.length; next++) {
		const byte = bytes[at + next] ?? 0;
		const {low, high} = next === 1 ? sequence : {low: 0x80, high: 0xbf};
		if (byte < low || byte > high) {
			return 0;
		}
	}

	return sequence.length;
};

const firstWrong = (bytes: Uint8Array): number => {
	let at = 0;
	for (let length = lengthAt(bytes, at); length > 0; length = lengthAt(bytes, at)) {
		at += length;
	}

	return at;
};

const isUtf16 = ([first, second]: Uint8Array): boolean =>
	(first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);

const faultIn = (bytes: Uint8Array): PlacedFault => {
	const at = firstWrong(bytes);
	const lines = new TextDecoder().decode(bytes.subarray(0, at)).split(/\r\n?|\n/);
	const byte = (bytes[at] ?? 0).toString(16).toUpperCase().padStart(2, '0');
	return {
		pointer: '',
		message: isUtf16(bytes)
			? 'not UTF-8 text but UTF-16: save it as UTF-8'
			: `not UTF-8 text: at byte ${at}, counted from 0, stands 0x${byte}, which is no part of a character there`,
		line: lines.length,
		column: (lines.at(-1) ?? '').length + 1,
	};
};

export const decodeUtf8 = (bytes: Uint8Array): Decoded => {
	try {
		return {ok: true, text: new TextDecoder('utf-8', {fatal: true}).decode(bytes)};
	} catch {
		return {ok: false, fault: faultIn(bytes)};
	}
};
