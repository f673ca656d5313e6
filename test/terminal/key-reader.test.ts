import {EventEmitter} from 'node:events';
import {describe, expect, test} from 'vitest';
import {readKeys} from '../../source/terminal/key-reader.ts';

const PASTE = '\u001B[200~';
const PASTED = '\u001B[201~';

/** A terminal's input, and what came of it. */
const openKeys = () => {
	const stream = new EventEmitter();
	const keys: string[] = [];
	const pastes: string[] = [];
	const stop = readKeys(
		stream,
		key => keys.push(key),
		text => pastes.push(text),
	);
	return {
		send(...packets: readonly (string | Uint8Array)[]) {
			for (const packet of packets) {
				stream.emit('data', Buffer.from(packet));
			}
		},
		keys,
		pastes,
		stop,
		stream,
	};
};

const keysFor = (...packets: readonly (string | Uint8Array)[]): readonly string[] => {
	const {send, keys, stop} = openKeys();
	send(...packets);
	stop();
	return keys;
};

describe('a key', () => {
	test.each([
		['j', ['j']],
		['G', ['G']],
		['?', ['?']],
		['/', ['/']],
		[' ', ['space']],
		['\r', ['return']],
		['\n', ['return']],
		['\t', ['tab']],
		['\u001B[Z', ['shift-tab']],
		['\u007F', ['backspace']],
		['\b', ['backspace']],
		['\u0003', ['ctrl-c']],
		['\u0004', ['ctrl-d']],
		['\u000C', ['ctrl-l']],
		['\u0010', ['ctrl-p']],
		['\u0015', ['ctrl-u']],
		['\u001A', ['ctrl-z']],
		['\u001B[A', ['up']],
		['\u001BOA', ['up']],
		['\u001B[B', ['down']],
		['\u001BOB', ['down']],
		['\u001B[C', ['right']],
		['\u001B[D', ['left']],
		['\u001B[5~', ['pageup']],
		['\u001B[6~', ['pagedown']],
		['\u001B[H', ['home']],
		['\u001BOH', ['home']],
		['\u001B[1~', ['home']],
		['\u001B[7~', ['home']],
		['\u001B[F', ['end']],
		['\u001BOF', ['end']],
		['\u001B[4~', ['end']],
		['\u001BOP', ['f1']],
		['\u001B[11~', ['f1']],
		['\u001B[[A', ['f1']],
		['é', ['é']],
		['م', ['م']],
		['東', ['東']],
		['😀', ['😀']],
	])('%j is %j', (bytes, keys) => {
		expect(keysFor(bytes)).toEqual(keys);
	});

	test.each([
		['alt with a letter', '\u001Bj'],
		['a key nobody knows', '\u001B[99~'],
		['a key nobody knows, with ctrl', '\u001B[99;5~'],
		['a report of focus', '\u001B[I'],
		['a control character of the second set', '\u009B'],
	])('%s means nothing', (_, bytes) => {
		expect(keysFor(bytes, 'x')).toEqual(['x']);
	});
});

describe('keys one after another', () => {
	test('in one packet are told apart', () => {
		expect(keysFor('jj\u001B[A\u001B[Bk\r')).toEqual(['j', 'j', 'up', 'down', 'k', 'return']);
	});

	test('an arrow that comes in pieces is one key', () => {
		expect(keysFor('\u001B', '[', 'A', 'j')).toEqual(['up', 'j']);
		expect(keysFor('\u001B[5', '~')).toEqual(['pageup']);
	});

	test('a letter whose bytes come in two packets is one letter', () => {
		const bytes = Buffer.from('😀é');
		expect(keysFor(bytes.subarray(0, 2), bytes.subarray(2, 5), bytes.subarray(5))).toEqual([
			'😀',
			'é',
		]);
	});

	test('Esc alone is a key of its own after a moment', async () => {
		const {send, keys, stop} = openKeys();
		send('\u001B');
		await expect.poll(() => keys).toEqual(['esc']);
		send('j');
		expect(keys).toEqual(['esc', 'j']);
		stop();
	});

	test('after the reading stopped mean nothing', () => {
		const {send, keys, stop, stream} = openKeys();
		send('j');
		stop();
		send('k');
		expect(keys).toEqual(['j']);
		expect(stream.listenerCount('keypress')).toBe(0);
	});
});

describe('what the terminal tells by itself', () => {
	test.each([
		['a click', '\u001B[<0;12;7M'],
		['its colour', '\u001B]11;rgb:0000/0000/0000\u001B\\'],
		['its colour, ended with BEL', '\u001B]11;rgb:0000/0000/0000\u0007'],
		['what it is', '\u001B[?62;4;22c'],
		['where the cursor is', '\u001B[12;40R'],
		['its name', '\u001BP>|xterm(390)\u001B\\'],
		['that it was left', '\u001B[O'],
	])('is no key: %s', (_, bytes) => {
		expect(keysFor(bytes)).toEqual([]);
	});

	test('does not swallow the keys after it', () => {
		expect(keysFor('\u001B[<0;12;7Mj')).toEqual(['j']);
		expect(keysFor('\u001B]11;rgb:0/0/0\u0007j')).toEqual(['j']);
	});
});

describe('a paste', () => {
	test('is one piece, in which no key means anything', () => {
		const {send, keys, pastes, stop} = openKeys();
		send(`a${PASTE}q two\r\tlines 😀${PASTED}b`);
		expect(pastes).toEqual(['q two lines 😀']);
		expect(keys).toEqual(['a', 'b']);
		stop();
	});

	test('shows a sign in place of whatever a terminal would obey', () => {
		const {send, pastes, stop} = openKeys();
		send(`${PASTE}a\u001B]52;c;aGFjaw==\u0007b\u009B2Jc\u202Ed\u0003${PASTED}`);
		expect(pastes).toEqual(['a␛]52;c;aGFjaw==␇b\u{FFFD}2Jc\u{FFFD}d␃']);
		stop();
	});

	test('may come in many packets', () => {
		const {send, pastes, stop} = openKeys();
		send(PASTE, 'one ', 'two', '\u001B[20', '1~');
		expect(pastes).toEqual(['one two']);
		stop();
	});

	test('with nothing in it is still a paste', () => {
		const {send, pastes, stop} = openKeys();
		send(PASTE + PASTED);
		expect(pastes).toEqual(['']);
		stop();
	});

	test('that is far too long is cut, and keys go on after it', () => {
		const {send, keys, pastes, stop} = openKeys();
		send(PASTE, 'x'.repeat(10_000), `${PASTED}j`);
		expect(pastes).toEqual(['x'.repeat(4096)]);
		expect(keys).toEqual(['j']);
		stop();
	});
});
