import {EventEmitter} from 'node:events';
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import type {Capabilities} from '../../source/terminal/capabilities.ts';
import {Screen} from '../../source/terminal/screen.ts';
import {textWidth, truncated} from '../../source/terminal/text-width.ts';
import {anyText} from '../support/any-text.ts';
import {type Cell, Screen as Emulator, MODES_AT_REST} from '../support/screen.ts';

const FULL: Capabilities = {
	colour: 'basic',
	charset: 'unicode',
	canvas: 'braille',
	isAddressable: true,
};

/** A terminal with a screen on it, which takes what is written at once or not until it is told to. */
const openScreen = (columns: number, rows: number, capabilities = FULL) => {
	const emulator = new Emulator(columns, rows);
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

const cellsOf = (emulator: Emulator): readonly (readonly Cell[])[] =>
	Array.from({length: emulator.height}, (_, row) => emulator.cells(row));

/** What a terminal that has shown nothing before makes of a frame. */
const freshCells = async (frame: string, columns: number, rows: number) => {
	const emulator = new Emulator(columns, rows);
	const lines = frame.split('\n').slice(0, rows);
	await emulator.feed(
		`\u001B[?7l${lines.map((line, row) => `\u001B[${row + 1};1H${line}\u001B[0m`).join('')}`,
	);
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
	'\u001B[0m',
	'\u001B[44m',
);

/** A line of styled texts; `isFull` ones are filled up with blanks to whatever width there is. */
const anyLine = fc
	.tuple(fc.array(fc.tuple(sgr, anyText({maxLength: 12})), {maxLength: 4}), fc.boolean())
	.map(([spans, isFull]) => ({spans, isFull}));

const fitted = (
	{spans, isFull}: {spans: [string, string][]; isFull: boolean},
	columns: number,
): string => {
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

const anyStep = fc.oneof(
	{
		weight: 6,
		arbitrary: fc.record({
			type: fc.constant('paint' as const),
			lines: fc.array(anyLine, {maxLength: 7}),
		}),
	},
	{
		weight: 2,
		arbitrary: fc.record({
			type: fc.constant('resize' as const),
			columns: fc.integer({min: 4, max: 30}),
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

test('whatever frames, sizes and delays came before, the terminal shows the newest frame cell for cell', async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.array(anyStep, {minLength: 1, maxLength: 12}),
			fc.array(anyLine, {minLength: 1, maxLength: 7}),
			async (steps, last) => {
				let [columns, rows] = [20, 5];
				const {screen, take, emulator, resize, fill, drain} = openScreen(columns, rows);
				screen.enter();
				for (const step of steps) {
					switch (step.type) {
						case 'paint':
							screen.paint(step.lines.map(line => fitted(line, columns)).join('\n'));
							break;
						case 'resize':
							({columns, rows} = step);
							await take();
							resize(columns, rows);
							break;
						case 'fill':
							fill();
							break;
						case 'drain':
							drain();
							break;
						case 'repaint':
							screen.repaint();
							break;
					}
				}

				const frame = last.map(line => fitted(line, columns)).join('\n');
				screen.paint(frame);
				drain();
				await take();
				expect(cellsOf(emulator)).toEqual(await freshCells(frame, columns, rows));
			},
		),
		{numRuns: 150},
	);
});
