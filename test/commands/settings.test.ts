import {mkdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {Ajv2020} from 'ajv/dist/2020.js';
import {describe, expect, test} from 'vitest';
import configJson from '../../data/config.schema.json' with {type: 'json'};
import {findConfig} from '../../source/commands/config.ts';
import {settingsOf} from '../../source/commands/settings.ts';
import {KEYMAP} from '../../source/state/keymap.ts';
import {temporaryFolder} from '../e2e/support/temporary-folder.ts';

/** A reader's home with a config in it. */
const home = async (config: unknown) => {
	const folder = await temporaryFolder();
	const file = path.join(folder.path, 'libya-tui/config.json');
	mkdirSync(path.dirname(file));
	writeFileSync(
		file,
		typeof config === 'string' || config instanceof Uint8Array ? config : JSON.stringify(config),
	);
	return {
		file,
		env: {XDG_CONFIG_HOME: folder.path, HOME: '/home/ada'},
		path: folder.path,
		[Symbol.asyncDispose]: () => folder[Symbol.asyncDispose](),
	};
};

const AS_IT_COMES = {
	theme: 'terminal',
	isAscii: false,
	isForScreenReader: false,
	dossier: undefined,
	dossierFrom: undefined,
	keymap: KEYMAP,
	faults: undefined,
};

describe('what a reader has set', () => {
	test.each([
		['without a config', {XDG_CONFIG_HOME: '/nowhere'}],
		['without a home', {}],
		['with a file in place of a folder', {XDG_CONFIG_HOME: '/dev/null'}],
	])('is nothing %s', (_, env) => {
		expect(settingsOf(env)).toEqual(AS_IT_COMES);
	});

	test('is what the config says', async () => {
		await using set = await home({
			$schema: './config.schema.json',
			theme: 'plain',
			dossier: 'mine.json',
			ascii: true,
			screenReader: true,
			keys: {'map.open': 'W', quit: ['Q', 'ctrl-q']},
		});
		const settings = settingsOf(set.env);
		expect(settings).toMatchObject({
			theme: 'plain',
			isAscii: true,
			isForScreenReader: true,
			dossier: path.join(set.path, 'libya-tui/mine.json'),
			dossierFrom: {path: set.file},
			faults: undefined,
		});
		const chords = (id: string) => settings.keymap.find(binding => binding.id === id)?.chords;
		expect(chords('map.open')).toEqual(['W']);
		expect(chords('quit')).toEqual(['Q', 'ctrl-q']);
	});

	test.each([
		['~/mine.json', '/home/ada/mine.json'],
		['/srv/mine.json', '/srv/mine.json'],
	])('is a dossier by the path %s', async (dossier, meant) => {
		await using set = await home({dossier});
		expect(settingsOf(set.env).dossier).toBe(meant);
	});

	test('is what the environment says, whatever the config does', async () => {
		await using set = await home({
			theme: 'plain',
			dossier: 'mine.json',
			ascii: true,
			screenReader: true,
		});
		expect(
			settingsOf({
				...set.env,
				LIBYA_TUI_THEME: 'high-contrast',
				LIBYA_TUI_DOSSIER: 'other.json',
				LIBYA_TUI_ASCII: '0',
				LIBYA_TUI_SCREEN_READER: '',
			}),
		).toMatchObject({
			theme: 'high-contrast',
			dossier: 'other.json',
			dossierFrom: undefined,
			isAscii: false,
			isForScreenReader: false,
		});
		expect(settingsOf({...set.env, LIBYA_TUI_DOSSIER: ''}).dossier).toBeUndefined();
	});

	test('is on for any other word', () => {
		for (const word of ['1', 'yes', 'true', 'on']) {
			expect(settingsOf({LIBYA_TUI_ASCII: word}).isAscii).toBe(true);
		}
	});
});

describe('what is wrong is named with its place, and the rest holds', () => {
	test.each<[string, string | Uint8Array, readonly string[]]>([
		[
			'a theme that there is not',
			'{\n\t"theme": "neon",\n\t"ascii": true\n}',
			[':2:11: /theme: should be one of terminal, high-contrast, plain'],
		],
		[
			'a key of the format that there is not',
			'{"ascii": true, "colour": 1}',
			[':1:17: /colour: is not a key of the format'],
		],
		[
			'something else than a key',
			'{"ascii": true, "keys": {"map.open": 5}}',
			[':1:38: /keys/map.open: should be a key such as "W" or "ctrl-d", or a list of keys'],
		],
		[
			'a clash',
			'{"ascii": true, "keys": {"map.open": "e", "quit": "Q"}}',
			[
				':1:38: /keys/map.open: e is the key of read.evidence in panes; that one needs another key first',
			],
		],
		[
			'an action that there is not, once',
			'{"ascii": true, "keys": {"map.opne": "W"}}',
			[':1:38: /keys/map.opne: nothing goes by that id'],
		],
		[
			'several',
			'{"ascii": true, "theme": 1, "dossier": "", "screenReader": "yes"}',
			[
				':1:26: /theme: should be one of terminal, high-contrast, plain',
				':1:40: /dossier: should not be empty',
				':1:60: /screenReader: should be true or false, and is a string',
			],
		],
		[
			'a key that is there twice, of which the last holds',
			'{\n\t"ascii": false,\n\t"ascii": true\n}',
			[
				':3:2: /ascii: this key is there twice, in line 2 and in line 3; one of the two values would be lost',
			],
		],
		[
			'an action that is there twice',
			'{"ascii": true, "keys": {"quit": "Q", "quit": "W"}}',
			[
				':1:39: /keys/quit: this key is there twice, in line 1 and in line 1; one of the two values would be lost',
			],
		],
	])('%s', async (_, text, faults) => {
		await using set = await home(text);
		const settings = settingsOf(set.env);
		expect(await settings.faults?.()).toEqual(faults.map(fault => `${set.file}${fault}`));
		expect(settings.isAscii).toBe(true);
	});

	test.each<[string, string | Uint8Array, RegExp]>([
		['what is not JSON', '{"theme": }', /:1:11: \(document\): /],
		['an empty file', '', /:1:1: \(document\): /],
		['a list', '[]', /:1:1: \(document\): should be an object, and is an array$/],
		['what is not UTF-8', Buffer.of(0xff, 0xfe), /: cannot be read: it is not UTF-8 text$/],
		['a file as large as no config', `{}${' '.repeat(1_048_577)}`, /: it is larger than 1 MiB$/],
	])('%s', async (_, text, fault) => {
		await using set = await home(text);
		const settings = settingsOf(set.env);
		const faults = await settings.faults?.();
		expect(faults).toHaveLength(1);
		expect(faults?.[0]).toMatch(fault);
		expect({...settings, faults: undefined}).toEqual(AS_IT_COMES);
	});

	test('a folder in its place', async () => {
		await using folder = await temporaryFolder();
		mkdirSync(path.join(folder.path, 'libya-tui/config.json'), {recursive: true});
		const {faults} = settingsOf({XDG_CONFIG_HOME: folder.path});
		expect(await faults?.()).toEqual([
			`${folder.path}/libya-tui/config.json: cannot be read: it is not a file`,
		]);
	});

	test('a theme in the environment', async () => {
		const {theme, faults} = settingsOf({LIBYA_TUI_THEME: 'neon'});
		expect(theme).toBe('terminal');
		expect(await faults?.()).toEqual([
			'LIBYA_TUI_THEME: there is no theme neon. Themes: terminal, high-contrast, plain.',
		]);
	});
});

describe('data/config.schema.json', () => {
	const validate = new Ajv2020({strict: true}).compile(configJson);

	test.each<[unknown]>([
		[{}],
		[{$schema: 'x', theme: 'plain', dossier: 'a', ascii: false, screenReader: true, keys: {}}],
		[{keys: {quit: 'Q', help: ['f1', 'H']}}],
		[{theme: 'neon'}],
		[{theme: null}],
		[{dossier: ''}],
		[{ascii: 1}],
		[{colour: true}],
		[{keys: []}],
		[{keys: {quit: []}}],
		[{keys: {quit: ['']}}],
		[{keys: {quit: [1]}}],
		[[]],
		['text'],
		[null],
	])('takes and refuses what the program does: %j', async document => {
		await using set = await home(JSON.stringify(document));
		expect(findConfig(set.env)?.isSound).toBe(validate(document));
	});

	test('names every action whose keys can be set', () => {
		const known = Object.keys(configJson.properties.keys.properties);
		expect(known).toEqual(KEYMAP.map(({id}) => id).filter(id => id !== 'interrupt'));
		expect(validate({keys: {'map.opne': 'W'}})).toBe(false);
	});
});
