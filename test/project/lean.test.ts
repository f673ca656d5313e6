import {createHash} from 'node:crypto';
import {mkdir, mkdtempDisposable, symlink, writeFile} from 'node:fs/promises';
import {createRequire} from 'node:module';
import os from 'node:os';
import path from 'node:path';
import {pathToFileURL} from 'node:url';
import {build, type Plugin} from 'esbuild';
import fc from 'fast-check';
import realWidth from 'string-width';
import {describe, expect, test, vi} from 'vitest';
import {sha1} from '../../scripts/lean/object-hash.ts';
import {performance as clock} from '../../scripts/lean/performance.ts';
import {Segmenter} from '../../scripts/lean/segmenter.ts';
import leanWidth from '../../scripts/lean/string-width.ts';
import {CHANGES, checkReal, leanDependencies} from '../../scripts/lean-dependencies.ts';
import {anyText} from '../support/any-text.ts';
import {Screen} from '../support/screen.ts';

const require = createRequire(import.meta.url);

const text = fc.oneof(anyText(), fc.string({unit: fc.constantFrom(...'abé— “”░')}));

describe('the segmenter of the bundle', () => {
	test.each(['grapheme', 'word'] as const)(
		'finds what Intl.Segmenter finds, by %s',
		granularity => {
			const lean = new Segmenter('en', {granularity});
			const real = new Intl.Segmenter('en', {granularity});
			fc.assert(
				fc.property(text, fc.nat(45), (any, at) => {
					const pieces = (segments: Iterable<{segment: string; index: number}>) =>
						Array.from(segments, ({segment, index}) => [segment, index]);
					expect(pieces(lean.segment(any))).toEqual(pieces(real.segment(any)));
					expect(lean.segment(any).containing(at)?.segment).toBe(
						real.segment(any).containing(at)?.segment,
					);
				}),
			);
		},
	);

	test('goes by grapheme when it is not told how', () => {
		expect(Array.from(new Segmenter().segment('e\u0301a'), ({segment}) => segment)).toEqual([
			'e\u0301',
			'a',
		]);
	});
});

const ink = path.dirname(require.resolve('ink'));

/** A module by itself, as it comes or as the bundle has it. */
const built = async (file: string, plugins: readonly Plugin[]) => {
	const folder = await mkdtempDisposable(path.join(os.tmpdir(), 'libya-tui-lean-'));
	const outfile = path.join(folder.path, 'module.mjs');
	await build({
		entryPoints: [file],
		bundle: true,
		format: 'esm',
		platform: 'node',
		outfile,
		plugins: [...plugins],
		logLevel: 'silent',
		banner: {
			js: "import {createRequire} from 'node:module';const require=createRequire(import.meta.url);",
		},
	});
	const loaded = await import(pathToFileURL(outfile).href);
	await folder.remove();
	return loaded;
};

const styledText = fc
	.array(
		fc.tuple(
			fc.constantFrom(
				'',
				'\u001B[1m',
				'\u001B[2m',
				'\u001B[31m',
				'\u001B[7m',
				'\u001B[22m',
				'\u001B[39m',
				'\u001B[27m',
				'\u001B[0m',
				'\u001B[1;31m',
				'\n',
			),
			text,
		),
		{maxLength: 8},
	)
	.map(parts => parts.flat().join(''));

test('the grid of Ink in the bundle shows what Ink’s shows, whatever is written where', async () => {
	const [{default: Real}, {default: Lean}] = await Promise.all([
		built(path.join(ink, 'output.js'), []),
		built(path.join(import.meta.dirname, '../../scripts/lean/ink-output.ts'), [leanDependencies]),
	]);
	const writes = fc.array(
		fc.record({
			x: fc.oneof(fc.integer({min: -3, max: 25}), fc.constantFrom(0, 5, 10, 15)),
			y: fc.integer({min: -2, max: 6}),
			text: fc.oneof(styledText, fc.string({unit: fc.constantFrom(...'abé—│'), maxLength: 5})),
			clip: fc.option(
				fc.record({
					x1: fc.nat(20),
					x2: fc.nat(20),
					y1: fc.nat(5),
					y2: fc.nat(5),
				}),
				{nil: undefined, freq: 6},
			),
			transformers: fc.constantFrom(
				[],
				[(line: string) => line],
				[(line: string, at: number) => `${at}${line}`],
			),
		}),
		{maxLength: 6},
	);
	const shown = async (output: string): Promise<readonly string[]> => {
		const screen = new Screen(40, 6);
		await screen.feed(output.replaceAll('\n', '\r\n'));
		return screen.picture();
	};

	await fc.assert(
		fc.asyncProperty(writes, async all => {
			const [real, lean] = [Real, Lean].map(Output => {
				const output = new Output({width: 20, height: 5});
				for (const {x, y, text: written, clip, transformers} of all) {
					if (clip !== undefined) {
						output.clip(clip);
					}

					output.write(x, y, written, {transformers});
					if (clip !== undefined) {
						output.unclip();
					}
				}

				return output.get();
			});
			expect(lean.height).toBe(real.height);
			expect(await shown(lean.output)).toEqual(await shown(real.output));
		}),
		{numRuns: 500},
	);
});

test('lines that only stand beside each other are joined without Ink', async () => {
	const {default: Lean} = await import('../../scripts/lean/ink-output.ts');
	const output = new Lean({width: 12, height: 2});
	output.write(0, 0, '│\n│', {transformers: []});
	output.write(2, 0, '\u001B[1mone\u001B[22m\ntwo', {transformers: []});
	output.write(10, 0, '│\n│', {transformers: []});
	// Ink's own is not even there.
	expect(output.get().output).toBe('│ \u001B[1mone\u001B[22m     │\n│ two     │');
});

test('what Ink makes of a text in the bundle is what Ink makes of it', async () => {
	const file = path.join(ink, 'sanitize-ansi.js');
	const [{default: real}, {default: lean}] = await Promise.all([
		built(file, []),
		built(file, [leanDependencies]),
	]);
	fc.assert(
		fc.property(
			fc.array(
				fc.oneof(
					styledText,
					fc.constantFrom('\u001B[2J', '\u001B]0;x\u0007', '\u001B', '\u001B[m', '\t', '\u0301'),
				),
				{maxLength: 4},
			),
			parts => {
				const any = parts.join('');
				expect([lean(any), lean(any)]).toEqual([real(any), real(any)]);
			},
		),
	);
});

test.each(CHANGES.map(({change}) => change))(
	'where a dependency no longer is as it was the build says so (%#)',
	change => {
		expect(() => change('export const other = 1;', 'some/build/file.js')).toThrow(
			/some\/build\/file\.js no longer holds/,
		);
	},
);

test('where what something stands in for is no longer as it was the build says so', async () => {
	await using folder = await mkdtempDisposable(path.join(os.tmpdir(), 'libya-tui-'));
	const real = path.join(folder.path, 'real.js');
	await writeFile(real, 'export default 1;\n');
	const sha256 = createHash('sha256').update('export default 1;\n').digest('hex');
	await expect(checkReal({file: 'ours.ts', path: real, sha256})).resolves.toBeUndefined();
	await writeFile(real, 'export default 2;\n');
	await expect(checkReal({file: 'ours.ts', path: real, sha256})).rejects.toThrow(
		/real\.js is no longer what ours\.ts stands in for/,
	);
});

test.each([
	"import {randomUUID} from 'node:crypto'; randomUUID();",
	"import crypto from 'node:crypto'; crypto.randomUUID();",
	"import * as crypto from 'node:crypto'; crypto.randomUUID();",
	"import * as wrap from 'wrap-ansi'; wrap.other();",
])('where a package calls what nothing stands in for the build says so: %s', async source => {
	await using folder = await mkdtempDisposable(path.join(os.tmpdir(), 'libya-tui-'));
	// Of packages esbuild keeps its warnings to itself.
	const asking = path.join(folder.path, 'node_modules/asking');
	await mkdir(asking, {recursive: true});
	await symlink(
		path.dirname(require.resolve('wrap-ansi')),
		path.join(folder.path, 'node_modules/wrap-ansi'),
	);
	const file = path.join(asking, 'index.js');
	await writeFile(file, source);
	await expect(built(file, [leanDependencies])).rejects.toThrow(/randomUUID|default|other/);
});

test('a table in the bundle tells its rows apart', () => {
	expect(sha1({id: 'a'})).not.toBe(sha1({id: 'b'}));
	expect(sha1({id: 'a'})).toBe(sha1({id: 'a'}));
});

test('the clock of the bundle goes on as that of Node does', () => {
	const lean = clock.now();
	const node = performance.now();
	while (performance.now() - node < 3) {}

	expect(clock.now() - lean).toBeGreaterThanOrEqual(3);
	expect(clock.now() - lean).toBeLessThan(2000);
});

/** A module of Ink's as it comes, and as the bundle has it. */
const bothOf = async (file: string) => {
	const [real, lean] = await Promise.all([
		built(path.join(ink, file), []),
		built(path.join(ink, file), [leanDependencies]),
	]);
	return {real: real.default, lean: lean.default};
};

test('what the bundle loads when it is first called breaks and cuts texts as ever', async () => {
	const {real, lean} = await bothOf('wrap-text.js');
	const how = fc.constantFrom('wrap', 'hard', 'truncate', 'truncate-middle', 'truncate-start');
	fc.assert(
		fc.property(styledText, fc.integer({min: 1, max: 30}), how, (any, columns, wrapping) => {
			expect(lean(any, columns, wrapping)).toBe(real(any, columns, wrapping));
		}),
	);
});

test('the colours of Ink are the same in the bundle', async () => {
	vi.stubEnv('FORCE_COLOR', '3');
	const {real, lean} = await bothOf('colorize.js');
	const colours = [
		'red',
		'blueBright',
		'gray',
		'#FF8800',
		'ansi256(9)',
		'rgb(1, 2, 3)',
		'no such',
		'',
	];
	for (const colour of colours) {
		for (const layer of ['foreground', 'background']) {
			expect(lean('any', colour, layer)).toBe(real('any', colour, layer));
		}
	}

	expect(lean('any', 'red', 'foreground')).toBe('\u001B[31many\u001B[39m');
});

test('the width of the bundle is that of string-width, styles or not', () => {
	// The bundle has a require of its own.
	vi.stubGlobal('require', createRequire(import.meta.url));
	const styled = fc
		.tuple(fc.constantFrom('', '\u001B[1m', '\u001B[38;5;1m'), text)
		.map(parts => parts.join(''));
	fc.assert(
		fc.property(styled, any => {
			expect(leanWidth(any)).toBe(realWidth(any));
			expect(leanWidth(any, {ambiguousIsNarrow: false})).toBe(
				realWidth(any, {ambiguousIsNarrow: false}),
			);
		}),
	);
	vi.unstubAllGlobals();
});
