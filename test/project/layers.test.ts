import {spawnSync} from 'node:child_process';
import {cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';

const root = join(import.meta.dirname, '../..');

const importing = (module: string): string =>
	`import * as planted from '${module}';\n\nexport const used = planted;\n`;

interface Planted {
	readonly path: string;
	readonly source: string;
}

const plantedFiles: Planted[] = [];

/** A file with one violation, or none, somewhere in a copy of the source tree; returns its path. */
const plant = (folder: string, source: string): string => {
	const path = `source/${folder}/planted-${plantedFiles.length}.ts`;
	plantedFiles.push({path, source});
	return path;
};

const LAYERS = ['dossier', 'formats', 'state', 'terminal', 'ui', 'ssh', 'commands'] as const;

const UPWARD = [
	['dossier', '../state/state.ts', 'dossier is what the report says: it imports nothing of ours.'],
	[
		'dossier',
		'../terminal/styles.ts',
		'dossier is what the report says: it imports nothing of ours.',
	],
	[
		'dossier/profile',
		'../../ui/view.ts',
		'dossier is what the report says: it imports nothing of ours.',
	],
	['formats', '../state/state.ts', 'formats writes a dossier out: it may import dossier only.'],
	[
		'state',
		'../terminal/styles.ts',
		'state is what one reader is doing: it may import dossier only.',
	],
	['state', '../ui/view.ts', 'state is what one reader is doing: it may import dossier only.'],
	['terminal', '../dossier/schema.ts', 'terminal is bytes: it imports nothing of ours.'],
	['ui', '../commands/host.ts', 'ui draws: it may import dossier, state and terminal.'],
	['ui', '../formats/digest.ts', 'ui draws: it may import dossier, state and terminal.'],
	['ssh', '../commands/host.ts', 'ssh serves the ui: it may import ui and what ui may.'],
	['commands', '../dashboard.ts', 'commands never import the bin.'],
	['commands', '../start/load-program.ts', 'commands never import the bin.'],
	['ui', '../start.ts', 'ui draws: it may import dossier, state and terminal.'],
] as const;

const DOWNWARD = [
	['formats', '../dossier/schema.ts'],
	['state', '../dossier/schema.ts'],
	['ui', '../state/state.ts'],
	['ui', '../terminal/styles.ts'],
	['ssh', '../ui/session.tsx'],
	['commands', '../ui/view.ts'],
	['commands', '../formats/digest.ts'],
] as const;

const upward = UPWARD.map(([layer, module, message]) => ({
	path: plant(layer, importing(module)),
	module,
	message,
}));
const downward = DOWNWARD.map(([layer, module]) => ({
	path: plant(layer, importing(module)),
	module,
}));
const tables = LAYERS.map(layer => plant(layer, importing('ink-table')));
const processes = LAYERS.flatMap(layer => [
	plant(layer, importing('node:process')),
	plant(layer, 'export const home = process.cwd();\n'),
]);
const environments = LAYERS.map(layer => plant(layer, 'export const home = process.env.HOME;\n'));
const consoles = LAYERS.map(layer => plant(layer, "console.log('planted');\n"));
const impure = ['dossier', 'formats', 'state'].flatMap(layer =>
	['ink', 'react', 'node:fs', 'node:fs/promises', 'node:child_process', 'node:net'].map(module =>
		plant(layer, importing(module)),
	),
);
plantedFiles.push(
	{path: 'source/ui/table.tsx', source: importing('ink-table')},
	{path: 'source/start.ts', source: importing('node:process')},
	{path: 'source/start/planted.ts', source: importing('node:process')},
);

/** What Biome says of each file. */
const said = new Map<string, readonly string[]>();
let folder: string;

beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'libya-tui-layers-'));
	for (const file of ['biome.json', 'package.json']) {
		cpSync(join(root, file), join(folder, file));
	}

	for (const {path, source} of plantedFiles) {
		mkdirSync(dirname(join(folder, path)), {recursive: true});
		writeFileSync(join(folder, path), source);
	}

	const {stdout} = spawnSync(
		join(root, 'node_modules/.bin/biome'),
		['lint', '--vcs-enabled=false', '--max-diagnostics=none', '--reporter=json', 'source'],
		{cwd: folder, encoding: 'utf8', maxBuffer: 1e8},
	);
	const report: {
		readonly diagnostics: readonly {
			readonly message: string;
			readonly location: {readonly path: string};
		}[];
	} = JSON.parse(stdout);
	for (const {message, location} of report.diagnostics) {
		said.set(location.path, [...(said.get(location.path) ?? []), message]);
	}
});

afterAll(() => {
	rmSync(folder, {recursive: true, force: true});
});

describe('imports run one way', () => {
	test.each(upward)('$path, which imports $module, is refused: $message', ({path, message}) => {
		expect(said.get(path)).toContain(message);
	});

	test.each(downward)('$path may import $module', ({path}) => {
		expect(said.get(path)).toBeUndefined();
	});
});

describe('what one file may do and no other', () => {
	test.each(tables)('%s may not know ink-table', path => {
		expect(said.get(path)).toContain('Only source/ui/table.tsx knows ink-table.');
	});

	test('source/ui/table.tsx knows ink-table', () => {
		expect(said.get('source/ui/table.tsx')).toBeUndefined();
	});

	test.each(processes)('%s may not own the process', path => {
		expect(said.get(path)?.join()).toMatch(/Only the bin owns the process|global variable process/);
	});

	test.each(environments)('%s may not read the environment', path => {
		expect(said.get(path)?.join()).toMatch(/process\.env/);
	});

	test.each(consoles)('%s may not print', path => {
		expect(said.get(path)?.join()).toContain('global variable console');
	});

	test.each(['source/start.ts', 'source/start/planted.ts'])('%s owns the process', path => {
		expect(said.get(path)).toBeUndefined();
	});
});

test.each(impure)('%s may not draw or touch a file', path => {
	expect(said.get(path)?.join()).toMatch(/draws nothing|is pure/);
});
