/*
What the build changes in dependencies, so that the first frame does not wait for what it does not
need. Nothing else is changed, and the program works the same without it, only later.

| What | Why | What upstream would have to do |
| --- | --- | --- |
| yoga-layout: no `fetch` | it fetches its own WebAssembly from a data: address, and the first `fetch` makes Node load its whole HTTP client: 40 ms | decode the text, or export the synchronous build |
| string-width: only for text that needs it | its first emoji test makes V8 compile a table of all emoji: 20 ms | try simple characters first |
| world-atlas: arcs parsed when asked for | 3 MB of numbers as JavaScript take 330 ms to compile and 45 MB to keep; as text 220 ms and 5 MB | nothing: it is data, for bundlers to load well |
| Ink's check of texts: kept | it parses every text of every frame, several times, though most are those of the frame before: 1 ms a key | remember the last texts |
| Ink's output: lines read once | it reads every text of every frame twice, though most lines are those of the frame before: 5 ms a key | keep what was read from frame to frame; split lines whose styles end in them |
| Intl.Segmenter: made when first needed | five packages make one as they load: 12 ms | make it on first use |
*/
import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import type {Plugin} from 'esbuild';

/** Stands in for `Intl.Segmenter` in the bundle. */
export const SEGMENTER = join(import.meta.dirname, 'lean/segmenter.ts');

const ENDS_UNSTYLED = join(import.meta.dirname, 'lean/ends-unstyled.ts');

const STRING_WIDTH = join(import.meta.dirname, 'lean/string-width.ts');

const replaced = (source: string, path: string, from: string, to: string): string => {
	if (source.split(from).length !== 2) {
		throw new Error(`${path} no longer holds ${from}: see whether this change is still needed`);
	}

	return source.replace(from, () => to);
};

const READ_TWICE = `        const characterLines = [[]];
        for (const character of this.caches.getStyledChars(text)) {
            if (character.value === '\\n') {
                characterLines.push([]);
            }
            else {
                characterLines.at(-1).push(character);
            }
        }
        let lines = characterLines.map(line => styledCharsToString(line));`;

const READ_ONCE = `        let lines = text.split('\\n');
        if (!lines.every(line => this.caches.endsUnstyled(line))) {
${READ_TWICE.replace('let lines = ', 'lines = ')}
        }`;

/** Ink's grid of characters, which keeps what it has read of lines from frame to frame. */
export const leanOutput = (source: string, path: string): string => {
	const kept = replaced(
		source,
		path,
		'    caches = new OutputCaches();',
		'    caches = keptCaches();',
	);
	const once = replaced(kept, path, READ_TWICE, READ_ONCE);
	return `import {endsUnstyled} from ${JSON.stringify(ENDS_UNSTYLED)};
const MOST_LINES = 4000;
const allCaches = {};
function keptCaches() {
    if (allCaches.current === undefined || allCaches.current.styledChars.size > MOST_LINES) {
        allCaches.current = Object.assign(new OutputCaches(), {
            ends: new Map(),
            endsUnstyled(line) {
                let ends = this.ends.get(line);
                if (ends === undefined) {
                    ends = endsUnstyled(line);
                    this.ends.set(line, ends);
                }
                return ends;
            },
        });
    }
    return allCaches.current;
}
${once}`;
};

/** Ink's check of texts for sequences that it cannot draw, which remembers the texts of the last frames. */
export const leanSanitizing = (source: string, path: string): string =>
	`${replaced(source, path, 'export default sanitizeAnsi;', '')}
const MOST_TEXTS = 300;
const sanitized = new Map();
export default text => {
    let known = sanitized.get(text);
    if (known === undefined) {
        known = sanitizeAnsi(text);
        if (sanitized.size > MOST_TEXTS) {
            sanitized.clear();
        }
        sanitized.set(text, known);
    }
    return known;
};
`;

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
		build.onLoad({filter: /ink[\\/]build[\\/]sanitize-ansi\.js$/}, async ({path}) => {
			const source = await readFile(path, 'utf8');
			return {contents: leanSanitizing(source, path), loader: 'js'};
		});
		build.onLoad({filter: /ink[\\/]build[\\/]output\.js$/}, async ({path}) => {
			const source = await readFile(path, 'utf8');
			return {contents: leanOutput(source, path), loader: 'js'};
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
