import {describe, expect, test} from 'vitest';
import type {State} from '../../source/state/state.ts';
import type {MapRoom} from '../../source/state/viewport.ts';
import {aDossier, anActor} from '../support/dossier.ts';
import {feud} from '../support/feud.ts';
import {openStore} from '../support/store.ts';

const HOME = {lat: 52.2, lon: -7};

/** A flat map half a degree across in every direction; two steps in and one out. */
const map = ({map: {zoom, centre = HOME}}: State): MapRoom => ({
	centre,
	panned: (east, north) => ({lat: centre.lat + north, lon: centre.lon + east}),
	zoomed: by => Math.max(-1, Math.min(2, zoom + by)),
	shows: ({lat, lon}) => Math.abs(lat - centre.lat) < 0.5 && Math.abs(lon - centre.lon) < 0.5,
});

describe('the map', () => {
	test('lies over the panes with w, and is gone with it', () => {
		const store = openStore(feud, {map});
		store.keys('w');
		expect(store.state().overlay).toMatchObject({name: 'map'});
		store.keys('w');
		expect(store.state().overlay).toBeUndefined();
	});

	test.each([
		['l', {lat: 52.2, lon: -6.75}],
		['left', {lat: 52.2, lon: -7.25}],
		['up', {lat: 52.45, lon: -7}],
		['j', {lat: 51.95, lon: -7}],
	])('moves a quarter of itself with %s', (key, centre) => {
		const store = openStore(feud, {map});
		store.keys('w', key);
		expect(store.state().map).toEqual({zoom: 0, centre});
	});

	test.each([
		['up', 1, 'It goes no farther north.'],
		['down', -1, 'It goes no farther south.'],
	])(
		'that ends before it has moved says so with %s, and still goes round the Earth',
		(key, end, status) => {
			const ending = (state: State): MapRoom => {
				const room = map(state);
				return {
					...room,
					panned(east, north) {
						const {lat, lon} = room.panned(east, north);
						return {lat: end * Math.min(end * lat, end * HOME.lat), lon};
					},
				};
			};

			const store = openStore(feud, {map: ending});
			store.keys('w', key);
			expect(store.state()).toMatchObject({map: {centre: undefined}, status});
			store.keys('l');
			expect(store.state()).toMatchObject({
				map: {centre: {lat: 52.2, lon: -6.75}},
				status: undefined,
			});
		},
	);

	test('goes nearer to the selected place where it can be seen', () => {
		const store = openStore(feud, {map, beginning: {record: 'place:eastbay'}});
		store.keys('w', '+');
		expect(store.state().map).toEqual({zoom: 1, centre: {lat: 52.2, lon: -6.9}});
	});

	test('goes nearer to its own middle where the selected place is out of sight', () => {
		const store = openStore(feud, {map, beginning: {record: 'place:dunmore'}});
		store.keys('w', '+');
		expect(store.state().map).toEqual({zoom: 1, centre: HOME});
	});

	test('goes nearer to its own middle while what is selected is no place', () => {
		const store = openStore(feud, {map: state => ({...map(state), shows: () => true})});
		expect(store.state()).toMatchObject({record: 'actor:vera-moss'});
		store.keys('w', '+');
		expect(store.state().map).toEqual({zoom: 1, centre: HOME});
	});

	test('that has not come yet comes as near as it was asked to', () => {
		const store = openStore(feud);
		store.keys('w', '+', '+', '-', '+');
		expect(store.state()).toMatchObject({map: {zoom: 2, centre: undefined}, status: undefined});
	});

	test('goes farther away from its own middle', () => {
		const store = openStore(feud, {map, beginning: {record: 'place:eastbay'}});
		store.keys('w', '-');
		expect(store.state().map).toEqual({zoom: -1, centre: HOME});
	});

	test('stops with a word where there is nothing nearer or farther', () => {
		const store = openStore(feud, {map});
		store.keys('w', '+', '+', '+');
		expect(store.state()).toMatchObject({map: {zoom: 2}, status: 'It goes no nearer.'});
		store.keys('-', '-', '-', '-');
		expect(store.state()).toMatchObject({map: {zoom: -1}, status: 'It goes no farther away.'});
	});

	test('is fitted to its places again with 0', () => {
		const store = openStore(feud, {map});
		store.keys('w', 'l', '+', '0');
		expect(store.state().map).toEqual({zoom: 0, centre: undefined});
	});

	test('is where it was left when it is opened again', () => {
		const store = openStore(feud, {map});
		store.keys('w', 'l', 'esc', 'w');
		expect(store.state().map.centre).toEqual({lat: 52.2, lon: -6.75});
	});

	test('steps the day', () => {
		const store = openStore(feud, {map});
		store.keys('w', '[');
		expect(store.state()).toMatchObject({asOf: '2020-05-01', overlay: {name: 'map'}});
	});
});

describe('the places on the map', () => {
	test('are gone through with n and N: the towns in road order, then the others', () => {
		const store = openStore(feud, {map});
		store.keys('w');
		const seen: (string | undefined)[] = [];
		for (let press = 0; press < 5; press++) {
			store.keys('n');
			seen.push(store.state().record);
		}

		expect(seen).toEqual([
			'place:westbay',
			'place:eastbay',
			'place:cape',
			'place:dunmore',
			'place:shire',
		]);
		store.keys('tab');
		expect(store.state()).toMatchObject({record: 'place:shire', status: 'That is the last place.'});
		store.keys('shift-tab', 'N');
		expect(store.state().record).toBe('place:cape');
	});

	test('go along in the list of places', () => {
		const store = openStore(feud, {map});
		store.keys('w', 'n', 'n');
		expect(store.state().lists.front.selected).toBe('place:eastbay');
	});

	test('stay selected while the day is stepped', () => {
		const store = openStore(feud, {map});
		store.keys('w', 'n', 'n', '[', ']');
		expect(store.state().record).toBe('place:eastbay');
	});

	test('come into sight, and the map stays where they are in sight already', () => {
		const store = openStore(feud, {map, beginning: {record: 'place:westbay'}});
		store.keys('w', 'n');
		expect(store.state()).toMatchObject({record: 'place:eastbay', map: {centre: undefined}});
		store.keys('n');
		expect(store.state()).toMatchObject({
			record: 'place:cape',
			map: {centre: {lat: 52.3, lon: -6.4}},
		});
	});

	test('open with Enter, and Backspace comes back to the map', () => {
		const store = openStore(feud, {map});
		store.keys('w', 'n', 'n', 'return');
		expect(store.state()).toMatchObject({
			overlay: undefined,
			pane: 'detail',
			record: 'place:eastbay',
		});
		store.keys('backspace');
		expect(store.state()).toMatchObject({overlay: {name: 'map'}, record: 'place:eastbay'});
	});
});

describe('the map beside the list of places', () => {
	test('is zoomed and fitted from the list', () => {
		const store = openStore(feud, {map, beginning: {record: 'place:eastbay'}});
		store.keys('+');
		expect(store.state().map.zoom).toBe(1);
		store.keys('-', '-');
		expect(store.state().map.zoom).toBe(-1);
		store.keys('0');
		expect(store.state().map).toEqual({zoom: 0, centre: undefined});
	});

	test('goes along with the list once it was moved, where it would not show the place', () => {
		const store = openStore(feud, {map, beginning: {record: 'place:westbay'}});
		store.keys('j', 'j');
		expect(store.state()).toMatchObject({record: 'place:cape', map: {centre: undefined}});
		store.keys('k', '+', 'j');
		expect(store.state()).toMatchObject({
			record: 'place:cape',
			map: {zoom: 1, centre: {lat: 52.3, lon: -6.4}},
		});
		store.keys('k');
		expect(store.state().map).toEqual({zoom: 1, centre: {lat: 52.2, lon: -6.9}});
		store.keys('0', 'j', 'j');
		expect(store.state().map).toEqual({zoom: 0, centre: undefined});
	});

	test('stays where it is while the list goes over a place that is said to lie nowhere', () => {
		const store = openStore(feud, {map, beginning: {record: 'place:eastbay'}});
		store.keys('+', 'G');
		expect(store.state().record).toBe('place:nowhere');
		expect(store.state().map.centre).toEqual({lat: 52.2, lon: -6.9});
	});

	test('is not what another pane is about', () => {
		const store = openStore(feud, {map});
		store.keys('+');
		expect(store.state()).toMatchObject({
			map: {zoom: 0},
			status: 'That is for the map; w opens it.',
		});
	});

	test('that has no room says so', () => {
		const store = openStore(feud, {beginning: {record: 'place:eastbay'}});
		store.keys('+');
		expect(store.state()).toMatchObject({
			map: {zoom: 0},
			status: 'There is no room for the map here; w opens it.',
		});
	});
});

test('where no place lies anywhere there is no map, and w and + say so', () => {
	const store = openStore(aDossier([anActor()]), {map});
	store.keys('w');
	expect(store.state()).toMatchObject({
		overlay: undefined,
		status: 'This dossier does not say where its places lie.',
	});
	store.keys('2', '+');
	expect(store.state().status).toBe('This dossier does not say where its places lie.');
});

test('the list under the map stays the one in use, whatever place was gone to', () => {
	const store = openStore(feud, {map});
	store.keys('w', 'n', 'esc');
	const {pane, listPane, record} = store.state();
	expect(listPane).toBe(pane);
	expect(record).toBe('place:westbay');
});
