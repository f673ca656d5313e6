import {describe, expect, test} from 'vitest';
import {aDossier, anActor} from '../support/dossier.ts';
import {feud} from '../support/feud.ts';
import {openStore} from '../support/store.ts';

describe('the story', () => {
	test('begins at its first step, and shows what that is about, on its day', () => {
		const store = openStore(feud);
		store.keys('s');
		expect(store.state()).toMatchObject({
			story: {step: 0, isOpen: true},
			asOf: '2020-05-01',
			record: 'place:eastbay',
			pane: 'detail',
			listPane: 'front',
			lists: {front: {selected: 'place:eastbay'}},
		});
	});

	test.each(['return', 'space', 'right', 'n'])('goes on with %s, and the day goes along', key => {
		const store = openStore(feud);
		store.keys('s', key);
		expect(store.state()).toMatchObject({
			story: {step: 1},
			asOf: '2020-05-02',
			record: 'event:crane-falls',
			listPane: 'timeline',
			lists: {timeline: {selected: 'event:crane-falls'}},
		});
	});

	test.each(['backspace', 'left', 'N'])('goes back a step with %s', key => {
		const store = openStore(feud);
		store.keys('s', 'n', key);
		expect(store.state()).toMatchObject({
			story: {step: 0},
			asOf: '2020-05-01',
			record: 'place:eastbay',
		});
	});

	test('jumps to its last step and to its first', () => {
		const store = openStore(feud);
		store.keys('s', 'G');
		expect(store.state()).toMatchObject({story: {step: 2}, record: 'tension:ropes'});
		store.keys('g');
		expect(store.state()).toMatchObject({story: {step: 0}, record: 'place:eastbay'});
	});

	test('stops with a word at either end', () => {
		const store = openStore(feud);
		store.keys('s', 'N');
		expect(store.state()).toMatchObject({story: {step: 0}, status: 'The story begins here.'});
		store.keys('G', 'n');
		expect(store.state()).toMatchObject({
			story: {step: 2},
			status: 'That was the last step: Esc leaves the story, g begins it again.',
		});
	});

	test('left with Esc waits where it was, and s goes on with it there', () => {
		const store = openStore(feud);
		store.keys('s', 'n', 'esc');
		expect(store.state()).toMatchObject({
			story: {step: 1, isOpen: false},
			record: 'event:crane-falls',
			status: 'The story waits here; s goes on with it.',
		});
		store.keys('1', 'G', '[', 's');
		expect(store.state()).toMatchObject({
			story: {step: 1, isOpen: true},
			record: 'event:crane-falls',
			asOf: '2020-05-02',
		});
	});

	test('can be left by Backspace to where the reader was before it', () => {
		const store = openStore(feud);
		store.keys('3', 'j');
		const {record, lists} = store.state();
		store.keys('s', 'n', 'n', 'esc', 'backspace');
		expect(store.state()).toMatchObject({pane: 'quotes', record, lists, trail: []});
	});

	test('gives the as-of day back to who leaves it by Backspace', () => {
		const store = openStore(feud);
		store.keys('[');
		expect(store.state().asOf).toBe('2020-05-01');
		store.keys('s', 'n');
		expect(store.state().asOf).toBe('2020-05-02');
		store.keys('esc', 'backspace');
		expect(store.state().asOf).toBe('2020-05-01');
	});

	test('lets a reader look closer at a step and come back to it', () => {
		const store = openStore(feud);
		store.keys('s', 'e');
		expect(store.state().overlay).toMatchObject({name: 'evidence'});
		store.keys('esc');
		expect(store.state()).toMatchObject({overlay: undefined, story: {step: 0, isOpen: true}});
		store.keys('x', 'esc', 'c', 'esc', 'w', 'esc', '?', 'esc', 'm', 'esc');
		expect(store.state()).toMatchObject({overlay: undefined, story: {step: 0, isOpen: true}});
	});

	test('shows a step whole, whatever was filtered in the detail and however it was zoomed', () => {
		const store = openStore(feud);
		store.keys('5', '/', ...'harbour', 'return', 'z', 's');
		expect(store.state()).toMatchObject({filters: {detail: ''}, isZoomed: false});
	});

	test('takes away what keeps a step out of its list, says so, and Backspace brings it back', () => {
		const store = openStore(feud);
		store.keys('4', '/', ...'charter', 'return', 's', 'n');
		expect(store.state()).toMatchObject({
			filters: {timeline: ''},
			lists: {timeline: {selected: 'event:crane-falls'}},
			status: 'What left this out is off; Backspace after the story brings it back.',
		});
		store.keys('esc', 'backspace');
		expect(store.state()).toMatchObject({pane: 'timeline', filters: {timeline: 'charter'}});
	});

	test('leaves a filter that shows the step as it is', () => {
		const store = openStore(feud);
		store.keys('4', '/', ...'crane', 'return', 's', 'n');
		expect(store.state()).toMatchObject({filters: {timeline: 'crane'}, status: undefined});
	});

	test('takes facets away that keep a step out of its list', () => {
		const store = openStore(feud);
		store.keys('f', 'return', 'f');
		const {facets} = store.state();
		expect(facets).not.toEqual([]);
		store.keys('s', 'n');
		expect(store.state()).toMatchObject({
			facets: [],
			lists: {timeline: {selected: 'event:crane-falls'}},
		});
		store.keys('esc', 'backspace');
		expect(store.state().facets).toEqual(facets);
	});

	test('leads through a text that is longer than the screen, and only then to the next step', () => {
		const store = openStore(feud, {storyRows: 2, storyLines: 5});
		const at = () => {
			const {step, into = 0} = store.state().story;
			return [step, into];
		};
		const walk = (...keys: string[]) =>
			keys.map(key => {
				store.keys(key);
				return at();
			});
		expect(walk('s', 'return', 'space', 'n')).toEqual([
			[0, 0],
			[0, 2],
			[0, 3],
			[1, 0],
		]);
		expect(walk('n', 'N', 'N', 'N')).toEqual([
			[1, 2],
			[1, 0],
			[0, 0],
			[0, 0],
		]);
		expect(store.state().status).toBe('The story begins here.');
		expect(walk('n', 'G', 'g')).toEqual([
			[0, 2],
			[2, 0],
			[0, 0],
		]);
	});

	test('answers the next key on a screen that has become large enough for the whole text', () => {
		const small = {storyRows: 2, storyLines: 5};
		const store = openStore(feud, small);
		store.keys('s', 'n');
		expect(store.state().story).toMatchObject({step: 0, into: 2});
		small.storyRows = 5;
		store.keys('n');
		expect(store.state().story).toMatchObject({step: 1});
	});

	test('scrolls the record of a step', () => {
		const store = openStore(feud);
		store.keys('s', 'j', 'j');
		expect(store.state()).toMatchObject({story: {step: 0}, detail: {item: 2}});
		store.keys('n', 'j', 'n');
		expect(store.state()).toMatchObject({record: 'tension:ropes', detail: {item: 0, top: 0}});
	});

	test('is left by a key of the panes, which does there what it means', () => {
		const store = openStore(feud);
		store.keys('s', 'n', '2');
		expect(store.state()).toMatchObject({story: {step: 1, isOpen: false}, pane: 'front'});
	});

	test('is left by opening a record, and Backspace leads back into it', () => {
		const store = openStore(feud);
		store.keys('s', 'n', 'x', 'j', 'return');
		expect(store.state()).toMatchObject({story: {isOpen: false}, record: 'actor:zoe'});
		store.keys('backspace');
		expect(store.state()).toMatchObject({
			story: {step: 1, isOpen: true},
			overlay: {name: 'tensions', chosen: 1},
		});
		store.keys('esc');
		expect(store.state()).toMatchObject({overlay: undefined, record: 'event:crane-falls'});
	});

	test('shows where the step itself stands', () => {
		const store = openStore(feud);
		store.keys('s', 'e');
		expect(store.state().overlay).toMatchObject({name: 'evidence', record: 'step:first'});
	});

	test('q leaves it and does not quit', () => {
		const store = openStore(feud);
		store.keys('s', 'q');
		expect(store.state()).toMatchObject({story: {isOpen: false}, pane: 'detail'});
		expect(store.effects).toEqual([]);
	});

	test('of a dossier without one is not told, and s says so', () => {
		const store = openStore(aDossier([anActor()]));
		store.keys('s');
		expect(store.state()).toMatchObject({
			story: {isOpen: false},
			pane: 'actors',
			status: 'This dossier tells no story.',
		});
	});
});
