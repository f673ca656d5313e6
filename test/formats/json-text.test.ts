import fc from 'fast-check';
import {expect, test} from 'vitest';
import {jsonRows} from '../../source/formats/json-rows.ts';
import {jsonText} from '../../source/formats/json-text.ts';
import {visibleText} from '../../source/terminal/visible-text.ts';

test('holds nothing that a terminal would obey, and is read back as it was', () => {
	const sign = fc.oneof(
		fc.integer({min: 0, max: 0xa0}).map(code => String.fromCharCode(code)),
		fc.constantFrom('\u2028', '\u2029', '\u202E', '\u2066', '\u2069', 'é', '\\'),
	);
	fc.assert(
		fc.property(fc.string({unit: sign}), text => {
			const json = jsonText({[text]: [text]});
			expect(JSON.parse(json)).toEqual({[text]: [text]});
			const inOneLine = json.replaceAll(/[\n\t]/g, '');
			expect(visibleText(inOneLine)).toBe(inOneLine);
		}),
	);
});

test('what is not said is null, and the keys are those of the columns in their order', () => {
	expect(
		JSON.stringify(
			Array.from(
				jsonRows({
					columns: ['b', 'a'],
					rows: [
						[undefined, []],
						[0, false],
					],
				}),
			),
		),
	).toBe('[{"b":null,"a":[]},{"b":0,"a":false}]');
});
