import {describe, expect, test} from 'vitest';
import {changedMarks, withMark, withoutMark} from '../../source/state/marks.ts';
import {aClaim, aDossier} from '../support/dossier.ts';
import {feud} from '../support/feud.ts';
import {type OpenStore, openStore} from '../support/store.ts';

const VERA = 'actor:vera-moss';
const TOM = 'actor:tom-reed';

/** Marks what is pointed at, with a note. */
const mark = (store: OpenStore, note = ''): void => {
	store.keys('m', ...note, 'return');
};

describe('m', () => {
	test('marks the selected record with a note, keeps it, and says what it marked', () => {
		const store = openStore(feud);
		mark(store, 'ask her');
		expect(store.state()).toMatchObject({
			marks: [{record: VERA, note: 'ask her'}],
			noting: undefined,
			status: 'Marked: Vera Moss',
		});
		expect(store.effects).toEqual([
			{type: 'keep-mark', record: VERA, mark: {record: VERA, note: 'ask her'}},
		]);
	});

	test('marks without a note too', () => {
		const store = openStore(feud);
		mark(store);
		expect(store.state().marks).toEqual([{record: VERA, note: ''}]);
	});

	test('keeps nothing while the note is written, nor when Esc leaves it', () => {
		const store = openStore(feud);
		store.keys('m', ...'never mind');
		expect(store.state().noting).toEqual({record: VERA, text: 'never mind'});
		store.keys('esc');
		expect(store.state()).toMatchObject({marks: [], noting: undefined, pane: 'actors'});
		expect(store.effects).toEqual([]);
	});

	test('on a mark opens its note, and the mark stays where it stands in the list', () => {
		const store = openStore(feud);
		mark(store, 'first');
		store.keys('j');
		mark(store, 'second');
		store.keys('k', 'm');
		expect(store.state().noting).toEqual({record: VERA, text: 'first'});
		store.keys('ctrl-u', ...'again', 'return');
		expect(store.state().marks).toEqual([
			{record: VERA, note: 'again'},
			{record: TOM, note: 'second'},
		]);
	});

	test('writes every letter, also those that are keys elsewhere, and takes pasted lines as one', () => {
		const store = openStore(feud);
		store.keys('m', ...'q?j', 'space', 'backspace', 'ctrl-w');
		expect(store.state().noting?.text).toBe('');
		store.paste('  two\r\nlines ');
		store.keys('return');
		expect(store.state().marks).toEqual([{record: VERA, note: 'two lines'}]);
	});

	test('in the detail pane marks what the fact under the cursor leads to', () => {
		const store = openStore(feud);
		store.keys('5', '/', ...'tide', 'return', 'j');
		mark(store);
		expect(store.state().marks).toEqual([{record: 'quote:tide', note: ''}]);
	});

	test('among the accounts marks the record under the cursor', () => {
		const store = openStore(feud, {beginning: {record: 'claim:ropes'}});
		store.keys('x', 'j');
		mark(store);
		expect(store.state()).toMatchObject({
			marks: [{record: 'quote:tide'}],
			overlay: {name: 'tensions', chosen: 1},
		});
	});

	test('with nothing selected says so', () => {
		const store = openStore(feud);
		store.keys('/', ...'zzz', 'return', 'm');
		expect(store.state()).toMatchObject({noting: undefined, status: 'Nothing is selected.'});
	});
});

describe('M', () => {
	test('takes a mark away, for good, and says which', () => {
		const store = openStore(feud);
		mark(store);
		store.keys('M');
		expect(store.state()).toMatchObject({marks: [], status: 'No longer marked: Vera Moss'});
		expect(store.effects.at(-1)).toEqual({type: 'keep-mark', record: VERA, mark: undefined});
	});

	test('on what is not marked says so and keeps nothing', () => {
		const store = openStore(feud);
		store.keys('M');
		expect(store.state().status).toBe('That is not marked; m marks it.');
		expect(store.effects).toEqual([]);
	});
});

describe('in the coverage', () => {
	const dossier = aDossier([aClaim({evidence: []})]);

	test('m marks a record that has no evidence, and M takes that away', () => {
		const store = openStore(dossier);
		store.keys('c', 'G', 'm', 'return');
		expect(store.state()).toMatchObject({
			marks: [{record: 'claim:ropes', note: ''}],
			overlay: {name: 'coverage'},
		});
		store.keys('M');
		expect(store.state().marks).toEqual([]);
	});

	test.each(['m', 'M'])('%s says that a paragraph is no record', key => {
		const store = openStore(dossier);
		store.keys('c', key);
		expect(store.state()).toMatchObject({
			noting: undefined,
			status: 'A paragraph is no record; Enter shows those that cite it.',
		});
	});
});

describe('the list of marks', () => {
	const marked = (): OpenStore => {
		const store = openStore(feud);
		mark(store);
		store.keys('j');
		mark(store);
		store.keys('3');
		mark(store);
		return store;
	};

	test('holds them in the order in which they were made, and opens the one under the cursor', () => {
		const store = marked();
		store.keys("'", 'j', 'return');
		expect(store.state()).toMatchObject({overlay: undefined, pane: 'detail', record: TOM});
		store.keys('backspace');
		expect(store.state().overlay).toMatchObject({name: 'marks', chosen: 1});
	});

	test('loses the one under the cursor with M, and closes with the last', () => {
		const store = marked();
		store.keys("'", 'G', 'M');
		expect(store.state()).toMatchObject({
			marks: [{record: VERA}, {record: TOM}],
			overlay: {name: 'marks', chosen: 1},
		});
		store.keys('g', 'M', 'M');
		expect(store.state()).toMatchObject({marks: [], overlay: undefined});
	});

	test('shows the evidence of the mark under the cursor, and its note to change', () => {
		const store = marked();
		store.keys("'", 'j', 'e');
		expect(store.state().overlay).toMatchObject({name: 'evidence', record: TOM});
		store.keys('esc');
		mark(store, 'pilot');
		expect(store.state()).toMatchObject({
			marks: [{record: VERA}, {record: TOM, note: 'pilot'}, {record: 'quote:tide'}],
			overlay: {name: 'marks', chosen: 1},
		});
	});

	test.each([
		['the map', ['w'], 'map'],
		['the evidence', ['e'], 'evidence'],
		['the accounts', ['x'], 'tensions'],
		['the paragraphs', ['c'], 'coverage'],
		['the records of a paragraph', ['c', 'return'], 'paragraph'],
	])('open over %s too, and close to it', (_, keys, name) => {
		const store = openStore(feud);
		mark(store);
		store.keys(...keys, "'");
		expect(store.state().overlay).toMatchObject({name: 'marks'});
		store.keys("'");
		expect(store.state().overlay).toMatchObject({name});
	});

	test('open over the story too, which waits under them', () => {
		const store = openStore(feud);
		mark(store);
		store.keys('s', "'");
		expect(store.state()).toMatchObject({overlay: {name: 'marks'}, story: {isOpen: true}});
	});

	test('without a mark does not open, and says why', () => {
		const store = openStore(feud);
		store.keys("'");
		expect(store.state()).toMatchObject({
			overlay: undefined,
			status: 'No marks yet; m marks a record.',
		});
	});
});

describe('marks from where they are kept', () => {
	test('are there from the beginning', () => {
		const marks = [{record: TOM, note: 'of yesterday'}] as const;
		const store = openStore(feud, {beginning: {marks}});
		expect(store.state().marks).toEqual(marks);
		expect(store.effects).toEqual([]);
	});

	test('take the place of those that are shown, and are not kept once more', () => {
		const store = openStore(feud);
		mark(store);
		const {effects} = store;
		const kept = effects.length;
		store.dispatch({
			type: 'take-marks',
			marks: [
				{record: VERA, note: 'from elsewhere'},
				{record: TOM, note: ''},
			],
		});
		expect(store.state().marks).toEqual([
			{record: VERA, note: 'from elsewhere'},
			{record: TOM, note: ''},
		]);
		expect(effects).toHaveLength(kept);
	});

	test('leave what the last key said, and the note that is being written', () => {
		const store = openStore(feud);
		store.keys('M');
		const {status} = store.state();
		store.dispatch({type: 'take-marks', marks: [{record: TOM, note: ''}]});
		expect(store.state().status).toBe(status);
		store.keys('m', ...'half a wo');
		store.dispatch({type: 'take-marks', marks: []});
		expect(store.state().noting?.text).toBe('half a wo');
	});
});

test('only what changed of the marks is kept anew', () => {
	const before = [
		{record: VERA, note: ''},
		{record: TOM, note: 'pilot'},
	] as const;
	expect(changedMarks(before, withMark(before, {record: TOM, note: 'flies'}))).toEqual([TOM]);
	expect(changedMarks(before, withoutMark(before, VERA))).toEqual([VERA]);
	expect(changedMarks(before, before)).toEqual([]);
});

describe('the list of marks', () => {
	test('keeps its cursor on a mark when others are taken away elsewhere', () => {
		const store = openStore(feud);
		mark(store);
		store.keys('j');
		mark(store);
		store.keys("'", 'j');
		store.dispatch({type: 'take-marks', marks: [{record: TOM, note: ''}]});
		store.keys('return');
		expect(store.state().record).toBe(TOM);
	});

	test.each(['y', 'Y', 'e', 'return', 'm'])(
		'says of a record that is gone that it is, on %s',
		key => {
			const store = openStore(feud, {beginning: {marks: [{record: 'actor:gone', note: ''}]}});
			store.keys("'", key);
			expect(store.effects).toEqual([]);
			expect(store.state()).toMatchObject({
				status: 'actor:gone is no longer in this dossier.',
				overlay: {name: 'marks'},
			});
		},
	);

	test('lets go of a mark on a record that the dossier no longer holds', () => {
		const store = openStore(feud, {beginning: {marks: [{record: 'actor:gone', note: ''}]}});
		store.keys("'", 'M');
		expect(store.state()).toMatchObject({marks: [], overlay: undefined});
	});
});

test('a note that is left as it was is not kept anew', () => {
	const store = openStore(feud);
	mark(store);
	const before = store.effects.length;
	mark(store);
	expect(store.effects).toHaveLength(before);
});
