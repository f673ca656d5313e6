import {describe, expect, test} from 'vitest';
import type {Terminal} from '../support/terminal.ts';
import {
	builtIn,
	focusedPane,
	openDashboard,
	pressAndSee,
	SIZES,
	selectedRow,
	statusLine,
} from './support/dashboard.ts';
import {withoutSequences} from './support/sequences.ts';

const TOWNS = builtIn.places.filter(({frontLine}) => frontLine).map(({name}) => name);

/** Four cells in a row: the coast, as the road is drawn with gaps. */
const COAST = /[⠁-⣿]{4}/u;

const openMap = async (terminal: Terminal): Promise<void> => {
	terminal.press('w');
	await terminal.waitFor(/Map · (?:as of Thu )?31 Mar/);
	await terminal.waitFor(COAST, {label: 'the coast'});
};

/** How often a sign stands on the map, under its title. */
const count = (terminal: Terminal, sign: string): number =>
	terminal
		.rows()
		.slice(terminal.rows().findIndex(row => row.includes('Map ·')) + 1)
		.join('')
		.split(sign).length - 1;

/** The kilometres that the bar of scale stands for. */
const scale = (terminal: Terminal): number => Number(/┤ (\d+) km/u.exec(terminal.text())?.[1]);

/** The columns from the mark of one town to that of another. */
const distance = (terminal: Terminal, from: string, to: string): number =>
	(terminal.find(to)?.column ?? Number.NaN) - (terminal.find(from)?.column ?? Number.NaN);

describe.each(SIZES)('w on %i×%i', (columns, rows) => {
	test('shows the coast in braille and the five towns, each with who holds it', async () => {
		await using terminal = await openDashboard({columns, rows});
		await openMap(terminal);
		expect(TOWNS).toHaveLength(5);
		for (const town of TOWNS) {
			expect(terminal.text()).toContain(town);
		}

		for (const [sign, times] of [
			['■', 2],
			['◨', 1],
			['□', 2],
		] as const) {
			expect(count(terminal, sign)).toBe(times);
		}

		expect(scale(terminal)).toBeGreaterThan(0);
		terminal.press('w');
		await terminal.waitForAbsence('Map ·');
	});

	test('n goes from place to place, [ goes back a day, and Enter opens the place', async () => {
		await using terminal = await openDashboard({columns, rows});
		await openMap(terminal);
		terminal.press('n');
		await terminal.waitFor(/› \(?Bin Jawwad/u);
		terminal.press('n');
		await terminal.waitFor(/› \(?Ras Lanuf/u);
		terminal.press('n', 'N');
		await terminal.waitFor(/› \(?Ras Lanuf/u);
		terminal.press('[');
		await terminal.waitFor(/Map · (?:as of Wed )?30 Mar/);
		expect(count(terminal, '◨')).toBe(0);
		expect(count(terminal, '■')).toBe(3);
		expect(terminal.text()).toMatch(/› \(?Ras Lanuf/u);
		terminal.press('enter');
		await terminal.waitForAbsence('Map ·');
		expect(selectedRow(terminal)).toBe('› Ras Lanuf');
		terminal.press('backspace');
		await terminal.waitFor(/Map · (?:as of Wed )?30 Mar/);
		expect(terminal.text()).toMatch(/› \(?Ras Lanuf/u);
	});
});

test('+ and - change the scale, arrows move the map, and 0 fits it to the towns again', async () => {
	await using terminal = await openDashboard();
	await openMap(terminal);
	const fitted = terminal.picture().join();
	const km = scale(terminal);
	terminal.press('n');
	await terminal.waitFor(/› \(?Bin Jawwad/u);
	terminal.press('+');
	await terminal.waitFor(() => scale(terminal) < km, {label: 'a nearer map'});
	expect(terminal.text()).toMatch(/› \(?Bin Jawwad/u);
	terminal.press('-', '-');
	await terminal.waitFor(() => scale(terminal) > km, {label: 'a farther map'});

	const bin = terminal.find('Bin Jawwad');
	const apart = distance(terminal, 'Bin Jawwad', 'Ajdabiya');
	terminal.press('right');
	await terminal.waitFor(
		() => (terminal.find('Ajdabiya')?.column ?? 0) < (bin?.column ?? 0) + apart,
	);
	terminal.press('left', 'up');
	await terminal.waitFor(() => (terminal.find('Bin Jawwad')?.row ?? 0) > (bin?.row ?? 0));
	terminal.press('down', 'l', 'h', 'k', 'j', '0');
	await terminal.waitFor(() => scale(terminal) === km);
	terminal.press('q', '1', 'k', 'g', 'w');
	await terminal.waitFor(() => terminal.picture().join() === fitted, {label: 'the map as it was'});
});

test('the coast comes by itself after the map', async () => {
	await using terminal = await openDashboard();
	terminal.press('w');
	await terminal.waitFor('Map ·');
	await terminal.waitFor(COAST);
	const frames = withoutSequences(terminal.output());
	expect(frames.indexOf('Map ·')).toBeLessThan(frames.search(COAST));
});

test('each further + tells more of the coast, and the end of it is said', async () => {
	await using terminal = await openDashboard({columns: 80, rows: 24});
	await openMap(terminal);
	terminal.press('n');
	await terminal.waitFor(/› \(?Bin Jawwad/u);
	for (let pressed = 0; !statusLine(terminal).startsWith('It goes no nearer'); pressed++) {
		expect(pressed).toBeLessThan(20);
		await pressAndSee(terminal, '+');
	}

	await terminal.waitFor(COAST);
	terminal.press('0');
	await terminal.waitFor('Ajdabiya');
});

test('--ascii draws it with printable ASCII alone', async () => {
	await using terminal = await openDashboard({args: ['--ascii']});
	terminal.press('w');
	await terminal.waitFor('Map - as of Thu 31 Mar 2011');
	await terminal.waitFor(/[.:']{4}/, {label: 'the coast'});
	expect(terminal.text()).toMatch(/Brega %|% Brega/);
	terminal.press('n', '+', '+', '-', 'l', '0', '[');
	await terminal.waitFor('Map - as of Wed 30 Mar 2011');
	expect(withoutSequences(terminal.output())).toMatch(/^[\b\v\r\n -~]*$/u);
});

test('TERM=linux, whose fonts have no braille, gets half-blocks', async () => {
	await using terminal = await openDashboard({env: {TERM: 'linux'}, columns: 80, rows: 24});
	terminal.press('w');
	await terminal.waitFor(/[▀▄█]{4}/u, {label: 'the coast'});
	terminal.press('+', '-', '0');
	await terminal.waitFor('□ Ajdabiya');
	expect(terminal.output()).not.toMatch(/[⠀-⣿]/u);
});

test.each([
	['--screen-reader', {args: ['--screen-reader']}],
	['TERM=dumb', {env: {TERM: 'dumb'}}],
])('%s: the places are told in words, each with what lies next to it', async (_, options) => {
	await using terminal = await openDashboard({...options, columns: 200});
	terminal.press('w');
	await terminal.waitFor(
		/^Brega: contested; 107 km west by road: Ras Lanuf, government; 73 km north-east by road: Ajdabiya, opposition$/m,
	);
	for (const town of TOWNS) {
		expect(terminal.text()).toMatch(
			new RegExp(`^${town}: \\w+(?:, last told for 30 Mar)?; \\d+ km`, 'm'),
		);
	}

	terminal.press('n', 'n', 'n');
	await terminal.waitFor('Selected: Brega: contested; ');
	terminal.press('[');
	await terminal.waitFor(/^(?:Selected: )?Brega: government; /m);
	expect(terminal.text()).not.toMatch(/[⠀-⣿▀▄█]/u);
	terminal.press('enter');
	await terminal.waitFor(/: Brega\. Town/);
});

test('the front pane has a map of its own where it has room, and its keys move it', async () => {
	await using terminal = await openDashboard({args: ['--pane', 'front']});
	terminal.press('z');
	await terminal.waitFor(COAST, {label: 'the coast'});
	expect(focusedPane(terminal)).toBe('2 Front line');
	// All but the last row, which says what the key did.
	const shown = (): string => terminal.picture().slice(0, -1).join();
	const fitted = shown();
	await pressAndSee(terminal, '+');
	expect(terminal.text()).toMatch(/› \(?Bin Jawwad/u);
	terminal.press('0');
	await terminal.waitFor('The map is fitted to its places.');
	await terminal.waitFor(() => shown() === fitted, {label: 'the map as it was'});
	terminal.press('z', '1', '+');
	await terminal.waitFor('That is for the map; w opens it.');
});
