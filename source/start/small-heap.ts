import process from 'node:process';

/** Versions of V8 that are known to have these flags: of another it would be said on the screen that it has not. */
const KNOWN = /^1[23]\./;

const areFlagsKnown = (): boolean => KNOWN.test(process.versions.v8);

const setFlags = (...flags: readonly string[]): void => {
	if (!areFlagsKnown()) {
		return;
	}

	const {setFlagsFromString} = process.getBuiltinModule('node:v8');
	for (const flag of flags) {
		setFlagsFromString(flag);
	}
};

/**
Keeps the space for new objects as it is at the start. V8 doubles it up to 64 MiB and more, twice over, most
of it for what is soon of no use; what is read from a file outlives it anyhow.
*/
export const keepNewSpaceSmall = (): void => {
	setFlags('--semi-space-growth-factor=1');
};

/** How many times the space for new objects at the start, 1 MiB, does for reading much. */
const ROOM = 8;

/** Milliseconds in which it does not fill up. */
const SOON = 5;

/**
Makes the space for new objects larger once, for whoever reads much and then goes through it: each time it is
full, what is still of use is taken out of it, and the fewer times that is the better. It keeps that size;
the rest of the heap grows as V8 lets it, until `keepHeapSmall`, and every compiler is used, until
`compileLightly`.
*/
export const giveNewSpaceRoom = (): void => {
	if (!areFlagsKnown()) {
		return;
	}

	const {getHeapSpaceStatistics} = process.getBuiltinModule('node:v8');
	const sizeNow = (): number =>
		getHeapSpaceStatistics().find(({space_name: name}) => name === 'new_space')?.space_size ?? 0;
	const before = sizeNow();
	setFlags(`--semi-space-growth-factor=${ROOM}`, '--heap-growing-percent=0', '--turbofan');
	const timer = setInterval(() => {
		if (sizeNow() > before) {
			keepNewSpaceSmall();
			clearInterval(timer);
		}
	}, SOON);
	timer.unref();
};

/** As it was before `keepNewSpaceSmall`, so that compiled code that is kept now is taken by the next start. */
export const letNewSpaceGrow = (): void => {
	setFlags('--semi-space-growth-factor=2');
};

/**
Keeps the whole heap near what it has now: V8 lets twice as much pile up in the space for old objects
before it looks there, and a frame needs far less. Not while much is read, which would be gone through
again and again.
*/
export const keepHeapSmall = (): void => {
	setFlags('--semi-space-growth-factor=1', '--heap-growing-percent=10');
};

/**
Does without the compiler that takes longest and needs most memory for it: a frame is drawn about as fast
by what the others make of the code, and what that one leaves behind stays for good. Not while much is read,
which is gone through in loops that it makes several times as fast.
*/
export const compileLightly = (): void => {
	setFlags('--no-turbofan');
};
