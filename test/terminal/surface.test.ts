import {describe, expect, test} from 'vitest';
import {capabilitiesOf} from '../../source/terminal/capabilities.ts';
import {type SurfaceOptions, surfaceOn} from '../../source/terminal/surface.ts';

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

/** What a surface writes, each write by itself; the terminal takes all at once. */
const openSurface = (style: SurfaceOptions['style'], term: string) => {
	const written: string[] = [];
	const size = {columns: 20, rows: 3};
	const surface = surfaceOn(
		{
			write(bytes) {
				written.push(bytes);
				return true;
			},
			once: () => undefined,
		},
		{
			style,
			capabilities: capabilitiesOf(
				{TERM: term, LANG: 'C.UTF-8'},
				{isAscii: false, isColourless: true},
			),
		},
		size,
	);
	return {surface, size, take: (): string => written.splice(0).join('')};
};

describe('a screen that another has painted', () => {
	test('is sent only what changes, where that was drawn for this size', () => {
		const {surface, size, take} = openSurface('screen', 'xterm');
		surface.takeOver('one\ntwo', size);
		surface.paint('one\ntwo');
		expect(take()).toBe('');
		surface.paint('one\n2');
		expect(take()).not.toContain('one');
	});

	test.each([
		['wider', {columns: 21, rows: 3}],
		['higher', {columns: 20, rows: 4}],
	])('is painted whole where that was drawn for a %s one', (_, drawnFor) => {
		const {surface, take} = openSurface('screen', 'xterm');
		surface.takeOver('one\ntwo', drawnFor);
		surface.paint('one\ntwo');
		expect(take()).toMatch(/one.*two/su);
	});
});

describe('spoken lines', () => {
	test('have a paste marked while they are said, where the terminal obeys that', () => {
		const {surface, take} = openSurface('spoken', 'xterm');
		surface.enter();
		expect(take()).toBe('\u001B[?2004h');
		surface.leave();
		expect(take()).toBe('\u001B[?2004l');
	});

	test('have nothing about them on a terminal that obeys nothing', () => {
		const {surface, take} = openSurface('spoken', 'dumb');
		surface.enter();
		surface.leave();
		expect(take()).toBe('');
	});

	test('are said again when that is asked for, but not before those that wait', () => {
		const {surface, take} = openSurface('spoken', 'dumb');
		surface.enter();
		surface.paint('1 of 3');
		take();
		surface.repaint();
		expect(take()).toBe('1 of 3\r\n');

		const slow = openSpoken();
		slow.surface.paint('1 of 3');
		slow.surface.repaint();
		expect(slow.written).toEqual(['1 of 3\r\n']);
	});

	test('that the terminal has taken are not said again when it can take more', () => {
		const {surface, written, drain} = openSpoken();
		surface.paint('1 of 3');
		drain();
		expect(written).toEqual(['1 of 3\r\n']);
		surface.paint('2 of 3');
		surface.paint('3 of 3');
		drain();
		expect(written).toEqual(['1 of 3\r\n', '2 of 3\r\n', '3 of 3\r\n']);
	});
});
