import {
	chmodSync,
	chownSync,
	existsSync,
	lstatSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	rmSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import {createRequire} from 'node:module';
import path from 'node:path';
import {afterEach, beforeEach, describe, expect, test} from 'vitest';
import {compiledCodeIn, keepCompiledCode} from '../../source/start/compiled-code.ts';
import {loadProgram} from '../../source/start/load-program.ts';
import {type TemporaryFolder, temporaryFolder} from '../e2e/support/temporary-folder.ts';

const CODE = Buffer.from(Array.from({length: 5000}, (_, at) => at % 251));

let folder: TemporaryFolder;
let cache: string;
let file: string;
beforeEach(async () => {
	folder = await temporaryFolder();
	cache = path.join(folder.path, 'cache');
	file = path.join(cache, 'program.compiled');
});
afterEach(async () => {
	await folder[Symbol.asyncDispose]();
});

describe('compiled code', () => {
	test('is found again as it was kept, in a file that only its owner can read', () => {
		keepCompiledCode(file, 'one', CODE);
		expect(Buffer.from(compiledCodeIn(file, 'one') ?? [])).toEqual(CODE);
		expect(lstatSync(file).mode & 0o777).toBe(0o600);
		expect(lstatSync(cache).mode & 0o777).toBe(0o700);
		expect(readdirSync(cache)).toEqual(['program.compiled']);
	});

	test('is none where none was kept, and none of another program', () => {
		expect(compiledCodeIn(file, 'one')).toBeUndefined();
		keepCompiledCode(file, 'one', CODE);
		expect(compiledCodeIn(file, 'other')).toBeUndefined();
		expect(compiledCodeIn(file, 'on')).toBeUndefined();
	});

	test('takes the place of what was kept before', () => {
		keepCompiledCode(file, 'one', CODE);
		keepCompiledCode(file, 'two', CODE.subarray(100));
		expect(compiledCodeIn(file, 'one')).toBeUndefined();
		expect(compiledCodeIn(file, 'two')).toHaveLength(4900);
	});

	test.each([
		['one bit of it is another', (bytes: Buffer) => bytes.with(3000, (bytes[3000] ?? 0) ^ 1)],
		['its end is missing', (bytes: Buffer) => bytes.subarray(0, -1)],
		['something follows it', (bytes: Buffer) => Buffer.concat([bytes, Buffer.from('x')])],
		['its beginning is missing', (bytes: Buffer) => bytes.subarray(1)],
		['the file is empty', () => Buffer.alloc(0)],
		[
			'nothing stands behind its head',
			(bytes: Buffer) => bytes.subarray(0, bytes.indexOf('\n') + 1),
		],
	])('is not taken when %s', (_, damaged) => {
		keepCompiledCode(file, 'one', CODE);
		writeFileSync(file, damaged(readFileSync(file)));
		expect(compiledCodeIn(file, 'one')).toBeUndefined();
	});

	test.each([
		['file', 0o620],
		['file', 0o602],
		['folder', 0o770],
		['folder', 0o707],
	] as const)('is not taken from a %s that others may write to (%o)', (what, mode) => {
		keepCompiledCode(file, 'one', CODE);
		chmodSync(what === 'file' ? file : cache, mode);
		expect(compiledCodeIn(file, 'one')).toBeUndefined();
	});

	describe('below a folder that others may write to', () => {
		const place = () => {
			const shared = path.join(folder.path, 'shared');
			const within = path.join(shared, 'cache', 'program.compiled');
			keepCompiledCode(within, 'one', CODE);
			return {shared, within};
		};

		test('is neither taken nor kept: they could put another folder into the place of its own', () => {
			const {shared, within} = place();
			chmodSync(shared, 0o777);
			expect(compiledCodeIn(within, 'one')).toBeUndefined();
			const link = path.join(folder.path, 'link');
			symlinkSync(shared, link);
			expect(compiledCodeIn(path.join(link, 'cache/program.compiled'), 'one')).toBeUndefined();
			rmSync(within);
			keepCompiledCode(within, 'one', CODE);
			expect(existsSync(within)).toBe(false);
		});

		test('is taken where everybody may only move what is their own, as in /tmp', () => {
			const {shared, within} = place();
			chmodSync(shared, 0o1777);
			expect(compiledCodeIn(within, 'one')).toBeDefined();
		});

		// Nobody else may give a folder to a group that they are not in.
		test.runIf(process.getuid?.() === 0)(
			'is taken where they are a group, only if that has the number of the reader',
			() => {
				const {shared, within} = place();
				chmodSync(shared, 0o770);
				chownSync(shared, 0, 4711);
				expect(compiledCodeIn(within, 'one')).toBeUndefined();
				chownSync(shared, 0, 0);
				expect(compiledCodeIn(within, 'one')).toBeDefined();
			},
		);
	});

	test('is not taken through a link, which may lead to what somebody else wrote', () => {
		const elsewhere = path.join(folder.path, 'elsewhere', 'program.compiled');
		keepCompiledCode(elsewhere, 'one', CODE);
		mkdirSync(cache, {mode: 0o700});
		symlinkSync(elsewhere, file);
		expect(compiledCodeIn(file, 'one')).toBeUndefined();
		rmSync(cache, {recursive: true});
		symlinkSync(path.dirname(elsewhere), cache);
		expect(compiledCodeIn(file, 'one')).toBeUndefined();
	});

	test('is not kept in a folder that others may write to, nor where there can be none', () => {
		mkdirSync(cache);
		chmodSync(cache, 0o777);
		keepCompiledCode(file, 'one', CODE);
		expect(readdirSync(cache)).toEqual([]);
		const under = path.join(folder.path, 'plain');
		writeFileSync(under, '');
		keepCompiledCode(path.join(under, 'program.compiled'), 'one', CODE);
		expect(readFileSync(under, 'utf8')).toBe('');
	});

	test('leaves nothing behind where its name is taken by a folder', () => {
		mkdirSync(file, {recursive: true});
		chmodSync(cache, 0o700);
		keepCompiledCode(file, 'one', CODE);
		expect(readdirSync(cache)).toEqual(['program.compiled']);
	});
});

describe('a program', () => {
	const WRAPPED =
		'(function(exports,require,module,__filename,__dirname){exports.twice=n=>n*2;exports.path=__filename})';
	const require = createRequire(import.meta.url);
	const load = (id = 'one', where: string | undefined = cache) =>
		loadProgram<{twice: (n: number) => number; path: string}>(
			{name: 'program', path: path.join(folder.path, 'program.cjs'), id, require},
			where,
		);
	beforeEach(async () => {
		await folder.write('program.cjs', WRAPPED);
	});

	test('runs without compiled code, and from it once that is kept', () => {
		const first = load();
		expect(first.exports.twice(4)).toBe(8);
		expect(existsSync(file)).toBe(false);
		first.keepCompiled?.();
		expect(existsSync(file)).toBe(true);
		const second = load();
		expect(second.exports.twice(5)).toBe(10);
		expect(second.exports.path).toBe(path.join(folder.path, 'program.cjs'));
		expect(second.keepCompiled).toBeUndefined();
	});

	test('that has changed is compiled anew', async () => {
		load().keepCompiled?.();
		await folder.write('program.cjs', WRAPPED.replace('n*2', 'n*3'));
		const changed = load('two');
		expect(changed.exports.twice(4)).toBe(12);
		expect(changed.keepCompiled).toBeDefined();
	});

	test('is compiled anew where what was kept is no compiled code of this Node', () => {
		keepCompiledCode(file, 'one', CODE);
		const program = load();
		expect(program.exports.twice(4)).toBe(8);
		program.keepCompiled?.();
		expect(load().keepCompiled).toBeUndefined();
	});

	test('runs where nothing can be kept', () => {
		const program = loadProgram<{twice: (n: number) => number}>(
			{name: 'program', path: path.join(folder.path, 'program.cjs'), id: 'one', require},
			undefined,
		);
		expect(program.exports.twice(4)).toBe(8);
		program.keepCompiled?.();
		expect(existsSync(cache)).toBe(false);
	});
});
