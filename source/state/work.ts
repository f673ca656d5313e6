/** Work that no key waits for: it is done in short turns between them. */
export interface Work {
	readonly isDone: () => boolean;
	/** Goes on for so much effort; one is what it takes to look at a text that is at hand. */
	readonly go: (effort: number) => void;
}
