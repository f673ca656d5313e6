import fc from 'fast-check';
import {expect, test} from 'vitest';
import {inWholeLines} from '../../source/ssh/whole-lines.ts';

test('a text in pieces is handed on in lines, wherever it is cut', () => {
	fc.assert(
		fc.property(
			fc.array(fc.string({unit: 'grapheme'}).map(text => text.replaceAll('\n', ''))),
			fc.array(fc.nat(20)),
			(lines, cuts) => {
				const bytes = Buffer.from(lines.map(line => `${line}\n`).join(''));
				const handedOn: string[] = [];
				const take = inWholeLines(text => handedOn.push(text));
				let at = 0;
				for (const cut of cuts) {
					take(bytes.subarray(at, at + cut));
					at += cut;
				}

				take(bytes.subarray(at));
				take();
				expect(handedOn.join('')).toBe(bytes.toString());
				expect(handedOn.every(text => text.endsWith('\n'))).toBe(true);
			},
		),
	);
});

test('a line that nothing more comes of gets its end', () => {
	const handedOn: string[] = [];
	const take = inWholeLines(text => handedOn.push(text));
	take(Buffer.from('one\ntw'));
	expect(handedOn).toEqual(['one\n']);
	take();
	expect(handedOn).toEqual(['one\n', 'tw\n']);
});

test('of a line without an end no more is held than a line can be', () => {
	const handedOn: string[] = [];
	const take = inWholeLines(text => handedOn.push(text));
	for (let count = 0; count < 100; count++) {
		take(Buffer.alloc(1024, 'x'));
	}

	expect(handedOn.join('').length).toBeGreaterThan(64 * 1024);
});
