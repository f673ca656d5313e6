import {expect, test} from 'vitest';
import {builtInRows, type RecordRow, toCsv, toHistory, toLines, toLog} from './records.ts';

const hague: RecordRow = {id: 'actor:hague', kind: 'actor', title: 'Hague', paragraphs: [4, 9]};
const words: RecordRow = {
	id: 'quote:fire',
	kind: 'quote',
	title: '“He said "fire", then fled”',
	paragraphs: [31],
};

test('a peer is given every record of the dossier, each in one line', () => {
	const rows = builtInRows();
	expect(rows.map(({id}) => id)).toContain('actor:moussa-koussa');
	expect(new Set(rows.map(({kind}) => kind)).size).toBe(8);
	for (const form of [toLines, toLog]) {
		expect(form(rows).match(/\n/g)).toHaveLength(rows.length);
	}

	expect(toCsv(rows).match(/\n/g)).toHaveLength(rows.length + 1);
});

test('a comma or a quotation mark does not break a row of the CSV', () => {
	expect(toCsv([hague, words])).toBe(
		[
			'kind,title,paragraphs,id',
			'"actor","Hague","4 9","actor:hague"',
			'"quote","“He said ""fire"", then fled”","31","quote:fire"',
			'',
		].join('\n'),
	);
});

test('the lines of the log follow each other by a second', () => {
	expect(toLog([hague, words]).split('\n')).toEqual([
		'2011-03-31 00:00:00 INFO actor    Hague  ¶ 4, 9',
		'2011-03-31 00:00:01 INFO quote    “He said "fire", then fled”  ¶ 31',
		'',
	]);
});

test('the first record is the newest commit, and a message is counted in bytes', () => {
	expect(toHistory([hague, words])).toBe(
		[
			'commit refs/heads/main',
			'committer quote <quote@localhost> 1301529600 +0000',
			'data 32',
			'“He said "fire", then fled”',
			'',
			'commit refs/heads/main',
			'committer actor <actor@localhost> 1301529601 +0000',
			'data 6',
			'Hague',
			'',
		].join('\n'),
	);
});
