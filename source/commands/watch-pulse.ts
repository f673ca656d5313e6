/** Whether somebody is there, as far as they have answered of late. */
export interface Pulse {
	/** There was an answer. */
	readonly answered: () => void;
	readonly stop: () => void;
}

/** Milliseconds from one question to the next. */
const EVERY = 5000;

/**
Questions without an answer, after which there is none to come: a minute, which is several times what it takes to read
the largest report. Counted in questions, as time goes on also for who asks while all are stopped.
*/
const MOST_UNANSWERED = 12;

/**
Asks again and again whether somebody is there.

@param onSilence - Called once, when nobody is; nothing is asked any more.
*/
export const watchPulse = (ask: () => void, onSilence: () => void): Pulse => {
	let unanswered = 0;
	const asking = setInterval(() => {
		if (unanswered >= MOST_UNANSWERED) {
			clearInterval(asking);
			onSilence();
			return;
		}

		unanswered += 1;
		ask();
	}, EVERY);
	asking.unref();
	return {
		answered() {
			unanswered = 0;
		},
		stop: () => clearInterval(asking),
	};
};
