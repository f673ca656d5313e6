import {expect, test} from 'vitest';
import {openInLibrary} from '../support/app.tsx';
import {aDossier, aTown} from '../support/dossier.ts';

test('j walks the towns and stops at the last, through ink-testing-library', async () => {
	using app = openInLibrary(
		aDossier([aTown({id: 'place:west'}), aTown({id: 'place:middle'}), aTown({id: 'place:east'})]),
	);
	await expect.poll(app.selectedRow).toContain('West');

	app.press('j');
	await expect.poll(app.selectedRow).toContain('Middle');

	app.press('j', 'j');
	await expect.poll(app.selectedRow).toContain('East');

	app.press('q');
	expect(app.effects).toEqual([{type: 'quit'}]);
});
