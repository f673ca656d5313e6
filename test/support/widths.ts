import type {IUnicodeVersionProvider, Terminal} from '@xterm/headless';
import {certainCells} from '../../source/terminal/simple-text.ts';
import {UnicodeGraphemesAddon} from './graphemes-addon.ts';

/**
What a terminal takes for the width of text that terminals differ over. `graphemes`: as current ones draw
emoji. `unicode-6`: an emoji a cell, and what joins two of them none. `cell-each` and `two-each`: so many for every
code point, marks and joiners too, as the console of Linux does the former.
*/
export type Widths = 'graphemes' | 'unicode-6' | 'cell-each' | 'two-each';

export const ALL_WIDTHS = ['graphemes', 'unicode-6', 'cell-each', 'two-each'] as const;

/** Every code point by itself; all that is certain as every terminal draws it. */
const eachOf = (version: Widths, cells: 1 | 2): IUnicodeVersionProvider => {
	const wcwidth = (code: number): 0 | 1 | 2 => {
		const certain = certainCells(code);
		return certain === 1 || certain === 2 ? certain : cells;
	};
	return {
		version,
		wcwidth,
		// The width stands above the bit that says whether it joins with what stands before it.
		charProperties: code => wcwidth(code) << 1,
	};
};

/** Makes an emulator draw text with these widths. */
export const drawWithWidths = (emulator: Terminal, widths: Widths): void => {
	switch (widths) {
		case 'graphemes':
			emulator.loadAddon(new UnicodeGraphemesAddon());
			break;
		case 'unicode-6':
			emulator.unicode.activeVersion = '6';
			break;
		case 'cell-each':
		case 'two-each':
			emulator.unicode.register(eachOf(widths, widths === 'cell-each' ? 1 : 2));
			emulator.unicode.activeVersion = widths;
			break;
	}
};
