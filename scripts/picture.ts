import {mkdir, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {openTerminal} from '../test/support/terminal.ts';
import {drawScreen, type PictureText} from './svg-screen.ts';

/** A picture of the built program in `docs/`, by its keys. */
export type Picture = PictureText & {
	/** The file, without `docs/` and `.svg`. */
	readonly name: string;
	readonly columns: number;
	readonly rows: number;
	readonly args?: readonly string[];
	/** Pressed one after the other once the program is there, each when the one before is answered. */
	readonly keys?: readonly string[];
	/** What has to be on the screen for the picture to be taken. */
	readonly waitFor: string;
};

/** On the screen when the whole dashboard is. */
const READY = 'q quit';

/** All pictures. One more is one more entry here, and `npm run picture`. */
const PICTURES: readonly Picture[] = [
	{
		name: 'dashboard',
		title: 'libya-tui',
		description:
			'The dashboard as it opens: actors, the front line, quotes and details side by side over a timeline.',
		columns: 120,
		rows: 40,
		waitFor: READY,
	},
];

const DOCS = path.join(import.meta.dirname, '../docs');

/**
Runs the program, presses the keys, and draws what is on its screen.

@param program - Another program to picture than the built one.
@throws {Error} The awaited text did not come; the message has the screen.
*/
export const takePicture = async (
	picture: Picture,
	program?: {readonly command: string; readonly args: readonly string[]},
): Promise<string> => {
	const {columns, rows, args = []} = picture;
	await using terminal = await openTerminal({columns, rows, args, ...program});
	await terminal.waitFor(picture.keys ? READY : picture.waitFor);
	for (const key of picture.keys ?? []) {
		await terminal.waitForQuiet();
		terminal.press(key);
	}

	await terminal.waitForQuiet();
	await terminal.waitFor(picture.waitFor);
	const screen = Array.from({length: rows}, (_, row) => terminal.cells(row));
	return drawScreen(screen, picture);
};

if (import.meta.main) {
	await mkdir(DOCS, {recursive: true});
	for (const picture of PICTURES) {
		const file = path.join(DOCS, `${picture.name}.svg`);
		await writeFile(file, await takePicture(picture));
		console.log(path.relative(process.cwd(), file));
	}
}
