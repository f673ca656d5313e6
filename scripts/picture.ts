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
	readonly waitFor: string | RegExp;
};

/** On the screen when the whole dashboard is. */
const READY = 'q quit';

/** All pictures. One more is one more entry here, and `npm run picture`. */
const PICTURES: readonly Picture[] = [
	{
		name: 'dashboard',
		title: 'libya-tui',
		description:
			'The dashboard on the last day: Brega selected among the towns, on the strip of the road and on the map; actors, quotes, what is known of it, and the line of time.',
		columns: 160,
		rows: 48,
		keys: ['2', 'j', 'j'],
		// The scale stands there with the map, and the map when its coast has come.
		waitFor: /├─+┤ \d+ km.*5 Detail.*contested/s,
	},
	{
		name: 'tensions',
		title: 'libya-tui',
		description:
			'Withdrawal or rout: three accounts of one retreat side by side, each with who says so, how sure they are, and the paragraph.',
		columns: 120,
		rows: 36,
		args: ['--select', 'quote:tactical-withdrawal'],
		keys: ['x'],
		waitFor: 'Withdrawal or rout',
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
