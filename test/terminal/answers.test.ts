import {EventEmitter} from 'node:events';
import fc from 'fast-check';
import {afterEach, beforeEach, describe, expect, test, vi} from 'vitest';
import {withoutAnswers} from '../../source/terminal/answers.ts';
import {readKeys} from '../../source/terminal/key-reader.ts';
import {ANSWER} from '../../source/terminal/question.ts';

beforeEach(() => {
	vi.useFakeTimers();
});
afterEach(() => {
	vi.useRealTimers();
});

/** A terminal that is asked all the time, and what became of what it sent. */
const openInput = ({isAwaited = true} = {}) => {
	const input = new EventEmitter();
	const pieces: string[] = [];
	const pasted: string[] = [];
	let answers = 0;
	const {keys, stop} = withoutAnswers(input, {
		isAwaited: () => isAwaited,
		onAnswer() {
			answers++;
		},
	});
	keys.on('data', (bytes: Buffer) => pieces.push(bytes.toString('latin1')));
	readKeys(
		keys,
		() => undefined,
		text => pasted.push(text),
	);
	return {
		send(...chunks: readonly (string | Uint8Array)[]) {
			for (const chunk of chunks) {
				input.emit('data', Buffer.from(chunk as string));
			}
		},
		pieces,
		pasted,
		answers: () => answers,
		stop,
		input,
	};
};

describe('answers of the terminal among the keys', () => {
	test('keys come as they were, in order, however what came was cut in pieces', () => {
		const token = fc.constantFrom('j', '\u001B', '\u001B[A', '\u001BOP', 'é', '👩', ANSWER, ANSWER);
		fc.assert(
			fc.property(fc.array(token), fc.array(fc.nat(40)), (tokens, cuts) => {
				const input = openInput();
				const bytes = Buffer.from(tokens.join(''));
				const ends = [...cuts.filter(at => at < bytes.length).toSorted((a, b) => a - b)];
				let from = 0;
				for (const end of [...ends, bytes.length]) {
					input.send(bytes.subarray(from, end));
					from = end;
				}

				vi.runAllTimers();
				const wanted = tokens.filter(each => each !== ANSWER);
				expect(input.pieces.join('')).toBe(Buffer.from(wanted.join('')).toString('latin1'));
				expect(input.answers()).toBe(tokens.length - wanted.length);
			}),
		);
	});

	test('Esc pressed just before an answer is Esc by itself', () => {
		const input = openInput();
		input.send('\u001B', ANSWER);
		vi.runAllTimers();
		input.send(`\u001B${ANSWER}`);
		vi.runAllTimers();
		expect(input.pieces).toEqual(['\u001B', '\u001B']);
		expect(input.answers()).toBe(2);
	});

	test('an answer within pasted text is no part of it', () => {
		const input = openInput();
		input.send(`\u001B[200~Ras ${ANSWER}Lanuf\u001B[201~`);
		expect(input.pasted).toEqual(['Ras Lanuf']);
	});

	test('keys that came together are handed on together', () => {
		const input = openInput();
		input.send(`jj${ANSWER}kk`);
		expect(input.pieces).toEqual(['jjkk']);
	});

	test('Esc does not wait where no answer is awaited', () => {
		const input = openInput({isAwaited: false});
		input.send('\u001B');
		expect(input.pieces).toEqual(['\u001B']);
	});

	test('stopped, it hears nothing more', () => {
		const input = openInput();
		input.send('\u001B');
		input.stop();
		input.send('j');
		vi.runAllTimers();
		expect(input.pieces).toEqual([]);
		expect(input.input.listenerCount('data')).toBe(0);
	});
});
