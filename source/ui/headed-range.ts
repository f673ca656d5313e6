import type {LineRange} from '../state/viewport.ts';

/** Lines whose first ones are a heading, which stays in view for as long as any of the rest is. */
export interface HeadedRange extends LineRange {
	readonly headingRows: number;
}
