/*
What the build changes in dependencies, so that the first frame does not wait for what it does not
need. Nothing else is changed, and the program works the same without it, only later.

| What | Why | What upstream would have to do |
| --- | --- | --- |
| yoga-layout: no `fetch` | it fetches its own WebAssembly from a data: address, and the first `fetch` makes Node load its whole HTTP client: 40 ms | decode the text, or export the synchronous build |
| string-width: only for text that needs it | its first emoji test makes V8 compile a table of all emoji: 20 ms | try simple characters first |
| world-atlas: arcs parsed when asked for | 3 MB of numbers as JavaScript take 330 ms to compile and 45 MB to keep; as text 220 ms and 5 MB | nothing: it is data, for bundlers to load well |
| Intl.Segmenter: made when first needed | five packages make one as they load: 12 ms | make it on first use |
*/
import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import type {Plugin} from 'esbuild';

/** Stands in for `Intl.Segmenter` in the bundle. */
export const SEGMENTER = join(import.meta.dirname, 'lean/segmenter.ts');

const STRING_WIDTH = join(import.meta.dirname, 'lean/string-width.ts');

export const leanDependencies: Plugin = {
	name: 'lean-dependencies',
	setup(build) {
		build.onResolve({filter: /^string-width$/}, ({importer}) =>
			importer === STRING_WIDTH ? undefined : {path: STRING_WIDTH},
		);
		build.onLoad({filter: /yoga-wasm-base64-esm\.js$/}, async ({path}) => {
			const source = await readFile(path, 'utf8');
			if (!source.includes('typeof fetch')) {
				throw new Error(
					`${path} no longer looks for fetch: see whether this change is still needed`,
				);
			}

			return {contents: `const fetch = undefined;\n${source}`, loader: 'js'};
		});
		build.onLoad({filter: /world-atlas[\\/]land-[^\\/]+\.json$/}, async ({path}) => {
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
