import type {Cell, Colour} from '../test/support/screen.ts';
import {CELL_HEIGHT, CELL_WIDTH, type Rectangle, shapeOf} from './glyph-shapes.ts';

/** The 16 colours, readable on the background, and the two that a terminal has of its own. */
const PALETTE = [
	'#2c3440',
	'#f2777a',
	'#8fd18a',
	'#efc56d',
	'#7aaaf2',
	'#c898ea',
	'#6ccbd0',
	'#c8cfd9',
	'#7f8a99',
	'#ff9b9d',
	'#b4e8a9',
	'#ffde91',
	'#a5c9ff',
	'#e1bafc',
	'#98e6e6',
	'#ffffff',
];
const FOREGROUND = '#d6dbe4';
const BACKGROUND = '#11151c';

const TITLE_BAR = '#1b212b';
const EDGE = '#303845';
const TITLE = '#929cab';
const BUTTONS = ['#f2777a', '#efc56d', '#8fd18a'];

const FONT =
	"ui-monospace,SFMono-Regular,Menlo,Consolas,'DejaVu Sans Mono','Liberation Mono',monospace";
/** Monospaced fonts are about 0.6 of their size wide, which here makes a cell. */
const FONT_SIZE = CELL_WIDTH / 0.6;
const BASELINE = 14;
const MARGIN = 16;
const BAR_HEIGHT = 34;

type Rgb = readonly [red: number, green: number, blue: number];

const toRgb = (colour: string): Rgb => {
	const value = Number.parseInt(colour.slice(1), 16);
	return [value >> 16, (value >> 8) % 256, value % 256];
};

const toHex = (rgb: readonly number[]): string =>
	`#${rgb.map(part => Math.round(part).toString(16).padStart(2, '0')).join('')}`;

/** `strength` of a colour over another. */
const mix = (colour: string, over: string, strength: number): string => {
	const below = toRgb(over);
	return toHex(
		toRgb(colour).map((part, index) => part * strength + (below[index] ?? 0) * (1 - strength)),
	);
};

/** A colour of the 256, as xterm has them above the 16. */
const paletteColour = (number: number): string => {
	const basic = PALETTE[number];
	if (basic !== undefined) {
		return basic;
	}

	if (number >= 232) {
		const grey = 8 + (number - 232) * 10;
		return toHex([grey, grey, grey]);
	}

	const level = (step: number): number => (step === 0 ? 0 : 55 + step * 40);
	const cube = number - 16;
	return toHex([Math.floor(cube / 36), Math.floor(cube / 6) % 6, cube % 6].map(level));
};

const resolve = (colour: Colour, own: string): string =>
	typeof colour === 'number' ? paletteColour(colour) : (colour ?? own);

/** What a cell looks like once inverse and dim are worked out. */
type Look = {
	readonly ink: string;
	readonly paper: string;
	readonly isBold: boolean;
	readonly isItalic: boolean;
};

const lookOf = (cell: Cell): Look => {
	const front = resolve(cell.foreground, FOREGROUND);
	const back = resolve(cell.background, BACKGROUND);
	const [ink, paper] = cell.inverse ? [back, front] : [front, back];
	return {
		ink: cell.dim ? mix(ink, paper, 0.62) : ink,
		paper,
		isBold: cell.bold,
		isItalic: cell.italic,
	};
};

const escapeXml = (text: string): string =>
	text
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replaceAll('"', '&quot;');

/** A number as short as it goes: no zero before the point. */
const short = (value: number): string =>
	String(Math.round(value * 1000) / 1000).replace(/^(-?)0\./, '$1.');

/** Path data shifted: a relative path becomes an absolute start. */
const movePath = (data: string, x: number, y: number): string =>
	data.replace(
		/^m(-?[\d.]+)[ ,]?(-?[\d.]+)/,
		(_, startX, startY) => `M${short(Number(startX) + x)} ${short(Number(startY) + y)}`,
	);

/** The shapes drawn in one colour: they overlap freely, and join without a seam. */
class Layer {
	readonly #bands = new Map<string, Rectangle[]>();
	readonly #fills: string[] = [];
	readonly #strokes: string[] = [];
	readonly #dots: string[] = [];

	add({left, top, right, bottom}: Rectangle, x: number, y: number): void {
		const moved = {left: left + x, top: top + y, right: right + x, bottom: bottom + y};
		// What lies in one band across or down can run together into one rectangle.
		const isAcross = right - left === CELL_WIDTH || right - left >= bottom - top;
		const key = isAcross
			? `across ${moved.top} ${moved.bottom}`
			: `down ${moved.left} ${moved.right}`;
		const band = this.#bands.get(key);
		if (band) {
			band.push(moved);
		} else {
			this.#bands.set(key, [moved]);
		}
	}

	fill(data: string, x: number, y: number): void {
		this.#fills.push(movePath(data, x, y));
	}

	stroke(data: string, x: number, y: number): void {
		this.#strokes.push(movePath(data, x, y));
	}

	dot(x: number, y: number): void {
		this.#dots.push(`M${short(x)} ${short(y)}h0`);
	}

	draw(colour: string): readonly string[] {
		const rectangles = [...this.#bands].flatMap(([key, band]) =>
			joinBand(band, key.startsWith('across')),
		);
		const fills = [...rectangles.map(drawRectangle), ...this.#fills].join('');
		return [
			...(fills === '' ? [] : [`<path fill="${colour}" d="${fills}"/>`]),
			...(this.#strokes.length === 0
				? []
				: [`<path fill="none" stroke="${colour}" d="${this.#strokes.join('')}"/>`]),
			...(this.#dots.length === 0
				? []
				: [
						`<path stroke="${colour}" stroke-width="2.2" stroke-linecap="round" d="${this.#dots.join('')}"/>`,
					]),
		];
	}
}

const drawRectangle = ({left, top, right, bottom}: Rectangle): string =>
	`M${short(left)} ${short(top)}h${short(right - left)}v${short(bottom - top)}h${short(left - right)}z`;

/** Joins the rectangles of one band that touch or overlap. */
const joinBand = (band: readonly Rectangle[], isAcross: boolean): readonly Rectangle[] => {
	const start = (rectangle: Rectangle): number => (isAcross ? rectangle.left : rectangle.top);
	const end = (rectangle: Rectangle): number => (isAcross ? rectangle.right : rectangle.bottom);
	const joined: Rectangle[] = [];
	for (const rectangle of band.toSorted((a, b) => start(a) - start(b))) {
		const last = joined.at(-1);
		if (last && start(rectangle) <= end(last)) {
			const right = Math.max(last.right, rectangle.right);
			const bottom = Math.max(last.bottom, rectangle.bottom);
			joined[joined.length - 1] = {...last, right, bottom};
		} else {
			joined.push(rectangle);
		}
	}

	return joined;
};

/** Characters that every monospaced font has, all as wide as a cell. */
const isOrdinary = (text: string): boolean => /^[\u0020-\u024F–—‘’“”†•…‹›]$/u.test(text);

/** Letters that join or run from right to left, so that a run of them is set as one. */
const isJoining = (text: string): boolean => /\p{Script=Arabic}|\p{Script=Hebrew}/u.test(text);

/** Text set in one piece. */
type Run = {
	readonly look: Look;
	readonly column: number;
	readonly kind: 'ordinary' | 'joining' | 'single';
	text: string;
	columns: number;
};

const kindOf = (text: string): Run['kind'] => {
	if (isOrdinary(text)) {
		return 'ordinary';
	}

	return isJoining(text) ? 'joining' : 'single';
};

const isSameType = (a: Look, b: Look): boolean =>
	a.ink === b.ink && a.isBold === b.isBold && a.isItalic === b.isItalic;

/** The runs of text of a row: words of one look, with single spaces between them. */
const runsOf = (cells: readonly Cell[]): readonly Run[] => {
	const runs: Run[] = [];
	for (const [column, cell] of cells.entries()) {
		if (cell.text.trim() === '' || shapeOf(cell.text)) {
			continue;
		}

		const look = lookOf(cell);
		const kind = kindOf(cell.text);
		const run = runs.at(-1);
		const gap = run === undefined ? 0 : column - run.column - run.columns;
		const isBlank = gap === 0 || (gap === 1 && cells[column - 1]?.text === ' ');
		if (run && isBlank && kind !== 'single' && kind === run.kind && isSameType(look, run.look)) {
			run.text += ' '.repeat(gap) + cell.text;
			run.columns += gap + cell.width;
		} else {
			runs.push({look, column, kind, text: cell.text, columns: cell.width});
		}
	}

	return runs;
};

/** The styles of text, named in the order they are met. */
class StyleSheet {
	readonly #names = new Map<string, string>();

	nameOf({ink, isBold, isItalic}: Look): string {
		const weight = isBold ? ';font-weight:700' : '';
		const slant = isItalic ? ';font-style:italic' : '';
		const rules = `fill:${ink}${weight}${slant}`;
		const name = this.#names.get(rules) ?? `s${this.#names.size.toString(36)}`;
		this.#names.set(rules, name);
		return name;
	}

	rules(): string {
		return [...this.#names].map(([rules, name]) => `.${name}{${rules}}`).join('');
	}
}

const layerOf = (layers: Map<string, Layer>, colour: string): Layer => {
	const layer = layers.get(colour) ?? new Layer();
	layers.set(colour, layer);
	return layer;
};

/** Adds what a cell is besides text: its background, its lines and its shape. */
const drawCell = (
	cell: Cell,
	x: number,
	y: number,
	papers: Map<string, Layer>,
	inks: Map<string, Layer>,
): void => {
	const {ink, paper} = lookOf(cell);
	const whole = {left: 0, top: 0, right: CELL_WIDTH, bottom: CELL_HEIGHT};
	if (paper !== BACKGROUND) {
		layerOf(papers, paper).add(whole, x, y);
	}

	if (cell.underline) {
		layerOf(inks, ink).add({...whole, top: BASELINE + 2, bottom: BASELINE + 3}, x, y);
	}

	if (cell.strikethrough) {
		layerOf(inks, ink).add({...whole, top: BASELINE - 5, bottom: BASELINE - 4}, x, y);
	}

	const shape = shapeOf(cell.text);
	if (!shape) {
		return;
	}

	const layer = layerOf(inks, shape.strength === undefined ? ink : mix(ink, paper, shape.strength));
	for (const rectangle of shape.rectangles) {
		layer.add(rectangle, x, y);
	}

	if (shape.fill !== undefined) {
		layer.fill(shape.fill, x, y);
	}

	if (shape.stroke !== undefined) {
		layer.stroke(shape.stroke, x, y);
	}

	for (const [dotX, dotY] of shape.dots ?? []) {
		layer.dot(x + dotX, y + dotY);
	}
};

const drawRun = (
	{column, columns, kind, look, text}: Run,
	y: number,
	styles: StyleSheet,
): string => {
	const length = columns * CELL_WIDTH;
	// The width is given, as fonts differ; a lone character that may come from another font is squeezed.
	const fit =
		kind === 'ordinary'
			? columns === 1
				? ''
				: ` textLength="${length}"`
			: ` textLength="${length}" lengthAdjust="spacingAndGlyphs"`;
	return `<text class="${styles.nameOf(look)}" x="${column * CELL_WIDTH}" y="${y}"${fit}>${escapeXml(text)}</text>`;
};

export type PictureText = {
	/** In the title bar. */
	readonly title: string;
	/** What the picture shows, for those who do not see it. */
	readonly description: string;
};

/**
A screen as an SVG picture of a terminal window.

The same cells always give the same bytes. Text is text, each run at its own place and width;
lines and blocks are drawn, and meet in any viewer.

@param rows - The cells of each row, all of the same number.
*/
export const drawScreen = (
	rows: readonly (readonly Cell[])[],
	{title, description}: PictureText,
): string => {
	const columns = rows[0]?.length ?? 0;
	const width = columns * CELL_WIDTH + 2 * MARGIN;
	const height = rows.length * CELL_HEIGHT + BAR_HEIGHT + 2 * MARGIN;
	const styles = new StyleSheet();
	const papers = new Map<string, Layer>();
	const inks = new Map<string, Layer>();
	for (const [row, cells] of rows.entries()) {
		for (const [column, cell] of cells.entries()) {
			drawCell(cell, column * CELL_WIDTH, row * CELL_HEIGHT, papers, inks);
		}
	}

	const text = rows.flatMap((cells, row) =>
		runsOf(cells).map(run => drawRun(run, row * CELL_HEIGHT + BASELINE, styles)),
	);
	const draw = (layers: ReadonlyMap<string, Layer>): readonly string[] =>
		[...layers].flatMap(([colour, layer]) => layer.draw(colour));
	return `${[
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escapeXml(description)}">`,
		`<style>text{font:${short(FONT_SIZE)}px ${FONT};white-space:pre}${styles.rules()}.title{font-size:13px;fill:${TITLE};text-anchor:middle}</style>`,
		`<rect x=".5" y=".5" width="${width - 1}" height="${height - 1}" rx="10" fill="${BACKGROUND}" stroke="${EDGE}"/>`,
		`<path fill="${TITLE_BAR}" d="M1 ${BAR_HEIGHT}V10.5A9.5 9.5 0 0 1 10.5 1H${width - 10.5}A9.5 9.5 0 0 1 ${width - 1} 10.5V${BAR_HEIGHT}z"/>`,
		...BUTTONS.map(
			(colour, index) =>
				`<circle cx="${MARGIN + 5 + index * 20}" cy="${BAR_HEIGHT / 2}" r="6" fill="${colour}"/>`,
		),
		`<text class="title" x="${width / 2}" y="${BAR_HEIGHT / 2 + 4.5}">${escapeXml(title)}</text>`,
		`<g transform="translate(${MARGIN} ${BAR_HEIGHT + MARGIN})">`,
		...(papers.size === 0 ? [] : ['<g shape-rendering="crispEdges">', ...draw(papers), '</g>']),
		...draw(inks),
		...text,
		'</g>',
		'</svg>',
	].join('\n')}\n`;
};
