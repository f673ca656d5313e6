import {expect, test} from 'vitest';
import type {RecordId} from '../../source/dossier/schema.ts';
import type {State} from '../../source/state/state.ts';
import type {Display} from '../../source/ui/display.ts';
import {createRehearsal} from '../../source/ui/rehearsal.ts';
import {aDisplay} from '../support/display.ts';
import {feud} from '../support/feud.ts';
import {openStore} from '../support/store.ts';

const SIZE = {columns: 120, rows: 40};

/** Goes on until it is done, and so hangs where it never is. */
const rehearse = (display: Display, state: State): number => {
	const rehearsal = createRehearsal(display, () => state);
	let steps = 0;
	for (; !rehearsal.isDone(); steps++) {
		rehearsal.go(1);
	}

	return steps;
};

test('what the rows below the selected one are linked to is at hand before they are come to', () => {
	const display = aDisplay(feud);
	const asked = new Set<RecordId>();
	const watched: Display = {
		...display,
		catalog: {
			...display.catalog,
			referrers(id) {
				asked.add(id);
				return display.catalog.referrers(id);
			},
		},
	};
	const state = {...openStore(feud).state(), size: SIZE};
	rehearse(watched, state);
	const {actors, quotes} = feud;
	expect(state.lists.actors.selected).toBe(actors[0]?.id);
	expect([...asked]).toEqual(expect.arrayContaining([actors[1]?.id, actors[2]?.id]));
	expect([...asked]).toEqual(expect.arrayContaining([quotes[1]?.id]));
});

test('lists with hardly a row, or none, are at their end at once', () => {
	const dossier = {...feud, quotes: [], events: []};
	expect(rehearse(aDisplay(dossier), {...openStore(dossier).state(), size: SIZE})).toBeGreaterThan(
		0,
	);
});

test('a fault in laying out what nobody sees is nobody’s', () => {
	const display = aDisplay(feud);
	const broken: Display = {
		...display,
		present() {
			throw new Error('broken');
		},
	};
	expect(rehearse(broken, {...openStore(feud).state(), size: SIZE})).toBe(1);
});
