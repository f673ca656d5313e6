/** Milliseconds of work after which whatever else waits has its turn. */
const TURN = 20;

/**
Does work in turns with everything else that goes on.

@param onProgress - Told between turns how far it has come.
@param signal - When it is aborted, the work is left.
@throws The reason of the signal.
*/
export const inTurns = async <Progress, Result>(
	work: Generator<Progress, Result>,
	onProgress: (progress: Progress) => void,
	signal: AbortSignal,
): Promise<Result> => {
	let turn = performance.now();
	for (;;) {
		const step = work.next();
		if (step.done === true) {
			return step.value;
		}

		if (performance.now() - turn > TURN) {
			onProgress(step.value);
			await new Promise(resolve => {
				setImmediate(resolve);
			});
			signal.throwIfAborted();
			turn = performance.now();
		}
	}
};
