import {spawnSync} from 'node:child_process';
import {chmodSync, mkdirSync, readFileSync, symlinkSync, utimesSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import {FRAME_ENVIRONMENT, frameKey, keepFrame, keptFrame} from '../../source/start/first-frame.ts';
import {capabilitiesOf} from '../../source/terminal/capabilities.ts';
import {type TemporaryFolder, temporaryFolder} from '../e2e/support/temporary-folder.ts';

const PAINTED = {frame: 'Brega ■\nAjdabiya', bytes: '\u001B[?1049hBrega ■'};
const BUILD = {id: 'one', dossier: 'dunmore'};

let folder: TemporaryFolder;
let file: string;
beforeEach(async () => {
	folder = await temporaryFolder();
	file = path.join(folder.path, 'cache/first-frame');
});
afterEach(async () => {
	await folder[Symbol.asyncDispose]();
});

const keyWith = (env: NodeJS.ProcessEnv = {}, columns = 80, build = BUILD): string =>
	frameKey(
		{
			version: 'v24.0.0',
			env: {HOME: folder.path, TERM: 'xterm', ...env},
			stdout: {columns, rows: 24} as NodeJS.WriteStream & {fd: 1},
		},
		build,
	);

describe('a frame', () => {
	test('is found again under its key, and under no other', () => {
		expect(keptFrame(file, keyWith())).toBeUndefined();
		keepFrame(file, keyWith(), PAINTED);
		expect(keptFrame(file, keyWith())).toEqual(PAINTED);
		expect(keptFrame(file, keyWith({}, 81))).toBeUndefined();
	});

	test('is not taken from a file that others could have written', () => {
		keepFrame(file, keyWith(), PAINTED);
		chmodSync(file, 0o622);
		expect(keptFrame(file, keyWith())).toBeUndefined();
	});

	test('is not taken through a link', () => {
		const other = path.join(folder.path, 'cache/other');
		keepFrame(other, keyWith(), PAINTED);
		symlinkSync(other, file);
		expect(keptFrame(file, keyWith())).toBeUndefined();
	});

	test.each(['', '[]', '{}', '["a", "b"', '[1, 2, 3]', '[]\n[]', '{}\n{}'])(
		'is none where the file holds %j',
		text => {
			keepFrame(file, keyWith(), PAINTED);
			writeFileSync(file, text);
			expect(keptFrame(file, keyWith())).toBeUndefined();
		},
	);

	test('that is damaged is none', () => {
		keepFrame(file, keyWith(), PAINTED);
		writeFileSync(file, readFileSync(file, 'utf8').replace('Brega', 'Xrega'));
		expect(keptFrame(file, keyWith())).toBeUndefined();
	});

	test('is not waited for where a pipe stands in its place', () => {
		mkdirSync(path.dirname(file), {recursive: true, mode: 0o700});
		expect(spawnSync('mkfifo', [file]).status).toBe(0);
		expect(keptFrame(file, keyWith())).toBeUndefined();
	});

	test('that is not whole is none', () => {
		keepFrame(file, keyWith(), PAINTED);
		writeFileSync(file, readFileSync(file).subarray(0, -9));
		expect(keptFrame(file, keyWith())).toBeUndefined();
	});
});

describe('the key of a frame', () => {
	test.each(FRAME_ENVIRONMENT)('is another with another %s', name => {
		expect(keyWith({[name]: 'other'})).not.toBe(keyWith());
	});

	test('tells a variable that is empty from one that is not there', () => {
		expect(keyWith({NO_COLOR: ''})).not.toBe(keyWith());
	});

	test('has all of the environment by which a terminal is known', () => {
		const read = new Set<string>();
		for (const TERM of ['xterm', 'screen', 'dumb', '']) {
			const env = new Proxy<Record<string, string>>(
				{TERM},
				{
					get(all, name: string) {
						read.add(name);
						return all[name];
					},
				},
			);
			capabilitiesOf(env, {isAscii: false, isColourless: false});
		}

		expect([...read].filter(name => !FRAME_ENVIRONMENT.some(known => known === name))).toEqual([]);
	});

	test('is another for another build, and for another dossier', () => {
		const keys = [BUILD, {...BUILD, id: 'two'}].map(build => keyWith({}, 80, build));
		expect(new Set(keys).size).toBe(keys.length);
	});

	test('is another once there are marks, and once they are others', () => {
		const marks = path.join(folder.path, '.local/state/libya-tui/marks/dunmore.json');
		const keys = [keyWith()];
		mkdirSync(path.dirname(marks), {recursive: true});
		writeFileSync(marks, '{}');
		keys.push(keyWith());
		utimesSync(marks, 1, 1);
		keys.push(keyWith());
		expect(new Set(keys).size).toBe(3);
	});

	test('is another once there is a config', () => {
		const before = keyWith();
		mkdirSync(path.join(folder.path, '.config/libya-tui'), {recursive: true});
		writeFileSync(path.join(folder.path, '.config/libya-tui/config.json'), '{}');
		expect(keyWith()).not.toBe(before);
	});
});
