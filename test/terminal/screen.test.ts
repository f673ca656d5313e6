import {EventEmitter} from 'node:events';
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import type {Capabilities} from '../../source/terminal/capabilities.ts';
import {Screen} from '../../source/terminal/screen.ts';
import {certainCells} from '../../source/terminal/simple-text.ts';
import {unstyled} from '../../source/terminal/styles.ts';
import {textWidth, truncated} from '../../source/terminal/text-width.ts';
import {anyText} from '../support/any-text.ts';
import {type Cell, Screen as Emulator, MODES_AT_REST} from '../support/screen.ts';
import {ALL_WIDTHS, type Widths} from '../support/widths.ts';

const FULL: Capabilities = {
	colour: 'true',
	charset: 'unicode',
	canvas: 'braille',
	isAddressable: true,
	canErase: true,
	canRepeat: false,
	canHold: true,
};

/** A terminal with a screen on it, which takes what is written at once or not until it is told to. */
const openScreen = (
	columns: number,
	rows: number,
	capabilities = FULL,
	widths: Widths = 'graphemes',
) => {
	const emulator = new Emulator(columns, rows, widths);
	const drain = new EventEmitter();
	const written: string[] = [];
	let isFull = false;
	const screen = new Screen(
		{
			write(bytes) {
				written.push(bytes);
				return !isFull;
			},
			once: (event, listener) => drain.once(event, listener),
		},
		capabilities,
		{columns, rows},
	);
	return {
		screen,
		/** What was written since the last time, which the terminal has then shown. */
		async take(): Promise<string> {
			const bytes = written.splice(0).join('');
			await emulator.feed(bytes);
			return bytes;
		},
		emulator,
		resize(nextColumns: number, nextRows: number) {
			emulator.setSize(nextColumns, nextRows);
			screen.resize({columns: nextColumns, rows: nextRows});
		},
		fill() {
			isFull = true;
		},
		drain() {
			isFull = false;
			drain.emit('drain');
		},
	};
};

/** A cell as it is seen: of a blank without a line or a background, nothing else of its style is. */
const seen = (cell: Cell): Cell =>
	cell.text === ' ' && !cell.inverse && !cell.underline && !cell.strikethrough
		? {...cell, bold: false, dim: false, italic: false, foreground: undefined}
		: cell;

const cellsOf = (emulator: Emulator): readonly (readonly Cell[])[] =>
	Array.from({length: emulator.height}, (_, row) => emulator.cells(row).map(seen));

/** What a terminal that has shown nothing before makes of the bytes of a frame, written as they are. */
const freshCells = async (frame: string, columns: number, rows: number) => {
	const emulator = new Emulator(columns, rows);
	const lines = frame.split('\n').slice(0, rows);
	await emulator.feed(
		`\u001B[?7l${lines.map((line, row) => `\u001B[${row + 1};1H${line}\u001B[0m`).join('')}`,
	);
	return cellsOf(emulator);
};

/** What a screen that has shown nothing before makes of it. */
const freshlyPainted = async (
	frame: string,
	columns: number,
	rows: number,
	capabilities: Capabilities,
	widths: Widths = 'graphemes',
) => {
	const {screen, take, emulator} = openScreen(columns, rows, capabilities, widths);
	screen.enter();
	screen.paint(frame);
	await take();
	return cellsOf(emulator);
};

describe('a screen', () => {
	test('shows a frame and then the next one', async () => {
		const {screen, take, emulator} = openScreen(10, 3);
		screen.enter();
		screen.paint('one\ntwo\nthree');
		await take();
		expect(emulator.rows()).toEqual(['one', 'two', 'three']);

		screen.paint('one\n2\nthree');
		await take();
		expect(emulator.rows()).toEqual(['one', '2', 'three']);
	});

	test('sends only the rows that changed, and nothing for the same frame', async () => {
		const {screen, take} = openScreen(10, 3);
		screen.enter();
		screen.paint('one\ntwo\nthree');
		await take();
		screen.paint('one\ntwo\nthree');
		expect(await take()).toBe('');

		screen.paint('one\n2\nthree');
		const bytes = await take();
		expect(bytes).toContain('2');
		expect(bytes).not.toMatch(/one|three/);
	});

	test.each([true, false])(
		'is held back until a frame is whole where the terminal can do that (%s)',
		async canHold => {
			const {screen, take} = openScreen(20, 4, {...FULL, canHold});
			screen.enter();
			await take();
			screen.paint('one');
			const bytes = await take();
			expect(bytes).toContain('one');
			expect([bytes.startsWith('\u001B[?2026h'), bytes.endsWith('\u001B[?2026l')]).toEqual([
				canHold,
				canHold,
			]);
			expect(bytes.includes('2026')).toBe(canHold);
		},
	);

	test('shows nothing below the last row of the terminal', async () => {
		const {screen, take, emulator} = openScreen(10, 2);
		screen.enter();
		screen.paint('one\ntwo\nthree\nfour');
		await take();
		expect(emulator.rows()).toEqual(['one', 'two']);
	});

	test('writes without colour and in ASCII where the terminal can do no more', async () => {
		const {screen, take} = openScreen(10, 1, {...FULL, colour: 'none', charset: 'ascii'});
		screen.enter();
		screen.paint('\u001B[31;7m“a”\u001B[0m');
		const bytes = await take();
		expect(bytes).toContain('\u001B[7m?a?');
		expect(bytes).not.toContain('31');
	});

	test('sends nothing that a terminal would obey but styles', async () => {
		const {screen, take, emulator} = openScreen(30, 1);
		screen.enter();
		await take();
		screen.paint('a\u001B]0;owned\u0007b \u001B[5n\u009B31m \u001B[1mc\r\b😀\u0007d');
		const bytes = await take();
		for (const obeyed of ['\u001B]', '\u0007', '\u001B[5n', '\u009B', '\r\b']) {
			expect(bytes).not.toContain(obeyed);
		}

		expect(emulator.rows()).toEqual(['a]0;ownedb [5n31m c😀d']);
	});

	test('gives the terminal back as it was, what stood there too', async () => {
		const {screen, take, emulator} = openScreen(12, 3);
		await emulator.feed('$ libya-tui\r\n');
		screen.enter();
		screen.paint('\u001B[1mone');
		await take();
		expect(emulator.modes()).toEqual({
			...MODES_AT_REST,
			alternateScreen: true,
			cursorVisible: false,
			bracketedPaste: true,
			lineWrap: false,
		});

		screen.leave();
		await take();
		expect(emulator.modes()).toEqual(MODES_AT_REST);
		expect(emulator.rows()).toEqual(['$ libya-tui', '', '']);
		expect(emulator.cursor()).toEqual({column: 0, row: 1});
	});

	test('is given back once, and takes nothing after that', async () => {
		const {screen, take} = openScreen(10, 1);
		screen.enter();
		screen.leave();
		await take();
		screen.leave();
		screen.paint('one');
		screen.repaint();
		expect(await take()).toBe('');
	});

	test('that was never taken over is not given back', async () => {
		const {screen, take} = openScreen(10, 1);
		screen.paint('one');
		screen.leave();
		expect(await take()).toBe('');
	});

	test('is painted again, whatever else was written on it', async () => {
		const {screen, take, emulator} = openScreen(10, 3);
		screen.enter();
		screen.paint('one\ntwo');
		await take();
		await emulator.feed('\u001B[Hbroadcast message from root');
		screen.repaint();
		await take();
		expect(emulator.rows()).toEqual(['one', 'two', '']);
	});

	test('is painted again at a size that it had before, as it had another for a moment', async () => {
		const {screen, take, emulator, resize} = openScreen(10, 2);
		screen.enter();
		screen.paint('one word\ntwo');
		await take();
		emulator.setSize(5, 2);
		resize(10, 2);
		await take();
		expect(emulator.rows()).toEqual(['one word', 'two']);
	});

	test('of a frame that somebody else has painted is painted again as well', async () => {
		const {screen, take, emulator, resize} = openScreen(10, 2);
		screen.takeOver('one word\ntwo');
		resize(10, 2);
		await take();
		expect(emulator.rows()).toEqual(['one word', 'two']);
	});

	test('is painted whole when it is taken over once more', async () => {
		const {screen, take, emulator} = openScreen(10, 2);
		screen.enter();
		screen.paint('one');
		screen.leave();
		screen.enter();
		screen.paint('one');
		await take();
		expect(emulator.rows()).toEqual(['one', '']);
	});

	test('leaves nothing of an old row beside text that the terminal takes for narrower', async () => {
		const {screen, take, emulator} = openScreen(10, 1);
		screen.enter();
		screen.paint('XXXXXXXXXX');
		// Ten cells by string-width; terminals that join by grapheme make fewer of it.
		screen.paint('a\u200D👨‍👩‍👧       ');
		await take();
		expect(emulator.text()).not.toContain('X');
	});

	test('erases what is left of a shorter row, and never the last sign of a full one', async () => {
		const {screen, take, emulator} = openScreen(5, 1);
		screen.enter();
		screen.paint('abcde');
		expect(await take()).not.toContain('\u001B[K');
		screen.paint('ab');
		await take();
		expect(emulator.text()).toBe('ab');
	});

	test.each([
		[
			'ideographs in several places of a row',
			'東 and a while after it x',
			'京 and a while after it y',
		],
		[
			'ideographs under one another',
			'somewhere 東a\nsomewhere 東b\nsomewhere 東c\nsomewhere 東d',
			'somewhere 京a\nsomewhere 京b\nsomewhere 京c\nsomewhere 京d',
		],
		[
			'letters of two characters under one another',
			'x, and what follows\nx, and what follows\nx, and what follows\nx, and what follows',
			'e\u0301, and what follows\ne\u0301, and what follows\ne\u0301, and what follows\ne\u0301, and what follows',
		],
		['an ideograph where text of doubtful width began', 'a😀 and more', '東京 and more'],
		['text of doubtful width where an ideograph was', '東京 and more', 'a😀 and more'],
		['what stands on both sides of text of doubtful width', 'a😀b and more', 'x😀y and more'],
		['blanks, and what stands after them', '│long gone     │ and x', '│              │ and y'],
		['what stands in the last column', `${'a'.repeat(29)}│`, `${'b'.repeat(29)}│`],
	])('changes %s', async (_, before, after) => {
		const {screen, take, emulator} = openScreen(30, 4);
		screen.enter();
		screen.paint(before);
		screen.paint(after);
		expect(await take()).not.toContain('\0');
		expect(emulator.text().trimEnd()).toBe(after);
	});

	test('leaves nothing of what the terminal drew of a text beyond its cells', async () => {
		// One cell by string-width; the emulator gives it two.
		const wider = 'a🇱🇾\u200D';
		const {screen, take, emulator} = openScreen(10, 1);
		screen.enter();
		screen.paint(wider);
		screen.paint(`${wider}   b`);
		await take();
		expect(cellsOf(emulator)).toEqual(await freshlyPainted(`${wider}   b`, 10, 1, FULL));
	});

	test('that the terminal is slow to take skips to the newest frame', async () => {
		const {screen, take, emulator, fill, drain} = openScreen(10, 1);
		screen.enter();
		fill();
		screen.paint('one');
		for (const frame of ['two', 'three', 'four']) {
			screen.paint(frame);
		}

		expect(await take()).not.toContain('two');
		drain();
		expect(await take()).not.toMatch(/two|three/);
		expect(emulator.rows()).toEqual(['four']);
	});
});

const sgr = fc.constantFrom(
	'',
	'\u001B[7m',
	'\u001B[1m',
	'\u001B[2;31m',
	'\u001B[4m',
	'\u001B[0m',
	'\u001B[44m',
	'\u001B[38;5;208m',
	'\u001B[48:2::1:2:3m',
);

/** Characters that every terminal gives the same cells, and runs of one that are written as such. */
const certainText = fc
	.array(
		fc.constantFrom(
			...'ab  Z0é—“││',
			'─'.repeat(5),
			'━'.repeat(12),
			' '.repeat(9),
			'東',
			'京',
			'한',
			'ア',
			'𠮷',
		),
		{maxLength: 9},
	)
	.map(parts => parts.join(''));

/** Text that terminals differ over, and what the emulator takes for wider or narrower than string-width. */
const doubtfulText = fc.oneof(
	anyText({maxLength: 12}),
	fc.constantFrom('🇱🇾\u200D', '1️⃣\u200D', 'a\u200D👨‍👩‍👧', '😀', 'بنغازي'),
);

interface Line {
	readonly spans: readonly (readonly [style: string, text: string])[];
	/** Whether it is filled up with blanks to whatever width there is. */
	readonly isFull: boolean;
}

interface Drawing {
	readonly lines: readonly Line[];
	/** What stands at either side of each line, as at those of a pane. */
	readonly side: string;
}

const SIDES = ['', '\u001B[2m│\u001B[22m', '\u001B[1;36m│\u001B[22;39m'];

const anyDrawing = (text: fc.Arbitrary<string>): fc.Arbitrary<Drawing> => {
	const line = fc.record({
		spans: fc.array(fc.tuple(sgr, text), {maxLength: 4}),
		isFull: fc.boolean(),
	});
	return fc.record({
		lines: fc.oneof(
			fc.array(line, {minLength: 1, maxLength: 7}),
			// Many alike, so that what stands under one another is the same.
			line.map(each => Array.from({length: 5}, () => each)),
		),
		side: fc.constantFrom(...SIDES),
	});
};

const fitted = ({spans, isFull}: Line, columns: number): string => {
	let room = columns;
	let line = '';
	for (const [style, text] of spans) {
		// As Ink does: what takes no cell of its own is not drawn by itself.
		const shown = truncated(text.replaceAll(/[\u00AD\u200B]|^[\u200D\p{M}]+/gu, ''), room, '');
		line += style + shown;
		room -= textWidth(shown);
	}

	return isFull ? line + ' '.repeat(room) : line;
};

const frameOf = ({lines, side}: Drawing, columns: number): string =>
	lines
		.map(line =>
			side === ''
				? fitted(line, columns)
				: `${side}${fitted({...line, isFull: true}, columns - 2)}\u001B[0m${side}`,
		)
		.join('\n');

/** What becomes of a drawing: characters of some lines are others, and its sides may be. */
interface Edit {
	readonly type: 'edit';
	readonly rows: readonly number[];
	readonly at: number;
	readonly text: string;
	readonly side: string;
}

const edited = ({lines}: Drawing, {rows, at, text, side}: Edit): Drawing => ({
	side,
	lines: lines.map((line, row) =>
		rows.includes(row)
			? {
					...line,
					spans: line.spans.map(([style, before]) => {
						const characters = Array.from(before);
						return [
							style,
							characters.toSpliced(at % (characters.length + 1), 1, text).join(''),
						] as const;
					}),
				}
			: line,
	),
});

const anyPaint = (text: fc.Arbitrary<string>) =>
	fc.oneof(
		fc.record({type: fc.constant('paint' as const), drawing: anyDrawing(text)}),
		fc.record({
			type: fc.constant('edit' as const),
			rows: fc.uniqueArray(fc.nat(6), {maxLength: 7}),
			at: fc.nat(20),
			text: text.map(all => Array.from(all).slice(0, 3).join('')),
			side: fc.constantFrom(...SIDES),
		}),
	);

const anyStep = (text: fc.Arbitrary<string>) =>
	fc.oneof(
		{weight: 6, arbitrary: anyPaint(text)},
		{
			weight: 1,
			arbitrary: fc.record({
				type: fc.constant('resize' as const),
				columns: fc.integer({min: 4, max: 40}),
				rows: fc.integer({min: 1, max: 8}),
			}),
		},
		{
			weight: 2,
			arbitrary: fc.record({
				type: fc.constantFrom('fill' as const, 'drain' as const, 'repaint' as const),
			}),
		},
	);

/** After any steps, holds what a terminal shows of the newest frame against what a fresh one shows of it. */
const holdScreen = async (
	text: fc.Arbitrary<string>,
	fresh: typeof freshlyPainted,
	anyCapabilities: fc.Arbitrary<Partial<Capabilities>>,
	someWidths: fc.Arbitrary<Widths> = fc.constant('graphemes'),
) =>
	fc.assert(
		fc.asyncProperty(
			fc.array(anyStep(text), {minLength: 1, maxLength: 12}),
			anyPaint(text),
			anyCapabilities,
			someWidths,
			async (steps, last, some, widths) => {
				const capabilities = {...FULL, ...some};
				let [columns, rows] = [30, 6];
				let drawing: Drawing = {lines: [], side: ''};
				const opened = openScreen(columns, rows, capabilities, widths);
				const {screen, take, emulator} = opened;
				screen.enter();
				for (const step of [...steps, last]) {
					switch (step.type) {
						case 'paint':
						case 'edit':
							drawing = step.type === 'paint' ? step.drawing : edited(drawing, step);
							screen.paint(frameOf(drawing, columns));
							break;
						case 'resize':
							({columns, rows} = step);
							await take();
							opened.resize(columns, rows);
							break;
						case 'fill':
							opened.fill();
							break;
						case 'drain':
							opened.drain();
							break;
						case 'repaint':
							screen.repaint();
							break;
					}
				}

				opened.drain();
				await take();
				const expected = await fresh(
					frameOf(drawing, columns),
					columns,
					rows,
					capabilities,
					widths,
				);
				expect(cellsOf(emulator)).toEqual(expected);
			},
		),
		{numRuns: 200},
	);

const anyWidths = fc.constantFrom(...ALL_WIDTHS);

const anyControls = {canErase: fc.boolean(), canRepeat: fc.boolean()};

describe('whatever frames, sizes and delays came before, the terminal shows', () => {
	test('the newest frame, cell for cell', async () => {
		await holdScreen(certainText, freshCells, fc.record(anyControls));
	});

	test('text of any width in any colours as a screen that has shown nothing else', async () => {
		await holdScreen(
			fc.oneof(doubtfulText, certainText),
			freshlyPainted,
			fc.record({
				...anyControls,
				colour: fc.constantFrom('none', '16', '256', 'true'),
				charset: fc.constantFrom('unicode', 'ascii'),
			}),
			anyWidths,
		);
	});
});

test('whatever text stands before it in a row, a character stands in the column where it was laid out', async () => {
	await fc.assert(
		fc.asyncProperty(
			anyDrawing(fc.oneof(doubtfulText, certainText)),
			anyWidths,
			async (drawing, widths) => {
				const frame = frameOf(drawing, 40);
				const {screen, take, emulator} = openScreen(40, 7, FULL, widths);
				screen.enter();
				screen.paint(frame);
				await take();
				for (const [row, line] of unstyled(frame).split('\n').entries()) {
					let column = 0;
					for (const {segment} of new Intl.Segmenter().segment(line)) {
						const [character = '', ...rest] = segment;
						if (certainCells(character.codePointAt(0) ?? 0) > 0 && rest.length === 0) {
							// A terminal may add to it what of the next text it has no cell for; to a blank too.
							const [shown] = emulator.cell(column, row).text.replace(/^[\p{M}\u200D]+$/u, ' ');
							expect([row, column, shown]).toEqual([row, column, segment]);
						}

						column += textWidth(segment);
					}
				}
			},
		),
		{numRuns: 200},
	);
});

test('text of doubtful width keeps the styles of its parts', async () => {
	const {screen, take, emulator} = openScreen(30, 1);
	screen.enter();
	screen.paint('\u001B[31mبرقة\u001B[32mبرقة\u001B[39m ok');
	await take();
	const colours = emulator.cells(0).map(({foreground}) => foreground);
	expect(colours.slice(0, 8)).toEqual([1, 1, 1, 1, 2, 2, 2, 2]);
	expect(colours[9]).toBeUndefined();
});

test.each([96, 100])(
	'a style is not taken for one that was kept before there were too many, %i new ones a frame',
	async styles => {
		const {screen, take, emulator} = openScreen(40, 4);
		screen.enter();
		for (let count = 0; count < 60; count++) {
			const colour = 1 + (count % 2);
			const many = Array.from({length: styles}, (_, at) => `\u001B[38;2;${count};${at};1mx`);
			screen.paint(
				`\u001B[3${colour}mx\n${many.slice(0, 40).join('')}\n${many.slice(40, 80).join('')}\n${many.slice(80).join('')}`,
			);
			await take();
			expect(emulator.cell(0, 0)).toMatchObject({text: 'x', foreground: colour});
		}
	},
);

test('what is sent besides frames goes only while the screen is taken over', async () => {
	const {screen, take} = openScreen(40, 4);
	screen.send('early');
	screen.enter();
	screen.send('in time');
	screen.leave();
	screen.send('late');
	expect(await take()).toMatch(/^(?!.*early).*in time(?!.*late)/su);
});

test('a frame of more styles and texts than are kept is drawn all the same', async () => {
	const {screen, take, emulator} = openScreen(40, 4);
	screen.enter();
	for (let count = 0; count < 120; count++) {
		const cell = (at: number): string => `\u001B[38;2;${count};${at};1mx`;
		screen.paint(
			Array.from({length: 4}, (_, row) =>
				Array.from({length: 40}, (__, column) => cell(row * 40 + column)).join(''),
			).join('\n'),
		);
	}

	await take();
	expect(emulator.cell(3, 2)).toMatchObject({text: 'x', foreground: '#775301'});
});
