import {expect, test} from 'vitest';
import {dayIn, dayWithWeekday, longDay, readableDate, shortDay} from '../../source/dossier/days.ts';

test('a day reads as people say it', () => {
	expect(longDay('2020-05-02')).toBe('2 May 2020');
	expect(shortDay('2020-12-31')).toBe('31 Dec');
	expect(dayWithWeekday('2020-05-02')).toBe('Sat 2 May 2020');
	expect(dayWithWeekday('2000-02-29')).toBe('Tue 29 Feb 2000');
});

test('a day has its year with it unless every day that is told of has the same', () => {
	const inOneYear = {span: {first: '2020-05-01', last: '2020-12-31'}};
	expect(dayIn(inOneYear, '2020-05-02')).toBe('2 May');
	expect(dayIn(inOneYear, '1988-12-21')).toBe('21 Dec 1988');
	const overNewYear = {span: {first: '2019-12-31', last: '2020-01-01'}};
	expect(dayIn(overNewYear, '2020-01-01')).toBe('1 Jan 2020');
	expect(dayIn(overNewYear, '2019-12-31')).toBe('31 Dec 2019');
});

test.each([
	['1969', '1969'],
	['198X', '1980s'],
	['2020-05', 'May 2020'],
	['2020-05-02', '2 May 2020'],
	['2020-05-02~', 'about 2 May 2020'],
	['2020?', 'perhaps 2020'],
	['2020-05%', 'perhaps about May 2020'],
	['198X~', 'about 1980s'],
	['2020-04-25~/2020-04-30~', 'about 25 Apr to 30 Apr 2020'],
	['1988/2009', '1988 to 2009'],
	['0000', '1 BC'],
	['-0043', '44 BC'],
	['-0043-03-15~', 'about 15 Mar 44 BC'],
	['-0043-03/0014', 'Mar 44 BC to AD 14'],
	['-9998', '9999 BC'],
	['-9999', '10,000 BC'],
	['0999', 'AD 999'],
	['1000', '1000'],
	['19XX', '20th century'],
	['00XX', '1st century'],
	['10XX', '11th century'],
	['11XX', '12th century'],
	['20XX?', 'perhaps 21st century'],
	['2020-XX-XX', '2020'],
	['2020-05-XX~', 'about May 2020'],
	['2020-05-02T09:30', '2 May 2020, 09:30'],
	['-0043-03-15T12:00:00Z', '15 Mar 44 BC, 12:00:00Z'],
	['2020-05-02/..', 'from 2 May 2020'],
	['../2020', 'until 2020'],
	['/2020', 'until 2020'],
])('the date %s reads as %s', (edtf, words) => {
	expect(readableDate(edtf)).toBe(words);
});

test.each(['2001-21', 'Y170000002', '[1667,1668]', '2020-13-40', '../..'])(
	'the date %s, which has no plain words, stays as it stands',
	edtf => {
		expect(readableDate(edtf)).toBe(edtf);
	},
);
