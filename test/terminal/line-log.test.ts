import {expect, test} from 'vitest';
import {LineLog} from '../../source/terminal/line-log.ts';

const openLog = (charset: 'unicode' | 'ascii' = 'unicode') => {
	const said: string[] = [];
	const log = new LineLog(bytes => said.push(bytes), charset);
	return {log, said};
};

test('a reader hears what is new in each frame, and nothing twice', () => {
	const {log, said} = openLog();
	log.paint('Title\nActors\n1 of 2: Vera');
	log.paint('Title\nActors\n2 of 2: Tom');
	log.paint('Title\nActors\n2 of 2: Tom');
	expect(said).toEqual(['Title\r\nActors\r\n1 of 2: Vera\r\n', '2 of 2: Tom\r\n']);
});

test('what went away and comes back is said again', () => {
	const {log, said} = openLog();
	log.paint('one');
	log.paint('two');
	log.paint('one');
	expect(said.at(-1)).toBe('one\r\n');
});

test('everything is said again when the reader asks for it', () => {
	const {log, said} = openLog();
	log.repaint();
	log.paint('one\n\n  \ntwo');
	log.repaint();
	expect(said).toEqual(['one\r\ntwo\r\n', 'one\r\ntwo\r\n']);
});

test('no style and no sign that the terminal cannot show is written', () => {
	const {log, said} = openLog('ascii');
	log.paint('\u001B[31;1mred “東”\u001B[0m');
	expect(said).toEqual(['red ???\r\n']);
});
