import {expect, test} from 'vitest';
import {testEnvironment} from '../test/support/terminal.ts';
import {type Place, Program} from './program.ts';

const PLACE: Place = {env: testEnvironment(), columns: 40, rows: 5};

/** Writes `ready`, and then whatever is typed. */
const ECHO = ['sh', '-c', 'stty raw -echo; printf ready; exec cat'] as const;

test('nothing of how a program is started is counted as its own', async () => {
	await using program = new Program(ECHO, PLACE);
	const {firstByte, ready, bytes} = await program.start('ready');
	expect(bytes).toBe('ready'.length);
	expect(program.screen.rows()[0]).toBe('ready');
	expect(firstByte).toBeGreaterThan(0);
	expect(ready).toBeGreaterThanOrEqual(firstByte);
});

test('a program gets its arguments as they are', async () => {
	await using program = new Program(['printf', '%s|', 'a b', '$HOME', "'"], PLACE);
	await program.start("a b|$HOME|'|");
});

test('how a program ended is told', async () => {
	await using well = new Program(['true'], PLACE);
	await using badly = new Program(['sh', '-c', 'exit 3'], PLACE);
	expect(await well.ended).toMatchObject({code: 0, after: expect.any(Number)});
	expect(await badly.ended).toMatchObject({code: 3});
});

test('a program that ends before it is ready is shown', async () => {
	await using program = new Program(['printf', 'no such table'], PLACE);
	await expect(program.start('ready')).rejects.toThrow(/"ready" never came\n.*no such table/s);
});

test('the answer to a key is read to its end', async () => {
	await using program = new Program(ECHO, PLACE);
	await program.start('ready');
	expect(await program.press('x')).toEqual({bytes: 1, lastByte: expect.any(Number)});
	expect(program.screen.rows()[0]).toBe('readyx');
});

test('a key held down is pressed as often as it should be, and its answers all shown', async () => {
	await using program = new Program(ECHO, PLACE);
	await program.start('ready');
	expect(await program.hold('x', 20, 1000)).toEqual({bytes: 20, lastByte: expect.any(Number)});
	expect(program.screen.rows()[0]).toBe(`ready${'x'.repeat(20)}`);
});

test('a program is told of a new size of its window', async () => {
	const script = 'trap "stty size" WINCH; printf ready; while :; do read -r _; done';
	await using program = new Program(['sh', '-c', script], PLACE);
	await program.start('ready');
	await program.resize(30, 6);
	expect(program.screen.text()).toContain('6 30');
	expect(program.screen.columns).toBe(30);
});

test.runIf(process.platform === 'linux')(
	'what its children take counts, and a program that wakes by itself is noticed',
	async () => {
		await using program = new Program(
			['sh', '-c', `printf ready; "$0" -e 'setInterval(() => {}, 5)' & wait`, process.execPath],
			PLACE,
		);
		await program.start('ready');
		await expect.poll(() => program.usage()?.residentMib).toBeGreaterThan(20);
		const before = program.usage();
		await expect
			.poll(() => program.usage()?.mainSleeps)
			.toBeGreaterThan((before?.mainSleeps ?? Number.NaN) + 10);
	},
);
