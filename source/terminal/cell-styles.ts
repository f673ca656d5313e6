import type {ColourDepth} from './colour.ts';
import {isSeenOnBlanks, PLAIN, type Style, styleAfter, styleChange} from './sgr-style.ts';

/** The number of a cell without any style. */
export const NO_STYLE = 0;

const keyOf = ({flags, foreground, background, underline}: Style): string =>
	`${flags} ${foreground} ${background} ${underline}`;

/**
The styles that one terminal has been shown, each by a number, so that two cells are compared at once
and every way from one style to another is worked out a single time. Colours come out as the terminal
can show them.
*/
export class CellStyles {
	readonly #depth: ColourDepth;
	readonly #styles: Style[] = [PLAIN];
	readonly #numbers = new Map<string, number>([[keyOf(PLAIN), NO_STYLE]]);
	readonly #seenOnBlanks: boolean[] = [false];
	/** By the style before, and then by the parameters of the sequence. */
	readonly #after: Map<string, number>[] = [new Map()];
	/** By the style before, and then by the one after. */
	readonly #changes: string[][] = [[]];
	#count = 0;

	constructor(depth: ColourDepth) {
		this.#depth = depth;
	}

	/** How many sequences it has met, each counted once for every style that it has followed. */
	get count(): number {
		return this.#count;
	}

	/** The style after an SGR sequence with these parameters. */
	after(style: number, parameters: string): number {
		const known = this.#after[style]?.get(parameters);
		if (known !== undefined) {
			return known;
		}

		const number = this.#numberOf(
			styleAfter(this.#styles[style] ?? PLAIN, parameters, this.#depth),
		);
		this.#after[style]?.set(parameters, number);
		this.#count++;
		return number;
	}

	/** Whether a blank looks otherwise in a style than without any. */
	isSeenOnBlanks(style: number): boolean {
		return this.#seenOnBlanks[style] ?? false;
	}

	/** The shortest sequence from one style to another; empty where they are the same. */
	change(from: number, to: number): string {
		if (from === to) {
			return '';
		}

		const known = this.#changes[from]?.[to];
		if (known !== undefined) {
			return known;
		}

		const change = styleChange(this.#styles[from] ?? PLAIN, this.#styles[to] ?? PLAIN);
		(this.#changes[from] ?? [])[to] = change;
		return change;
	}

	#numberOf(style: Style): number {
		const key = keyOf(style);
		const known = this.#numbers.get(key);
		if (known !== undefined) {
			return known;
		}

		const number = this.#styles.length;
		this.#styles.push(style);
		this.#seenOnBlanks.push(isSeenOnBlanks(style));
		this.#numbers.set(key, number);
		this.#after.push(new Map());
		this.#changes.push([]);
		return number;
	}
}
