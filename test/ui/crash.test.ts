import {expect, test, vi} from 'vitest';
import {openApp} from '../support/app.tsx';
import {aDossier, anActor, aQuote} from '../support/dossier.ts';

const dossier = aDossier([
	anActor(),
	anActor({id: 'actor:tom-reed'}),
	aQuote({speaker: 'actor:tom-reed', text: 'boom'}),
]);

/** A terminal whose text cannot be written once it says boom. */
const present = (text: string): string => {
	if (text.includes('boom')) {
		throw new Error('a fault inside a pane');
	}

	return text;
};

test('a fault while the first frame is drawn is reported once, and nothing is printed', async () => {
	const print = vi.spyOn(console, 'error').mockImplementation(() => {});
	using app = await openApp(dossier, {columns: 160, rows: 40, present});
	await expect.poll(() => app.crashes).toMatchObject([{message: 'a fault inside a pane'}]);
	expect(app.frame().trim()).toBe('');
	expect(print).not.toHaveBeenCalled();
	print.mockRestore();
});

test('a fault in a pane that is opened later is reported too', async () => {
	using app = await openApp(dossier, {columns: 80, rows: 24, present});
	expect(app.frame()).toContain('Vera Moss');
	expect(app.crashes).toEqual([]);
	app.press('3');
	await expect.poll(() => app.crashes).toMatchObject([{message: 'a fault inside a pane'}]);
});
