/*
What a bare prototype of such a server took: an Ink app for each channel of ssh2, which repainted what had changed
by itself, on two cores with Node 24, its clients on the other core. Figures to hold ours against.
*/

type Figures = {readonly small: string; readonly large: string};

/** MiB of resident memory for each of 500 idle sessions. */
export const PROTOTYPE_MEMORY: Figures = {small: '0.37', large: '0.42'};

/** The processor of 500 idle sessions. */
export const PROTOTYPE_IDLE = '1.4 %';

/** ms from a key to its answer of 200 readers, median and 99th percentile, by the keys a second of each. */
export const PROTOTYPE_KEYS: Readonly<
	Record<
		'calmSmall' | 'calmLarge' | 'briskSmall' | 'briskLarge',
		readonly [median: string, p99: string]
	>
> = {
	calmSmall: ['5.3', '26'],
	calmLarge: ['7.6', '53'],
	briskSmall: ['11', '37'],
	briskLarge: ['saturated', ''],
};

/** Bytes a key. */
export const PROTOTYPE_BYTES: Figures = {small: '477', large: '644'};

/** Handshakes, and sessions to their first frame, a second. */
export const PROTOTYPE_HANDSHAKES = '464–566';

/** ms of a handshake, median and 99th percentile, of clients that come one after another. */
export const PROTOTYPE_HANDSHAKES_IN_TURN: readonly [median: string, p99: string] = [
	'3.0–3.3',
	'11–12',
];

export const PROTOTYPE_FIRST_FRAMES: Figures = {small: '66–80', large: '45–56'};
