import {expect, test} from 'vitest';
import {sameTexts} from '../../source/dossier/same-texts.ts';

test('a text is the same with the line ends of any system, with and without a mark before it', () => {
	const same = [...sameTexts('\u{FEFF}one\r\n\r\ntwo')];
	expect(same).toContain('one\n\ntwo\n');
	expect(same).toContain('one\n\ntwo');
	expect(same).toContain('one\r\n\r\ntwo\r\n');
	expect(same).toContain('\u{FEFF}one\r\rtwo');
	expect(new Set(same).size).toBe(12);
	for (const text of same) {
		expect(new Set(sameTexts(text))).toEqual(new Set(same));
	}
});
