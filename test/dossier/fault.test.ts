import {expect, test} from 'vitest';
import {pointerTo} from '../../source/dossier/fault.ts';

test('a pointer escapes the two characters that mean something in it', () => {
	expect(pointerTo(['a/b', 'c~d', '~1', 0, ''])).toBe('/a~1b/c~0d/~01/0/');
	expect(pointerTo([])).toBe('');
});
