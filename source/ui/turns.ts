import type {Work} from '../state/work.ts';

/** Milliseconds of work after which a key has its turn. */
const TURN = 6;

/** Effort between two looks at the clock: a fraction of a millisecond. */
const EFFORT = 2000;

/** Milliseconds between two pictures of what has been found so far. */
const PACE = 120;

/** Milliseconds that a reader gets to themselves before work is done ahead. */
const QUIET = 100;

export interface TurnsOptions {
	/** The work that what is shown waits for. */
	readonly next: () => Work | undefined;
	/** What is worth doing while nothing else is to be done. */
	readonly ahead: () => Work | undefined;
	/** Shows what has been found. */
	readonly tell: () => void;
	/** `once`: not before all of it has been. */
	readonly isTold: 'often' | 'once';
}

export interface Turns {
	/** There may be work now. */
	readonly wake: () => void;
	readonly stop: () => void;
}

/** Does work in turns with keys, so that none of them waits for more than one turn. */
export const workInTurns = ({next, ahead, tell, isTold}: TurnsOptions): Turns => {
	let immediate: NodeJS.Immediate | undefined;
	let timer: NodeJS.Timeout | undefined;
	let lastTold = 0;

	const goOn = (work: Work): void => {
		const end = performance.now() + TURN;
		while (!work.isDone() && performance.now() < end) {
			work.go(EFFORT);
		}
	};

	const turn = (): void => {
		immediate = undefined;
		const work = next();
		if (work === undefined) {
			wake();
			return;
		}

		goOn(work);
		const now = performance.now();
		if (work.isDone() || (isTold === 'often' && now - lastTold > PACE)) {
			lastTold = now;
			tell();
		}

		wake();
	};

	const turnAhead = (): void => {
		timer = undefined;
		const work = ahead();
		if (work !== undefined) {
			goOn(work);
			timer = setTimeout(turnAhead, work.isDone() ? QUIET : 0);
			timer.unref();
		}
	};

	const wake = (): void => {
		if (next() !== undefined) {
			clearTimeout(timer);
			immediate ??= setImmediate(turn);
			return;
		}

		clearTimeout(timer);
		if (ahead() !== undefined) {
			timer = setTimeout(turnAhead, QUIET);
			// It keeps nobody from leaving.
			timer.unref();
		}
	};

	wake();
	return {
		wake,
		stop() {
			clearImmediate(immediate);
			clearTimeout(timer);
			immediate = undefined;
		},
	};
};
