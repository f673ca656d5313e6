import {describe, expect, test} from 'vitest';
import {aClaim, aDossier, at} from '../support/dossier.ts';
import {feud} from '../support/feud.ts';
import {type OpenStore, openStore, type Room} from '../support/store.ts';

/** What a key hands to the clipboard; the program then tells that it went there. */
const copied = (store: OpenStore, key: string) => {
	const before = store.effects.length;
	store.keys(key);
	const effect = store.effects[before];
	if (effect?.type !== 'copy') {
		return undefined;
	}

	store.dispatch({...effect, type: 'tell-copied'});
	return effect;
};

const QUOTE: Room = {beginning: {record: 'quote:tide'}};

describe('y', () => {
	test('hands the words of what is selected to the clipboard, and says what went there', () => {
		const store = openStore(feud, QUOTE);
		expect(copied(store, 'y')).toEqual({
			type: 'copy',
			form: 'text',
			text: '“The tide does not ask.”',
		});
		expect(store.state().status).toBe('Sent to the clipboard: “The tide does not ask.”');
	});

	test('in the detail pane is about the fact under the cursor', () => {
		const store = openStore(feud, {beginning: {record: 'actor:vera-moss'}});
		store.keys('5', '/', ...'harbour master', 'return', 'j');
		expect(copied(store, 'y')?.text).toContain('Harbour master');
	});

	test('among the accounts is about the record under the cursor', () => {
		const store = openStore(feud, {beginning: {record: 'claim:ropes'}});
		store.keys('x', 'j');
		expect(copied(store, 'y')?.text).toBe('“The tide does not ask.”');
		expect(store.state().overlay).toMatchObject({name: 'tensions', chosen: 1});
	});

	test('in the story is about the step that is told, which its evidence is about too', () => {
		const store = openStore(feud);
		store.keys('s', 'n');
		const text = copied(store, 'y')?.text;
		expect(text).toMatch(/^Then the crane came down/);
		store.keys('e');
		expect(copied(store, 'y')?.text).toBe(text);
		store.keys('esc', 'w');
		expect(copied(store, 'y')?.text).toBe('Crane Falls');
	});

	test('of a town tells the year, and that its state is from an earlier day', () => {
		const store = openStore(feud, {beginning: {pane: 'front'}});
		expect(copied(store, 'y')?.text).toBe(
			'Westbay on 2 May 2020: government, carried over from 1 May 2020',
		);
		store.keys('j');
		expect(copied(store, 'y')?.text).toBe('Eastbay on 2 May 2020: contested (says Tom Reed)');
		store.keys('[');
		expect(copied(store, 'y')?.text).toBe('Eastbay on 1 May 2020: government');
	});

	test('with nothing selected says so and copies nothing', () => {
		const store = openStore(feud);
		store.keys('/', ...'zzz', 'return');
		expect(copied(store, 'y')).toBeUndefined();
		expect(store.state().status).toBe('Nothing is selected.');
	});

	test('while something is typed is a letter', () => {
		const store = openStore(feud);
		store.keys('/');
		expect(copied(store, 'y')).toBeUndefined();
		expect(store.state().filters.actors).toBe('y');
	});
});

describe('Y', () => {
	test('pressed again at once goes from the citation through BibTeX to CSL-JSON, and round', () => {
		const store = openStore(feud, QUOTE);
		const forms = ['Y', 'Y', 'Y', 'Y'].map(key => copied(store, key)?.form);
		expect(forms).toEqual(['citation', 'BibTeX', 'CSL-JSON', 'citation']);
	});

	test('gives each form in its own words, and says which', () => {
		const store = openStore(feud, QUOTE);
		expect(copied(store, 'Y')?.text).toMatch(
			/^Vera Moss: “The tide does not ask\.”.*An invented report.*¶ 3$/,
		);
		expect(store.state().status).toMatch(/^Citation sent to the clipboard.*: Vera Moss/);
		expect(copied(store, 'Y')?.text).toMatch(/^@/);
		expect(store.state().status).toMatch(/^BibTeX sent to the clipboard.*: @/);
		expect(JSON.parse(copied(store, 'Y')?.text ?? '')).toBeTruthy();
		expect(store.state().status).toMatch(/^CSL-JSON sent to the clipboard/);
		expect(store.state().status).not.toContain('\n');
	});

	test.each(['j', 'y', '[', 'X', 'e'])(
		'after %s in between begins with the citation again',
		key => {
			const store = openStore(feud, QUOTE);
			copied(store, 'Y');
			copied(store, key);
			expect(copied(store, 'Y')?.form).toBe('citation');
		},
	);

	test('goes on after what comes about without a key', () => {
		const store = openStore(feud, QUOTE);
		copied(store, 'Y');
		store.dispatch({type: 'resize', size: {columns: 60, rows: 20}});
		store.dispatch({type: 'take-coast'});
		expect(copied(store, 'Y')?.form).toBe('BibTeX');
	});
});

describe('a text that the clipboard does not take', () => {
	const refused = (key: string): OpenStore => {
		const store = openStore(feud, QUOTE);
		store.keys(key);
		const effect = store.effects.at(-1);
		if (effect?.type === 'copy') {
			store.dispatch({...effect, type: 'show-copy'});
		}

		return store;
	};

	test('is shown, and Esc comes back to where it was asked for', () => {
		const store = refused('y');
		expect(store.state().overlay).toMatchObject({name: 'copy', text: '“The tide does not ask.”'});
		store.keys('esc');
		expect(store.state()).toMatchObject({overlay: undefined, record: 'quote:tide'});
	});

	test('gives way to the next form of it', () => {
		const store = refused('Y');
		store.keys('Y');
		expect(store.effects.at(-1)).toMatchObject({type: 'copy', form: 'BibTeX'});
		const effect = store.effects.at(-1);
		if (effect?.type === 'copy') {
			store.dispatch({...effect, type: 'show-copy'});
		}

		expect(store.state().overlay).toMatchObject({name: 'copy', over: undefined});
	});

	test('of a record in a list stays about that record, and comes back to the list', () => {
		const store = openStore(feud, {beginning: {record: 'claim:ropes'}});
		store.keys('x', 'j');
		store.dispatch({type: 'show-copy', form: 'text', text: '“The tide does not ask.”'});
		expect(copied(store, 'Y')?.text).toMatch(/^Vera Moss: “The tide/);
		store.keys('esc');
		expect(store.state().overlay).toMatchObject({name: 'tensions', chosen: 1});
	});
});

test('a text that lies open over the story is of the step that is told', () => {
	const store = openStore(feud);
	store.keys('s', 'n');
	const text = copied(store, 'Y')?.text ?? '';
	store.dispatch({type: 'show-copy', form: 'citation', text});
	expect(copied(store, 'Y')?.text).toMatch(/^@misc/);
	store.dispatch({type: 'show-copy', form: 'CSL-JSON', text});
	expect(copied(store, 'Y')?.text).toBe(text);
});

describe('in the coverage', () => {
	const dossier = aDossier([
		aClaim({evidence: [at(2)]}),
		aClaim({id: 'claim:knots', evidence: []}),
	]);
	const openCoverage = (...keys: readonly string[]): OpenStore => {
		const store = openStore(dossier);
		store.keys('c', ...keys);
		return store;
	};

	test('Y copies where the paragraph under the cursor stands, in each form', () => {
		const store = openCoverage('j');
		expect(copied(store, 'Y')?.text).toBe('An invented report, Dunmore, 2 May 2020, ¶ 2');
		expect(copied(store, 'Y')?.text).toMatch(/^@misc\{[\w-]+-2,\n[\s\S]*note = \{¶ 2; dateline/);
		expect(JSON.parse(copied(store, 'Y')?.text ?? '')).toMatchObject([
			{note: '¶ 2; dateline Dunmore, 2 May 2020'},
		]);
		expect(store.state().overlay).toMatchObject({name: 'coverage', chosen: 1});
	});

	test('y says that its words are not in the dossier, also where its citation lies open', () => {
		const store = openCoverage('j');
		const told = 'The dossier has no text of its paragraphs; Y copies where it stands.';
		expect(copied(store, 'y')).toBeUndefined();
		expect(store.state().status).toBe(told);
		store.dispatch({type: 'show-copy', form: 'citation', text: '¶ 2'});
		expect(copied(store, 'y')).toBeUndefined();
		expect(store.state().status).toBe(told);
		expect(copied(store, 'Y')?.text).toMatch(/, ¶ 2$/);
	});

	test('both are about a record that has no evidence', () => {
		const store = openCoverage('G');
		expect(copied(store, 'y')?.text).toMatch(/^The ropes/);
		expect(copied(store, 'Y')?.text).toMatch(/ — dossier “/);
	});
});

test('chosen by its name it closes the list of names', () => {
	const store = openStore(feud);
	store.keys(':', ...'copy.text', 'return');
	expect(store.effects).toMatchObject([{type: 'copy', form: 'text'}]);
	expect(store.state().overlay).toBeUndefined();
});
