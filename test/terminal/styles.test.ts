import {expect, test} from 'vitest';
import {inAscii, unstyled} from '../../source/terminal/styles.ts';

test('in ASCII whatever is left beyond it becomes ?, and styles stay', () => {
	expect(inAscii('\u001B[31m“東”\u001B[39m ok')).toBe('\u001B[31m???\u001B[39m ok');
});

test('a line can be had without any style', () => {
	expect(unstyled('\u001B[1;38;5;7mred\u001B[0m [7m')).toBe('red [7m');
});
