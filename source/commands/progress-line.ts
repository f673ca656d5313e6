import type {Host} from './host.ts';

/** Milliseconds that work may take without a word. */
const QUIET = 300;

/** Milliseconds from one word to the next. */
const PACE = 100;

/** A line on stderr that tells how far work has come; gone when it is disposed of. */
export interface ProgressLine extends Disposable {
	readonly tell: (text: string) => void;
}

/** Nothing is told where stderr is no terminal, or one that cannot take a line back. */
export const progressLine = ({stderr, env}: Pick<Host, 'stderr' | 'env'>): ProgressLine => {
	const isShown = stderr.isTTY === true && (env.TERM ?? 'dumb') !== 'dumb';
	let next = performance.now() + QUIET;
	let isThere = false;
	return {
		tell(text) {
			const now = performance.now();
			if (isShown && now >= next) {
				next = now + PACE;
				isThere = true;
				stderr.write(`\r\u{1B}[K${text.slice(0, Math.max(1, (stderr.columns || 80) - 1))}`);
			}
		},
		[Symbol.dispose]() {
			if (isThere) {
				stderr.write('\r\u{1B}[K');
			}
		},
	};
};
