import {expect, test} from 'vitest';
import {builtInDossier} from '../../source/dossier/built-in.ts';
import {isPlainText} from '../../source/terminal/simple-text.ts';
import {openApp} from '../support/app.tsx';

test('the first frame of the built-in report is measured without tables of all emoji', async () => {
	for (const [columns, rows] of [
		[160, 48],
		[120, 40],
		[80, 24],
		[40, 12],
	] as const) {
		using app = await openApp(builtInDossier, {columns, rows});
		const beyond = Array.from(app.frame()).filter(
			character => character !== '\n' && !isPlainText(character),
		);
		expect([columns, rows, ...beyond]).toEqual([columns, rows]);
	}
});
