import {expect, test} from 'vitest';
import {capabilitiesOf} from '../../source/terminal/capabilities.ts';
import {surfaceOn} from '../../source/terminal/surface.ts';

/** Spoken lines on a terminal that takes nothing more until it is told to. */
const openSpoken = () => {
	const written: string[] = [];
	let drain: (() => void) | undefined;
	const surface = surfaceOn(
		{
			write(bytes) {
				written.push(bytes);
				return false;
			},
			once(_, listener) {
				drain = listener;
			},
		},
		{
			style: 'spoken',
			capabilities: capabilitiesOf(
				{TERM: 'dumb', LANG: 'C.UTF-8'},
				{isAscii: false, isColourless: true},
			),
		},
		{columns: 80, rows: 24},
	);
	surface.enter();
	return {surface, written, drain: () => drain?.()};
};

test('where lines are read slowly the newest are said, not all that there were', () => {
	const {surface, written, drain} = openSpoken();
	for (const at of [1, 2, 3]) {
		surface.paint(`Actors\n${at} of 3`);
	}

	drain();
	drain();
	expect(written).toEqual(['Actors\r\n1 of 3\r\n', '3 of 3\r\n']);
});

test('lines that were not said before the terminal was given back are not said after it', () => {
	const {surface, written, drain} = openSpoken();
	surface.paint('1 of 3');
	surface.paint('2 of 3');
	surface.leave();
	drain();
	expect(written).toEqual(['1 of 3\r\n']);
});
