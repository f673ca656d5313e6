/** Told what is measured now. */
export type Progress = (what: string) => void;

/** A line on a terminal that says what is measured, and since when; nothing where there is none. */
export const progressOn = (stream: NodeJS.WriteStream): Progress & Disposable => {
	const began = performance.now();
	const show = (text: string): void => {
		if (stream.isTTY) {
			stream.write(`\r\u001B[K${text}`);
		}
	};
	return Object.assign(
		(what: string): void => show(`${Math.round((performance.now() - began) / 1000)} s: ${what} `),
		{[Symbol.dispose]: (): void => show('')},
	);
};
