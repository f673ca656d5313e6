import type {Screen} from '../../support/screen.ts';

/** A box on the screen, its edges included; counted from 0, top left. */
export interface BoxPlace {
	readonly left: number;
	readonly top: number;
	readonly right: number;
	readonly bottom: number;
}

const KINDS = [
	{topLeft: '╭', topRight: '╮', bottomLeft: '╰', bottomRight: '╯', side: '│'},
	{topLeft: '┍', topRight: '┑', bottomLeft: '╰', bottomRight: '╯', side: '│'},
] as const;

/**
The boxes on the screen, from the top, left to right.

@throws {Error} One of them is crooked: a side is interrupted, or a corner is not where it should be.
*/
export const boxes = (screen: Screen): readonly BoxPlace[] => {
	const found: BoxPlace[] = [];
	const sign = (column: number, row: number): string => screen.cell(column, row).text;
	const must = (column: number, row: number, wanted: string): void => {
		if (sign(column, row) !== wanted) {
			throw new Error(
				`${JSON.stringify(sign(column, row))} stands where ${wanted} should, at column ${column} of row ${row}\n${screen.describe()}`,
			);
		}
	};

	for (let top = 0; top < screen.height; top++) {
		for (let left = 0; left < screen.columns; left++) {
			const kind = KINDS.find(({topLeft}) => topLeft === sign(left, top));
			if (kind === undefined) {
				continue;
			}

			const signs = screen.cells(top).map(({text}) => text);
			const right = signs.indexOf(kind.topRight, left);
			if (right === -1) {
				throw new Error(`a box without an upper right corner\n${screen.describe()}`);
			}

			let bottom = top + 1;
			while (bottom < screen.height - 1 && sign(left, bottom) !== kind.bottomLeft) {
				must(left, bottom, kind.side);
				must(right, bottom, kind.side);
				bottom++;
			}

			must(left, bottom, kind.bottomLeft);
			must(right, bottom, kind.bottomRight);
			found.push({left, top, right, bottom});
		}
	}

	return found;
};
