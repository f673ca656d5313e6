import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {catalogOf} from '../../source/dossier/catalog.ts';
import type {Tension} from '../../source/dossier/schema.ts';
import {MODES} from '../../source/state/binding.ts';
import {keyGroups, keyHints} from '../../source/state/key-hints.ts';
import {KEYMAP} from '../../source/state/keymap.ts';
import {PANES} from '../../source/state/panes.ts';
import {
	aClaim,
	aDossier,
	anActor,
	anEvent,
	aQuote,
	aRelation,
	aStep,
	aTension,
	aTown,
} from '../support/dossier.ts';
import {encodeKey} from '../support/keys.ts';
import {openStore} from '../support/store.ts';

describe('the keymap', () => {
	test.each(MODES)('gives no key two meanings in %s', mode => {
		const chords = KEYMAP.filter(({modes}) => modes.includes(mode)).flatMap(
			binding => binding.chords,
		);
		expect(chords.filter((chord, at) => chords.indexOf(chord) !== at)).toEqual([]);
		expect(chords.length).toBeGreaterThan(5);
	});

	test('names every binding once, with words for the help', () => {
		const ids = KEYMAP.map(({id}) => id);
		expect(new Set(ids).size).toBe(ids.length);
		expect(KEYMAP.filter(({label}) => label.trim() === '')).toEqual([]);
	});

	test('has only keys that a terminal can send', () => {
		const names: Readonly<Record<string, string>> = {return: 'enter'};
		for (const chord of KEYMAP.flatMap(({chords}) => chords)) {
			expect(() => encodeKey(names[chord] ?? chord)).not.toThrow();
		}
	});

	test('has the keys that hands expect', () => {
		const inPanes = new Set(
			KEYMAP.filter(({modes}) => modes.includes('panes')).flatMap(({chords}) => chords),
		);
		const expected =
			'up down j k pageup pagedown ctrl-u ctrl-d g G home end tab shift-tab left right h l z return esc backspace ctrl-o / n N : ctrl-p e ? f1 q ctrl-c ctrl-z';
		expect(expected.split(' ').filter(chord => !inPanes.has(chord))).toEqual([]);
		expect(PANES.filter((_, at) => !inPanes.has(String(at + 1)))).toEqual([]);
	});

	test('is shown whole in the help, group by group', () => {
		const shown = keyGroups(KEYMAP, () => true).flatMap(({bindings}) => bindings);
		expect(new Set(shown)).toEqual(new Set(KEYMAP));
		expect(keyGroups(KEYMAP, ({group}) => group === 'Find')).toHaveLength(1);
	});
});

describe('the hints of the footer', () => {
	const width = ({label}: {label: string}): number => label.length + 3;

	test.each(MODES)('fit however narrow the screen is, in %s', mode => {
		for (let columns = 0; columns <= 200; columns++) {
			const hints = keyHints(mode, columns, width, KEYMAP);
			expect(hints.reduce((sum, hint) => sum + width(hint), 0)).toBeLessThanOrEqual(columns);
		}
	});

	test('keep help longest, and offer each key that it names', () => {
		expect(keyHints('panes', 9, width, KEYMAP).map(({label}) => label)).toEqual(['help']);
		for (const mode of MODES) {
			const offered = keyHints(mode, 1000, width, KEYMAP).flatMap(({chords}) => chords);
			const working = KEYMAP.filter(({modes}) => modes.includes(mode)).flatMap(
				({chords}) => chords,
			);
			expect(offered.filter(chord => !working.includes(chord))).toEqual([]);
			expect(offered).not.toEqual([]);
		}
	});

	test.each([
		[2, true],
		[1, false],
	])('among %i tensions offer the next one: %s', (count, isOffered) => {
		const accounts: Tension['accounts'] = [
			{text: 'Cut.', records: ['actor:vera-moss']},
			{text: 'Worn.', records: ['actor:vera-moss']},
		];
		const dossier = aDossier([
			anActor(),
			...Array.from({length: count}, (_, at) => aTension({id: `tension:rope-${at}`, accounts})),
		]);
		const now = {state: openStore(dossier).state(), catalog: catalogOf(dossier)};
		const labels = keyHints('tensions', 1000, width, KEYMAP, now).map(({label}) => label);
		expect(labels.includes('next tension')).toBe(isOffered);
	});
});

/** Freezes a document, so that a reducer that changes what it is given fails. */
const frozen = <Document>(document: Document): Document => {
	if (typeof document === 'object' && document !== null) {
		Object.freeze(document);
		Object.values(document).forEach(frozen);
	}

	return document;
};

test('whatever keys are pressed, the selection is real, the focused list is the one in use, and nothing given is changed', () => {
	const dossier = frozen(
		aDossier([
			anActor(),
			anActor({id: 'actor:tom-reed'}),
			aTown(),
			aQuote({speaker: 'actor:vera-moss'}),
			anEvent({participants: ['actor:vera-moss']}),
			aRelation({from: 'actor:vera-moss', to: 'actor:tom-reed'}),
			aClaim({about: ['actor:vera-moss']}),
			aTension({
				accounts: [
					{text: 'Cut.', records: ['claim:ropes']},
					{text: 'Worn.', records: ['quote:tide']},
				],
			}),
			aStep({id: 'step:one', record: 'claim:ropes', day: '2020-05-01'}),
			aStep({id: 'step:two', record: 'place:eastbay'}),
		]),
	);
	const chords = [
		...new Set(KEYMAP.flatMap(binding => binding.chords)),
		'o',
		'r',
		'space',
		'é',
		'X',
	];
	fc.assert(
		fc.property(fc.array(fc.constantFrom(...chords), {maxLength: 80}), keys => {
			const store = openStore(dossier);
			for (const key of keys) {
				const before = frozen(store.state());
				const effects = store.effects.length;
				store.keys(key);
				const state = store.state();
				expect([
					// While a filter leaves nothing, nothing is selected.
					...(state.facets.length > 0 || Object.values(state.filters).some(filter => filter !== '')
						? [undefined]
						: []),
					...catalogOf(dossier).records.map(({id}) => id),
				]).toContain(state.record);
				expect(state.pane === 'detail' || state.pane === state.listPane).toBe(true);
				expect(state.detail.top).toBeGreaterThanOrEqual(0);
				// A key is never swallowed without a word: it changes something, asks for something, or the reader is at an end.
				if (state === before && state.status === undefined && store.effects.length === effects) {
					expect(key).toMatch(
						/^(?:[jkgGhlnN1-5/]|up|down|left|right|page.*|home|end|ctrl-[udnpw]|backspace|tab|shift-tab|space)$/,
					);
				}
			}
		}),
		{numRuns: 150},
	);
});
