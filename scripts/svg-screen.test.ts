import {expect, test} from 'vitest';
import {Screen} from '../test/support/screen.ts';
import {drawScreen} from './svg-screen.ts';

const draw = async (output: string): Promise<string> => {
	const screen = new Screen(20, 3);
	await screen.feed(output);
	const rows = [0, 1, 2].map(row => screen.cells(row));
	return drawScreen(rows, {title: 'a & b', description: 'said "so"'});
};

/** The pieces of text in a picture, each as its column, its columns and its words. */
const textsIn = (svg: string): readonly string[] =>
	[...svg.matchAll(/<text class="s.*? x="(\d+)".*?(?:textLength="(\d+)".*?)?>(.*?)<\/text>/g)].map(
		([, x, length, text]) => `${Number(x) / 9} ${Number(length ?? 9) / 9} ${text}`,
	);

test('a picture is well-formed whatever is on the screen', async () => {
	const svg = await draw('<a href="x">&amp;');
	expect(svg).toContain('aria-label="said &quot;so&quot;"');
	expect(svg).toContain('>a &amp; b<');
	expect(textsIn(svg)).toEqual(['0 17 &lt;a href=&quot;x&quot;&gt;&amp;amp;']);
});

test('text stands in its own columns', async () => {
	expect(textsIn(await draw('two words  apart \u001B[31mred'))).toEqual([
		'0 9 two words',
		'11 5 apart',
		'17 3 red',
	]);
	expect(textsIn(await draw('中文 ⏎ a'))).toEqual(['0 2 中', '2 2 文', '5 1 ⏎', '7 1 a']);
});

test('lines join from cell to cell and need no font', async () => {
	const svg = await draw('┌──┐\r\n│  │\r\n└──┘');
	expect(textsIn(svg)).toEqual([]);
	expect(svg).toContain('d="M4 9h28v1h-28zM4 9h1v39h-1zM31 9h1v39h-1zM4 47h28v1h-28z"');
});

test('reverse video and dim become colours', async () => {
	const svg = await draw('\u001B[7;32mheld\u001B[0;2mnot');
	expect(svg).toContain('<path fill="#8fd18a" d="M0 0h36v19h-36z"/>');
	expect(svg).toContain('{fill:#11151c}');
	expect(svg).toContain('{fill:#8b9098}');
});
