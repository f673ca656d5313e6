/*
Builds the bin: a launcher that any Node can read, what it starts on a newer one, and two programs, each
one CommonJS file whose compiled code can be kept: the dashboard, and the commands. What a first frame
never needs lies beside them in parts.

With `--plain` the dependencies are as they come and the programs are ES modules, which is slower.
*/
import {createHash} from 'node:crypto';
import {mkdir, readFile, rm, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import process from 'node:process';
import {type BuildOptions, build} from 'esbuild';
import {GLOBALS, INJECTED, leanDependencies, unusedChanges, yogaWasm} from './lean-dependencies.ts';
import {DATA, inParts, PARTS} from './parts.ts';

const root = join(import.meta.dirname, '..');
const outdir = join(root, 'dist');
const isPlain = process.argv.includes('--plain');

const PROGRAMS = ['dashboard', 'command', 'server'] as const;

const sourceOf = (program: string): string => join(root, 'source', `${program}.ts`);

const common = {
	bundle: true,
	platform: 'node',
	target: 'node22.12',
	minify: true,
	outdir,
	logLevel: 'warning',
	// Licences of what is bundled go into a file beside the program.
	legalComments: 'linked',
} as const satisfies BuildOptions;

/** What ssh2 does without where it is not there, as it cannot be bundled. */
const NATIVE = ['cpu-features', '*.node'];

const commonJs = {format: 'cjs', outExtension: {'.js': '.cjs'}} as const satisfies BuildOptions;

const programs = {
	...common,
	jsx: 'automatic',
	define: {
		'process.env.NODE_ENV': '"production"',
		// Ink loads React's devtools when this is "true".
		'process.env.DEV': '"false"',
		"process.env['DEV']": '"false"',
	},
	external: ['react-devtools-core', ...NATIVE],
} as const satisfies BuildOptions;

const buildPlain = async (): Promise<void> => {
	await build({
		...programs,
		// ssh2 1.17 asks for the name of a class when a connection closes.
		keepNames: true,
		entryPoints: PROGRAMS.map(sourceOf),
		format: 'esm',
		splitting: true,
		chunkNames: 'chunks/[name]-[hash]',
		outExtension: {'.js': '.mjs'},
		// CommonJS packages in the bundle ask for Node's own modules through `require`.
		banner: {
			js: "import {createRequire as createRequireForBundle} from 'node:module';const require=createRequireForBundle(import.meta.url);const __filename=import.meta.filename,__dirname=import.meta.dirname;",
		},
	});
};

const buildLean = async (): Promise<void> => {
	await mkdir(join(outdir, 'parts'), {recursive: true});
	await Promise.all([
		...PROGRAMS.map(name =>
			build({
				...programs,
				...commonJs,
				entryPoints: [sourceOf(name)],
				plugins: [inParts(name), leanDependencies],
				inject: INJECTED,
				define: {...programs.define, ...GLOBALS},
				// Wrapped here, so that a start need not join texts as long as a program.
				banner: {js: '(function(exports,require,module,__filename,__dirname){'},
				footer: {js: '})'},
				// What is loaded later is in the same file, or in a part.
				supported: {'dynamic-import': false},
			}),
		),
		...PARTS.map(({module, file, isDefault, isWhole = false}) =>
			build({
				...common,
				...commonJs,
				entryPoints: [{in: module, out: `parts/${file}`}],
				external: NATIVE,
				...(isWhole
					? {keepNames: true}
					: {plugins: [leanDependencies], inject: INJECTED, define: GLOBALS}),
				...(isDefault ? {footer: {js: 'module.exports=module.exports.default;'}} : {}),
			}),
		),
		writeFile(join(outdir, 'parts/yoga.wasm'), await yogaWasm()),
		...DATA.map(async name =>
			writeFile(
				join(outdir, 'parts', name),
				JSON.stringify(JSON.parse(await readFile(join(root, 'data', name), 'utf8'))),
			),
		),
	]);
};

/**
Makes a program ASCII, so that it can be read byte for byte. esbuild leaves regular expressions as they
are, and in those an escape means the same.
*/
const inAscii = async (program: string): Promise<void> => {
	const file = join(outdir, `${program}.cjs`);
	const text = await readFile(file, 'utf8');
	if (/[^\p{ASCII}\u{80}-\u{FFFF}]/u.test(text)) {
		throw new Error(`${file}: a character in a regular expression has no escape of four digits`);
	}

	const escaped = text.replaceAll(
		/\P{ASCII}/gu,
		character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
	);
	await writeFile(file, escaped);
};

const hashOf = (bytes: Buffer): string =>
	createHash('sha256').update(bytes).digest('hex').slice(0, 32);

const idOf = async (program: string): Promise<string> =>
	hashOf(await readFile(join(outdir, `${program}.cjs`)));

const builtIn = async (): Promise<{readonly id: string; readonly hash: string}> => {
	const bytes = await readFile(join(root, 'data', DATA[0]));
	return {id: JSON.parse(bytes.toString()).id, hash: hashOf(bytes)};
};

const idsOf = async (): Promise<Readonly<Record<string, string>>> =>
	Object.fromEntries(await Promise.all(PROGRAMS.map(async name => [name, await idOf(name)])));

await rm(outdir, {recursive: true, force: true});
if (isPlain) {
	await buildPlain();
} else {
	await buildLean();
	const unused = unusedChanges();
	if (unused.length > 0) {
		throw new Error(
			`scripts/lean-dependencies.ts changes what is no longer there: ${unused.join(', ')}`,
		);
	}

	await Promise.all(PROGRAMS.map(inAscii));
}

await build({
	...common,
	...commonJs,
	entryPoints: [join(root, 'source/start.ts')],
	alias: {'node:process': join(root, 'scripts/lean/process.ts')},
	define: {
		'import.meta.dirname': '__dirname',
		PROGRAM_IDS: isPlain ? 'undefined' : JSON.stringify(await idsOf()),
		BUILT_IN: JSON.stringify(await builtIn()),
	},
});

await build({
	...common,
	...commonJs,
	minify: false,
	bundle: false,
	entryPoints: [{in: join(root, 'source/launcher.cts'), out: 'libya-tui'}],
	banner: {js: '#!/usr/bin/env node'},
});
