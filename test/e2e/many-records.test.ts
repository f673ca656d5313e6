import path from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {largeDossier, writeDossier} from '../support/large-dossier.ts';
import {runPiped} from '../support/piped.ts';
import {openTerminal, type Terminal} from '../support/terminal.ts';
import {counted} from './support/dashboard.ts';
import {temporaryFolder} from './support/temporary-folder.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let file: string;

/** Long enough on a busy machine. */
const PATIENT = {timeout: 60_000};

beforeAll(async () => {
	folder = await temporaryFolder();
	file = path.join(folder.path, 'war.json');
	await writeDossier(
		largeDossier({actors: 8000, places: 4000, quotes: 16_000, events: 12_000}),
		file,
	);
}, 60_000);

afterAll(async () => {
	await folder[Symbol.asyncDispose]();
});

const openWar = async (): Promise<Terminal> => {
	const terminal = await openTerminal({args: [file]});
	await terminal.waitFor('q quit', PATIENT);
	return terminal;
};

describe('a dossier of forty thousand records', {timeout: 120_000}, () => {
	test('says how far it is read, on one line that is gone when it is', async () => {
		await using terminal = await openTerminal({args: [file]});
		await terminal.waitFor(/Reading war\.json: \d+ %, [\d,]+ records; Ctrl-C leaves/, PATIENT);
		expect(terminal.modes().alternateScreen).toBe(false);
		await terminal.waitFor('q quit', PATIENT);
		terminal.press('q');
		await terminal.waitForExit(PATIENT);
		expect(terminal.text().trim()).toBe('');
	});

	test('is left with Ctrl-C while it is read: code 130, and a terminal as it was', async () => {
		await using terminal = await openTerminal({args: [file]});
		await terminal.waitFor('Reading war.json', PATIENT);
		terminal.press('ctrl-c');
		expect(await terminal.waitForExit(PATIENT)).toEqual({code: 130, signal: undefined});
		expect(terminal.text().replace('^C', '').trim()).toBe('');
		expect(terminal.output()).not.toContain('\u001B[?1049h');
	});

	test('says it once to a screen reader', async () => {
		await using terminal = await openTerminal({args: [file, '--screen-reader']});
		await terminal.waitFor('Actors, 8000 in all', PATIENT);
		expect(terminal.output().match(/Reading war\.json/g)).toHaveLength(1);
		expect(terminal.output()).not.toContain('%');
	});

	test('says nothing of it in a pipe', async () => {
		const {stdout, stderr} = await runPiped({args: [file]});
		expect(stdout).toContain('The war of the shore road');
		expect(`${stdout}${stderr}`).not.toContain('Reading');
	});

	test('is filtered to what matches, and back', async () => {
		await using terminal = await openWar();
		terminal.press('3', 'z', '/');
		terminal.type('bridge again');
		await terminal.waitFor(/\/bridge again.* \d+ found {2}/, PATIENT);
		expect(terminal.text()).toMatch(/bridge/i);
		terminal.press('esc');
		await terminal.waitFor(() => counted(terminal) === '1/16000', PATIENT);
	});

	test('goes to a quote by its words', async () => {
		await using terminal = await openWar();
		terminal.press(':');
		terminal.type('broken ferry tanker');
		// All of it has been looked through.
		await terminal.waitFor(/ 1\/\d+ (?:↓ )?[╮┑]/u, PATIENT);
		await terminal.waitFor(/^│› “.*(?:broken|tanker)/imu, PATIENT);
		terminal.press('enter');
		await terminal.waitFor(/5 Detail.*\n.*“.*(?:broken|tanker)/i, PATIENT);
	});
});
