import type {Terminal as Emulator, IBufferCell} from '@xterm/headless';
import headless from '@xterm/headless';
import {drawWithWidths, type Widths} from './widths.ts';

/** A palette number (0–255), `#rrggbb`, or `undefined` for the terminal's own colour. */
export type Colour = number | string | undefined;

export type Style = {
	readonly bold: boolean;
	readonly dim: boolean;
	readonly italic: boolean;
	readonly underline: boolean;
	readonly inverse: boolean;
	readonly strikethrough: boolean;
	readonly foreground: Colour;
	readonly background: Colour;
};

export type Cell = Style & {
	/** What is in the cell: one grapheme, a space for a blank, empty right of a wide character. */
	readonly text: string;
	/** Columns taken: 1, 2 for a wide character, 0 for the cell to the right of one. */
	readonly width: number;
};

/** A place on the screen; both count from 0, top left. */
export type Position = {readonly column: number; readonly row: number};

/** What the program has switched on, after all the output so far. */
export type Modes = {
	readonly alternateScreen: boolean;
	readonly cursorVisible: boolean;
	readonly applicationCursorKeys: boolean;
	readonly applicationKeypad: boolean;
	readonly bracketedPaste: boolean;
	readonly focusReports: boolean;
	readonly mouse: 'none' | 'x10' | 'vt200' | 'drag' | 'any';
	/** SGR coordinates (1006), which only change how the mouse reports. */
	readonly mouseSgr: boolean;
	readonly synchronizedOutput: boolean;
	readonly lineWrap: boolean;
	/** Depth of the kitty keyboard stack: pushes without their pop. */
	readonly kittyKeyboard: number;
};

/** The modes of a terminal that no program has touched: what must be found again after one. */
export const MODES_AT_REST: Modes = {
	alternateScreen: false,
	cursorVisible: true,
	applicationCursorKeys: false,
	applicationKeypad: false,
	bracketedPaste: false,
	focusReports: false,
	mouse: 'none',
	mouseSgr: false,
	synchronizedOutput: false,
	lineWrap: true,
	kittyKeyboard: 0,
};

const colourOf = (value: number, isRgb: boolean, isPalette: boolean): Colour => {
	if (isRgb) {
		return `#${value.toString(16).padStart(6, '0')}`;
	}

	return isPalette ? value : undefined;
};

/** `bold inverse fg=2`; empty for text without any style. */
const describeStyle = ({foreground, background, ...flags}: Style): string =>
	[
		...Object.entries(flags).flatMap(([name, isSet]) => (isSet ? [name] : [])),
		...(foreground === undefined ? [] : [`fg=${foreground}`]),
		...(background === undefined ? [] : [`bg=${background}`]),
	].join(' ');

/** Differs between cells of different style, and costs little. */
const styleKey = (cell: IBufferCell): string =>
	`${cell.getFgColorMode()} ${cell.getFgColor()} ${cell.getBgColorMode()} ${cell.getBgColor()} ${cell.isBold()} ${cell.isDim()} ${cell.isItalic()} ${cell.isUnderline()} ${cell.isInverse()} ${cell.isStrikethrough()}`;

/** Whether there is more in a cell than a blank on the terminal's own background. */
const isSeen = (cell: IBufferCell): boolean =>
	(cell.getChars() || ' ') !== ' ' ||
	!cell.isBgDefault() ||
	cell.isInverse() !== 0 ||
	cell.isUnderline() !== 0 ||
	cell.isStrikethrough() !== 0;

const toStyle = (cell: IBufferCell): Style => ({
	bold: cell.isBold() !== 0,
	dim: cell.isDim() !== 0,
	italic: cell.isItalic() !== 0,
	underline: cell.isUnderline() !== 0,
	inverse: cell.isInverse() !== 0,
	strikethrough: cell.isStrikethrough() !== 0,
	foreground: colourOf(cell.getFgColor(), cell.isFgRGB(), cell.isFgPalette()),
	background: colourOf(cell.getBgColor(), cell.isBgRGB(), cell.isBgPalette()),
});

const toCell = (cell: IBufferCell): Cell => ({
	text: cell.getChars() || (cell.getWidth() === 0 ? '' : ' '),
	width: cell.getWidth(),
	...toStyle(cell),
});

/**
What a terminal shows after some output: cells, cursor and modes. Give it the bytes of a program
(`Terminal` does) or of a writer under test.
*/
export class Screen {
	readonly #emulator: Emulator;
	/** Filled with one cell after the other where many are read. */
	readonly #scratch: IBufferCell;
	readonly #privateModes = new Set<number>();
	#kittyKeyboard = 0;
	#clipboard: string | undefined;

	constructor(columns = 120, rows = 40, widths: Widths = 'graphemes') {
		this.#emulator = new headless.Terminal({cols: columns, rows, allowProposedApi: true});
		this.#scratch = this.#emulator.buffer.active.getNullCell();
		drawWithWidths(this.#emulator, widths);

		const {parser} = this.#emulator;
		for (const final of ['h', 'l']) {
			parser.registerCsiHandler({prefix: '?', final}, modes => {
				for (const mode of modes.flat()) {
					this.#privateModes[final === 'h' ? 'add' : 'delete'](mode);
				}

				return false;
			});
		}

		parser.registerCsiHandler({prefix: '>', final: 'u'}, () => {
			this.#kittyKeyboard += 1;
			return false;
		});
		parser.registerCsiHandler({prefix: '<', final: 'u'}, ([count]) => {
			this.#kittyKeyboard -= Number(count) || 1;
			return false;
		});
		parser.registerOscHandler(52, data => {
			this.#clipboard = Buffer.from(data.replace(/^[^;]*;/, ''), 'base64').toString();
			return false;
		});
		this.#privateModes.add(25);
	}

	get columns(): number {
		return this.#emulator.cols;
	}

	get height(): number {
		return this.#emulator.rows;
	}

	/** Shows more output. Ends when it is parsed, so that everything else here has seen it. */
	async feed(output: string | Uint8Array): Promise<void> {
		await new Promise<void>(resolve => {
			this.#emulator.write(output, resolve);
		});
	}

	/** What the terminal answers to queries in its output: attributes, cursor place, modes. */
	onAnswer(listener: (answer: string) => void): void {
		this.#emulator.onData(listener);
		this.#emulator.onBinary(listener);
	}

	setSize(columns: number, rows: number): void {
		this.#emulator.resize(columns, rows);
	}

	/** The rows from the top, each without the blanks at its end. Always as many as the screen has. */
	rows(): readonly string[] {
		return Array.from({length: this.height}, (_, row) => this.#line(row).translateToString(true));
	}

	/** The rows, a line each. */
	text(): string {
		return this.rows().join('\n');
	}

	/** @throws {RangeError} The place is off the screen. */
	cell(column: number, row: number): Cell {
		const cell = this.#line(row).getCell(column);
		if (!cell) {
			throw new RangeError(`no column ${column} on a screen ${this.columns} columns wide`);
		}

		return toCell(cell);
	}

	/** The cells of a row, left to right, one a column. */
	cells(row: number): readonly Cell[] {
		return Array.from({length: this.columns}, (_, column) => this.cell(column, row));
	}

	/**
	Everything that can be seen, a row a string: the texts, and before each what its style changes to.
	Two screens look the same when their pictures are equal, whatever style a blank is in that shows none.
	*/
	picture(): readonly string[] {
		return Array.from({length: this.height}, (_, row) => {
			const line = this.#line(row);
			let picture = '';
			let last = '';
			let words = '';
			for (let column = 0; column < this.columns; column += 1) {
				const cell = line.getCell(column, this.#scratch) ?? this.#scratch;
				const style = isSeen(cell) ? styleKey(cell) : last;
				if (style !== last) {
					last = style;
					const next = describeStyle(toStyle(cell));
					picture += next === words ? '' : `{${next}}`;
					words = next;
				}

				picture += cell.getChars() || (cell.getWidth() === 0 ? '' : ' ');
			}

			return picture.trimEnd();
		});
	}

	/** Where a text stands first, reading from the top; it may not run over the end of a row. */
	find(text: string): Position | undefined {
		for (let row = 0; row < this.height; row += 1) {
			const cells = this.cells(row);
			const index = cells
				.map(cell => cell.text)
				.join('')
				.indexOf(text);
			if (index !== -1) {
				let column = 0;
				for (let end = this.cell(0, row).text.length; end <= index; ) {
					column += 1;
					end += this.cell(column, row).text.length;
				}

				return {column, row};
			}
		}

		return undefined;
	}

	/**
	The style of a text's first character, where it stands first.

	@throws {Error} It is not on the screen.
	*/
	styleOf(text: string): Style {
		const at = this.find(text);
		if (!at) {
			throw new Error(`${JSON.stringify(text)} is not on the screen\n${this.describe()}`);
		}

		const {text: _text, width: _width, ...style} = this.cell(at.column, at.row);
		return style;
	}

	/** The rows in which some cell has the style, by number from 0. */
	rowsWith(hasStyle: (cell: Cell) => boolean): readonly number[] {
		return [...Array(this.height).keys()].filter(row => this.cells(row).some(hasStyle));
	}

	/** The text of the rows that have a cell in reverse video: as a rule, the selection. */
	rowsWithInverse(): readonly string[] {
		return this.rowsWith(cell => cell.inverse).map(row => this.rows()[row] ?? '');
	}

	cursor(): Position {
		const {cursorX, cursorY} = this.#emulator.buffer.active;
		return {column: cursorX, row: cursorY};
	}

	modes(): Modes {
		const {modes, buffer} = this.#emulator;
		return {
			alternateScreen: buffer.active.type === 'alternate',
			cursorVisible: this.#privateModes.has(25),
			applicationCursorKeys: modes.applicationCursorKeysMode,
			applicationKeypad: modes.applicationKeypadMode,
			bracketedPaste: modes.bracketedPasteMode,
			focusReports: modes.sendFocusMode,
			mouse: modes.mouseTrackingMode,
			mouseSgr: this.#privateModes.has(1006),
			synchronizedOutput: modes.synchronizedOutputMode,
			lineWrap: modes.wraparoundMode,
			kittyKeyboard: this.#kittyKeyboard,
		};
	}

	/** What was last copied with OSC 52. */
	clipboard(): string | undefined {
		return this.#clipboard;
	}

	/** The whole screen in words, for the message of a failure. */
	describe(): string {
		const {column, row} = this.cursor();
		const {alternateScreen, cursorVisible} = this.modes();
		const shown = this.rows();
		const last = shown.findLastIndex(text => text !== '');
		const blank = shown.length - 1 - last;
		return [
			`screen ${this.columns}×${this.height}${alternateScreen ? ', alternate' : ''}, ` +
				`cursor ${cursorVisible ? '' : 'hidden '}at column ${column} of row ${row}`,
			...shown.slice(0, last + 1).map((text, index) => `${String(index).padStart(3)}│${text}`),
			...(blank > 0 ? [`   ┆ ${blank} blank ${blank === 1 ? 'row' : 'rows'}`] : []),
		].join('\n');
	}

	#line(row: number) {
		const {active} = this.#emulator.buffer;
		const line = row >= 0 && row < this.height ? active.getLine(active.baseY + row) : undefined;
		if (!line) {
			throw new RangeError(`no row ${row} on a screen of ${this.height} rows`);
		}

		return line;
	}
}
