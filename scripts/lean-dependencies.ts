/*
What the build changes in dependencies, so that the first frame and each key do not wait for what they do
not need. Nothing else is changed. `npm run build -- --plain` builds the program without any of it, and it
does the same, only later.

| What | Why | What upstream would have to do |
| --- | --- | --- |
| yoga-layout: made at once, no `fetch` | it awaits its own WebAssembly from a data: address, so that nothing of Ink can run before, nor be a CommonJS module, whose compiled code can be kept; `fetch` makes Node load its whole HTTP client: 40 ms | export the synchronous build |
| Ink's grid: whole lines | it takes every text of every frame apart into characters and joins them again: 12 ms of the first frame, 5 ms a key | join lines that only stand beside each other; keep what was read from frame to frame |
| Ink's check of texts: kept, and none of simple ones | it parses every text of every frame, several times, though most are those of the frame before: 1 ms a key | remember the last texts |
| Ink's sizes of texts: of the last 64 | it keeps the last 8,000 texts it measured, here whole panes: 30 MiB after as many keys | bound them by length |
| Ink's overview of an error: when there is one | it loads packages that read the source where the fault is | load it when there is one |
| Ink's development mode: gone | it awaits at the top level, which no CommonJS module can | load it from a function |
| string-width: only for text that needs it | its first emoji test makes V8 compile a table of all emoji: 20 ms | try simple characters first |
| Intl.Segmenter: made when first needed | five packages make one as they load: 12 ms | make it on first use |
| ink-table: rows by what they hold | it hashes every row, which loads all of Node's cryptography: 5 ms | use the index, or let a key be given |
| meow: no package data read as it loads | it prepares to normalize a package.json, with tables of licences, and to show one that is no JSON in colours, and is given one that needs neither: 12 ms | do it when asked |
| meow: `node:util` by the names it needs | esbuild copies all its properties, for some of which Node loads its streams and its worker threads: 6 ms | import it by names |
| chalk: when first called | it looks at the environment as it loads, and nothing is coloured by it: 1 ms | make its styles on first use |
| cli-truncate, wrap-ansi, ansi-tokenize, indent-string: when first called | they make tables of styles and widths as they load, for text that is seldom met: 2 ms | make them on first use |
| Node's modules: when first called | some are only for a crash, a child process or a file: 8 ms | import them where they are used |
| react: one copy of its names | esbuild copies them for each of the thirty modules that import it: 1 ms | be an ES module |
| `node:process`: the global | esbuild copies all its properties, for some of which Node loads what belongs to them | import it by names |
| `performance`: only its clock | Node loads all its measuring with it: 2 ms | nothing: it is Node's |
| world-atlas: arcs parsed when asked for | 3 MB of numbers as JavaScript take 330 ms to compile and 45 MB to keep; as text 220 ms and 5 MB | nothing: it is data, for bundlers to load well |
*/
import {createHash} from 'node:crypto';
import {readFile} from 'node:fs/promises';
import {createRequire} from 'node:module';
import {dirname, join} from 'node:path';
import type {Plugin} from 'esbuild';

const require = createRequire(import.meta.url);
const lean = (name: string): string => join(import.meta.dirname, 'lean', `${name}.ts`);
const inkFile = (name: string): string => join(dirname(require.resolve('ink')), name);

/** Put before the program; each stands in for a global, by the name that `GLOBALS` gives it or by its own. */
export const INJECTED = [lean('segmenter'), lean('performance'), lean('import-meta')];

/** What a global is called in the bundle. */
export const GLOBALS: Readonly<Record<string, string>> = {
	'Intl.Segmenter': 'Segmenter',
	'import.meta': 'importMeta',
};

const replaced = (source: string, path: string, from: string, to: string): string => {
	if (source.split(from).length !== 2) {
		throw new Error(`${path} no longer holds ${from}: see whether this change is still needed`);
	}

	return source.replace(from, () => to);
};

const sha256Of = (text: Buffer): string => createHash('sha256').update(text).digest('hex');

type Change = (source: string, path: string) => string;

/** Of Ink's dependency; its module comes in one file and its WebAssembly, as text, in another. */
const YOGA_BINARY = require
	.resolve('yoga-layout')
	.replace(/src[\\/]index\.js$/, 'binaries/yoga-wasm-base64-esm.js');

const DATA = 'H="data:application/octet-stream;base64,';

const startOfData = (source: string, path: string): number => {
	const at = source.indexOf(DATA);
	if (at === -1) {
		throw new Error(`${path} no longer holds ${DATA}: see whether this change is still needed`);
	}

	return at + DATA.length;
};

/** The WebAssembly of Yoga, out of the text that it comes in. */
export const yogaWasm = async (): Promise<Buffer> => {
	const source = await readFile(YOGA_BINARY, 'utf8');
	const from = startOfData(source, YOGA_BINARY);
	return Buffer.from(source.slice(from, source.indexOf('"', from)), 'base64');
};

/** What runs it, without it. */
const leanYogaBinary: Change = (source, path) => {
	const from = startOfData(source, path);
	const without = source.slice(0, from) + source.slice(source.indexOf('"', from));
	return replaced(without, path, 'import.meta.url', '""');
};

const leanYoga: Change = (source, path) =>
	replaced(
		source,
		path,
		'const Yoga = wrapAssembly(await loadYoga());',
		`import {readFileSync} from 'node:fs';
import {join} from 'node:path';
const made = {
    instantiateWasm(imports, whenMade) {
        const code = new WebAssembly.Module(readFileSync(join(__dirname, 'parts/yoga.wasm')));
        const instance = new WebAssembly.Instance(code, imports);
        whenMade(instance);
        return instance.exports;
    },
};
loadYoga(made);
const Yoga = wrapAssembly(made);`,
	);

const leanReconciler: Change = (source, path) =>
	replaced(
		replaced(source, path, "await import('./devtools.js');", ''),
		path,
		'await loadPackageJson()',
		'{}',
	);

const leanMeow: Change = (source, path) =>
	[
		['var libExports = requireLib$1();\n', ''],
		['libExports.codeFrameColumns(', 'requireLib$1().codeFrameColumns('],
		['var normalizeExports = requireNormalize();\n', ''],
		[
			'const normalizePackageData = getDefaultExportFromCjs(normalizeExports);',
			'const normalizePackageData = (...data) => requireNormalize()(...data);',
		],
	].reduce((changed, [from = '', to = '']) => replaced(changed, path, from, to), source);

/** Ink's check of texts for sequences that it cannot draw, which remembers the texts of the last frames. */
const leanSanitizing: Change = (source, path) =>
	`import {styledWidth} from ${JSON.stringify(lean('styled-width'))};
${replaced(source, path, 'export default sanitizeAnsi;', '')}
const MOST_TEXTS = 64;
const sanitized = new Map();
export default text => {
    let known = sanitized.get(text);
    if (known === undefined) {
        known = text.split('\\n').every(line => styledWidth(line) >= 0) ? text : sanitizeAnsi(text);
        if (sanitized.size > MOST_TEXTS) {
            sanitized.clear();
        }
        sanitized.set(text, known);
    }
    return known;
};
`;

const leanMeasuring: Change = (source, path) =>
	replaced(source, path, 'maxSize: 4096', 'maxSize: 64');

/** Files of dependencies and what is changed in them. */
export const CHANGES: readonly {readonly file: RegExp; readonly change: Change}[] = [
	{file: /yoga-layout[\\/]dist[\\/]src[\\/]index\.js$/, change: leanYoga},
	{file: /yoga-wasm-base64-esm\.js$/, change: leanYogaBinary},
	{file: /ink[\\/]build[\\/]reconciler\.js$/, change: leanReconciler},
	{file: /ink[\\/]build[\\/]measure-text\.js$/, change: leanMeasuring},
	{file: /ink[\\/]build[\\/]sanitize-ansi\.js$/, change: leanSanitizing},
	{file: /meow[\\/]build[\\/]dependencies\.js$/, change: leanMeow},
];

/** Modules that others stand in for; what stands in finds the real one by `real`. */
const STAND_INS: readonly {
	readonly asked: RegExp;
	readonly real: string;
	readonly from: RegExp;
	readonly file: string;
	readonly path: string;
	/** Of the file whose work is done anew here: how that is done has to be looked at when it changes. */
	readonly sha256?: string;
}[] = [
	{
		asked: /^string-width$/,
		real: 'string-width',
		from: /./,
		file: lean('string-width'),
		path: require.resolve('string-width'),
		sha256: 'abc20775da6b552188b098688ebec671e29f5416d6339d3534bb7b016174003e',
	},
	{
		asked: /^chalk$/,
		real: 'ink-chalk',
		from: /ink[\\/]build[\\/]/,
		file: lean('ink-chalk'),
		path: createRequire(inkFile('index.js')).resolve('chalk'),
	},
	{
		asked: /^\.\/output\.js$/,
		real: 'ink-output',
		from: /ink[\\/]build[\\/]renderer\.js$/,
		file: lean('ink-output'),
		path: inkFile('output.js'),
		sha256: '5e6c511c0a573f48cd5765d7f1f16583d2595f7b05775608382bdb990b63f225',
	},
	{
		asked: /^\.\/ErrorOverview\.js$/,
		real: 'ink-error-overview',
		from: /ink[\\/]build[\\/]components[\\/]/,
		file: lean('ink-error-overview'),
		path: inkFile('components/ErrorOverview.js'),
	},
	{
		asked: /^(?:node:)?process$/,
		real: 'process',
		from: /./,
		file: lean('process'),
		path: '',
	},
	{
		asked: /^(?:node:)?util$/,
		real: 'util',
		from: /meow/,
		file: lean('util'),
		path: '',
	},
	{
		asked: /^object-hash$/,
		real: 'object-hash',
		from: /ink-table/,
		file: lean('object-hash'),
		path: '',
	},
];

/** @throws {Error} What something stands in for is no longer as it was when that was written. */
export const checkReal = async ({
	file,
	path,
	sha256,
}: Pick<(typeof STAND_INS)[number], 'file' | 'path' | 'sha256'>): Promise<void> => {
	if (sha256 !== undefined && sha256 !== sha256Of(await readFile(path))) {
		throw new Error(
			`${path} is no longer what ${file} stands in for: see what has changed, then put its SHA-256 there`,
		);
	}
};

/** Functions of Node's modules that nothing calls before the first frame. */
const LATER: Readonly<Record<string, readonly string[]>> = {
	child_process: ['execFile', 'execFileSync'],
	'fs/promises': [
		'access',
		'lstat',
		'mkdir',
		'open',
		'realpath',
		'rename',
		'rm',
		'stat',
		'writeFile',
	],
	readline: ['emitKeypressEvents'],
	crypto: ['createHash'],
};

/** Functions of packages that only text with wide or combining characters needs, or a box of Ink's own. */
const LATER_PACKAGES: Readonly<Record<string, readonly string[]>> = {
	'@alcalzone/ansi-tokenize': ['styledCharsFromTokens', 'styledCharsToString', 'tokenize'],
	'cli-truncate': ['default'],
	'indent-string': ['default'],
	'wrap-ansi': ['default'],
};

/** What a CommonJS package calls as it loads, and what is loaded only when that finds something wrong. */
const ASSERT = `module.exports = {
    equal: (actual, expected, ...message) => {
        if (actual != expected) {
            require('node:assert').equal(actual, expected, ...message);
        }
    },
};`;

/** CommonJS packages that many modules import: a copy of each is made for every one of them. */
const SHARED = ['react', 'react/jsx-runtime'];

const asModule = (name: string): string => {
	const {default: _, ...all} = require(name) as Readonly<Record<string, unknown>>;
	const path = JSON.stringify(require.resolve(name));
	return `const all = require(${path});
export default all;
export const {${Object.keys(all).join(', ')}} = all;`;
};

const whenCalled = (module: string, functions: readonly string[]): string =>
	functions
		.map(name => {
			const begin = name === 'default' ? 'export default' : `export const ${name} =`;
			return `${begin} (...given) => require(${JSON.stringify(module)}).${name}(...given);`;
		})
		.join('\n');

/** What has been changed by the builds of this process, under the names that `unused` tells. */
const applied = new Set<string>();

const ATLAS = 'world-atlas';

/** Which of the changes no build has come across: a dependency has moved what they are for. */
export const unusedChanges = (): readonly string[] =>
	[
		...CHANGES.map(({file}) => String(file)),
		...STAND_INS.map(({real}) => real),
		...Object.keys(LATER),
		...Object.keys(LATER_PACKAGES),
		...SHARED,
		ATLAS,
	].filter(name => !applied.has(name));

/** A server starts once and then needs all that it imports. */
const OF_SERVER = /[\\/]source[\\/]ssh[\\/]/;

const LATER_NAMESPACE = 'later';
const LATER_PACKAGES_NAMESPACE = 'later-packages';
const SHARED_NAMESPACE = 'shared';

export const leanDependencies: Plugin = {
	name: 'lean-dependencies',
	setup(build) {
		// Else a package that asks a module for more than stands in for it here would be told so as it runs.
		build.initialOptions.logOverride = {'import-is-undefined': 'error'};
		for (const {file, change} of CHANGES) {
			build.onLoad({filter: file}, async ({path}) => {
				applied.add(String(file));
				return {contents: change(await readFile(path, 'utf8'), path), loader: 'js'};
			});
		}

		build.onStart(async () => {
			await Promise.all(STAND_INS.map(checkReal));
		});
		for (const {asked, real, from, file, path} of STAND_INS) {
			build.onResolve({filter: asked}, ({importer}) => {
				if (importer === file || !from.test(importer)) {
					return undefined;
				}

				applied.add(real);
				return {path: file};
			});
			build.onResolve({filter: new RegExp(`^${real}$`)}, ({importer}) =>
				importer === file ? {path} : undefined,
			);
		}

		build.onResolve({filter: /^(?:node:)?[a-z_/-]+$/}, ({path, kind, namespace, importer}) => {
			const name = path.replace(/^node:/, '');
			const isLater = kind === 'require-call' ? name === 'assert' : LATER[name] !== undefined;
			if (isLater && namespace !== LATER_NAMESPACE && !OF_SERVER.test(importer)) {
				applied.add(name);
				return {path: name, namespace: LATER_NAMESPACE};
			}

			if (!SHARED.includes(path) || kind !== 'import-statement') {
				return undefined;
			}

			applied.add(path);
			return {path, namespace: SHARED_NAMESPACE};
		});
		build.onResolve({filter: /^[@a-z]/}, async ({path, kind, importer, resolveDir, namespace}) => {
			if (LATER_PACKAGES[path] === undefined || namespace !== 'file') {
				return undefined;
			}

			applied.add(path);
			// Which copy of the package it is, the importer decides.
			const found = await build.resolve(path, {
				kind,
				importer,
				resolveDir,
				namespace: LATER_PACKAGES_NAMESPACE,
			});
			return {path: found.path, namespace: LATER_PACKAGES_NAMESPACE, pluginData: path};
		});
		build.onLoad({filter: /./, namespace: LATER_PACKAGES_NAMESPACE}, ({path, pluginData}) => ({
			contents: whenCalled(path, LATER_PACKAGES[pluginData] ?? []),
			loader: 'js',
			resolveDir: dirname(path),
		}));
		build.onLoad({filter: /./, namespace: LATER_NAMESPACE}, ({path}) => ({
			contents: path === 'assert' ? ASSERT : whenCalled(`node:${path}`, LATER[path] ?? []),
			loader: 'js',
		}));
		build.onLoad({filter: /./, namespace: SHARED_NAMESPACE}, ({path}) => ({
			contents: asModule(path),
			loader: 'js',
			resolveDir: dirname(require.resolve('ink')),
		}));
		build.onLoad({filter: /world-atlas[\\/]land-[^\\/]+\.json$/}, async ({path}) => {
			applied.add(ATLAS);
			const {arcs, type, transform} = JSON.parse(await readFile(path, 'utf8'));
			if (!Array.isArray(arcs) || transform === undefined) {
				throw new Error(`${path} is no longer a quantized topology: see what reads it`);
			}

			const rest = JSON.stringify({type, transform, objects: {}});
			return {
				contents: `const arcs=${JSON.stringify(JSON.stringify(arcs))};export default {...${rest},get arcs(){return JSON.parse(arcs)}};`,
				loader: 'js',
			};
		});
	},
};
