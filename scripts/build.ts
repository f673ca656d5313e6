/*
Builds the bin: a launcher that any Node can read, and beside it the program as ES modules, what
the first frame needs in one of them and the rest in others that are loaded when they are wanted.
*/
import {rm} from 'node:fs/promises';
import {join} from 'node:path';
import {build} from 'esbuild';
import {leanDependencies, SEGMENTER} from './lean-dependencies.ts';

const root = join(import.meta.dirname, '..');
const outdir = join(root, 'dist');

await rm(outdir, {recursive: true, force: true});

await build({
	entryPoints: [{in: join(root, 'source/cli.ts'), out: 'cli'}],
	outdir,
	chunkNames: 'chunks/[name]-[hash]',
	bundle: true,
	splitting: true,
	format: 'esm',
	platform: 'node',
	target: 'node22.12',
	jsx: 'automatic',
	minify: true,
	// Licences of what is bundled go into a file beside the program.
	legalComments: 'linked',
	plugins: [leanDependencies],
	inject: [SEGMENTER],
	define: {
		'Intl.Segmenter': 'Segmenter',
		'process.env.NODE_ENV': '"production"',
		// Ink loads React's devtools when this is "true".
		'process.env.DEV': '"false"',
		"process.env['DEV']": '"false"',
	},
	external: ['react-devtools-core'],
	// CommonJS packages in the bundle ask for Node's own modules through `require`, and for their own name.
	banner: {
		js: "import {createRequire as createRequireForBundle} from 'node:module';const require=createRequireForBundle(import.meta.url);const __filename=import.meta.filename;",
	},
	logLevel: 'warning',
});

await build({
	entryPoints: [
		{in: join(root, 'source/launcher.cts'), out: 'libya-tui'},
		{in: join(root, 'source/start.cts'), out: 'start'},
	],
	outdir,
	outExtension: {'.js': '.cjs'},
	format: 'cjs',
	platform: 'node',
	banner: {js: '#!/usr/bin/env node'},
	logLevel: 'warning',
});
