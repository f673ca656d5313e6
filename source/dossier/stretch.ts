/** Part of a paragraph, in code points from its start, end exclusive. */
export interface Stretch {
	/** From 1. */
	readonly paragraph: number;
	readonly start: number;
	readonly end: number;
}
