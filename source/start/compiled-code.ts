import process from 'node:process';
import {keepOwnFile, readOwnFile} from './own-file.ts';

const headOf = (id: string): string => `${id} ${process.versions.v8} ${process.arch}\n`;

/**
The code behind the head of a file, where it stands twice: two copies are compared in a tenth of the time
that it takes to load what computes a checksum. V8 itself runs damaged code as if it were whole.
*/
const codeIn = (bytes: Buffer, from: number): Uint8Array | undefined => {
	const middle = from + (bytes.length - from) / 2;
	const code = bytes.subarray(from, middle);
	return Number.isInteger(middle) && code.length > 0 && code.equals(bytes.subarray(middle))
		? code
		: undefined;
};

/**
The compiled code of a program as it was kept in a file. Code is run as it stands, so it is taken only
from a file of the reader's own, and only whole.

@param id - Tells this build of the program from every other.
@returns Nothing where there is none, or none to be trusted.
*/
export const compiledCodeIn = (path: string, id: string): Uint8Array | undefined => {
	const bytes = readOwnFile(path);
	const head = headOf(id);
	return bytes?.toString('latin1', 0, head.length) === head
		? codeIn(bytes, head.length)
		: undefined;
};

export const keepCompiledCode = (path: string, id: string, code: Uint8Array): void =>
	keepOwnFile(path, [headOf(id), code, code]);
