import process from 'node:process';

/** Versions of V8 that are known to have these flags: of another it would be said on the screen that it has not. */
const KNOWN = /^1[23]\./;

/**
Keeps the heap near what it has at the start. V8 doubles the space for new objects up to 64 MiB while keys
are pressed, most of it for what the last frames left behind, and lets twice as much of that pile up in the
space for old ones before it looks there; a frame needs far less.
*/
export const keepHeapSmall = (): void => {
	if (!KNOWN.test(process.versions.v8)) {
		return;
	}

	const {setFlagsFromString} = process.getBuiltinModule('node:v8');
	setFlagsFromString('--semi-space-growth-factor=1');
	setFlagsFromString('--heap-growing-percent=10');
};
