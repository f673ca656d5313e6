import {mkdtempDisposable} from 'node:fs/promises';
import {createRequire} from 'node:module';
import os from 'node:os';
import path from 'node:path';
import {pathToFileURL} from 'node:url';
import {build, type Plugin} from 'esbuild';
import fc from 'fast-check';
import realWidth from 'string-width';
import {describe, expect, test, vi} from 'vitest';
import {Segmenter} from '../../scripts/lean/segmenter.ts';
import leanWidth from '../../scripts/lean/string-width.ts';
import {leanDependencies, leanOutput, leanSanitizing} from '../../scripts/lean-dependencies.ts';
import {anyText} from '../support/any-text.ts';

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

/** A module of Ink by itself, as it comes or as the bundle has it. */
const inkModule = async (name: string, plugins: readonly Plugin[]) => {
	const folder = await mkdtempDisposable(path.join(os.tmpdir(), 'libya-tui-lean-'));
	const outfile = path.join(folder.path, 'module.mjs');
	await build({
		entryPoints: [path.join(path.dirname(require.resolve('ink')), name)],
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
	return loaded.default;
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

test('the grid of Ink in the bundle is Ink’s, whatever is written where', async () => {
	const [Real, Lean] = await Promise.all([
		inkModule('output.js', []),
		inkModule('output.js', [leanDependencies]),
	]);
	const writes = fc.array(
		fc.record({
			x: fc.integer({min: -3, max: 25}),
			y: fc.integer({min: -2, max: 6}),
			text: styledText,
			clip: fc.option(
				fc.record({
					x1: fc.nat(20),
					x2: fc.nat(20),
					y1: fc.nat(5),
					y2: fc.nat(5),
				}),
				{nil: undefined},
			),
		}),
		{maxLength: 6},
	);
	fc.assert(
		fc.property(writes, all => {
			const [real, lean] = [Real, Lean].map(Output => {
				const output = new Output({width: 20, height: 5});
				for (const {x, y, text: written, clip} of all) {
					if (clip !== undefined) {
						output.clip(clip);
					}

					output.write(x, y, written, {transformers: []});
					if (clip !== undefined) {
						output.unclip();
					}
				}

				return output.get();
			});
			expect(lean).toEqual(real);
		}),
		{numRuns: 300},
	);
});

test('what Ink makes of a text in the bundle is what Ink makes of it', async () => {
	const [real, lean] = await Promise.all([
		inkModule('sanitize-ansi.js', []),
		inkModule('sanitize-ansi.js', [leanDependencies]),
	]);
	fc.assert(
		fc.property(
			fc.array(fc.oneof(styledText, fc.constantFrom('\u001B[2J', '\u001B]0;x\u0007', '\u001B')), {
				maxLength: 4,
			}),
			parts => {
				const any = parts.join('');
				expect([lean(any), lean(any)]).toEqual([real(any), real(any)]);
			},
		),
	);
});

test.each([leanOutput, leanSanitizing])(
	'where Ink no longer is as it was the build says so',
	lean => {
		expect(() => lean('export default 1;', 'ink/build/some.js')).toThrow(
			/ink\/build\/some\.js no longer holds/,
		);
	},
);

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
