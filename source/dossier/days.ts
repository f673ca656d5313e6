import {groupedDigits} from './grouped-digits.ts';
import type {Dossier, IsoDay} from './schema.ts';

const MONTHS = [
	'Jan',
	'Feb',
	'Mar',
	'Apr',
	'May',
	'Jun',
	'Jul',
	'Aug',
	'Sep',
	'Oct',
	'Nov',
	'Dec',
] as const;
const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const;

/** Years of four digits are written without a comma. */
const groupedYear = (year: number): string => (year < 10_000 ? String(year) : groupedDigits(year));

const monthName = (month: string): string => MONTHS[Number(month) - 1] ?? month;

/** A year as EDTF counts, where `0000` is the year before 1, as people say it: `1969`, `AD 79`, `44 BC`. */
export const readableYear = (year: string): string => {
	const number = Number(year);
	if (number < 1) {
		return `${groupedYear(1 - number)} BC`;
	}

	return number < 1000 ? `AD ${number}` : groupedYear(number);
};

/** `2011-03-31` as `31 Mar`, for where the year is plain. */
export const shortDay = (day: IsoDay): string =>
	`${Number(day.slice(-2))} ${monthName(day.slice(-5, -3))}`;

/** `2011-03-31` as `31 Mar 2011`. */
export const longDay = (day: IsoDay): string =>
	`${shortDay(day)} ${readableYear(day.slice(0, -6))}`;

/** Whether the year of a day has to be told, as not every day of the dossier's span has it. */
export const needsYear = ({span}: Pick<Dossier, 'span'>, day: IsoDay): boolean =>
	![span.first, span.last].every(end => end.startsWith(day.slice(0, 4)));

/** A day of a dossier: with its year where that has to be told. */
export const dayIn = (dossier: Pick<Dossier, 'span'>, day: IsoDay): string =>
	needsYear(dossier, day) ? longDay(day) : shortDay(day);

/** `2011-03-31` as `Thu 31 Mar 2011`. */
export const dayWithWeekday = (day: IsoDay): string =>
	`${WEEKDAYS[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? ''} ${longDay(day)}`;

/** Whether a text is a day of the calendar, written as one. */
export const isDay = (text: string): boolean => {
	const date = new Date(`${text}T00:00:00Z`);
	return (
		/^\d{4}-\d\d-\d\d$/.test(text) &&
		!Number.isNaN(date.getTime()) &&
		date.toISOString().startsWith(text)
	);
};

/** The day so many days later, or earlier for a negative number. */
export const dayAfter = (day: IsoDay, days: number): IsoDay => {
	const date = new Date(`${day}T00:00:00Z`);
	date.setUTCDate(date.getUTCDate() + days);
	return date.toISOString().slice(0, 10);
};

const ENDINGS = ['th', 'st', 'nd', 'rd'] as const;

/** `20th century` for 20. */
const centuryInWords = (century: number): string => {
	const isTeen = century > 10 && century < 14;
	return `${century}${isTeen ? 'th' : (ENDINGS[century % 10] ?? 'th')} century`;
};

const sureness = {'~': 'about ', '?': 'perhaps ', '%': 'perhaps about '} as const;

const oneDate = (edtf: string): string => {
	const mark = /[~?%]$/.exec(edtf)?.[0] as keyof typeof sureness | undefined;
	// What is not known of a date is left out: no month, no day.
	const plain = (mark === undefined ? edtf : edtf.slice(0, -1)).replace(/(?:-XX)+$/, '');
	const hedge = mark === undefined ? '' : sureness[mark];
	if (/^\d{3}X$/.test(plain)) {
		return `${hedge}${plain.slice(0, 3)}0s`;
	}

	if (/^\d{2}XX$/.test(plain)) {
		return hedge + centuryInWords(Number(plain.slice(0, 2)) + 1);
	}

	if (/^-?\d{4}$/.test(plain)) {
		return hedge + readableYear(plain);
	}

	if (/^-?\d{4}-(?:0[1-9]|1[0-2])$/.test(plain)) {
		return `${hedge}${monthName(plain.slice(-2))} ${readableYear(plain.slice(0, -3))}`;
	}

	if (/^-?\d{4}-(?:0[1-9]|1[0-2])-\d\d$/.test(plain)) {
		return hedge + longDay(plain);
	}

	const [, day, time] = /^(-?\d{4}-(?:0[1-9]|1[0-2])-\d\d)T(\d\d:\d\d.*)$/.exec(edtf) ?? [];
	return day === undefined ? edtf : `${longDay(day)}, ${time}`;
};

/**
An EDTF date for reading: `198X` is `1980s`, `2011-03-25/2011-03-30` is
`25 Mar to 30 Mar 2011`, `-0043` is `44 BC`, `~` is about, `?` perhaps. A form that has no plain words
here is given as it stands.
*/
export const readableDate = (edtf: string): string => {
	const [first = '', last] = edtf.split('/');
	if (last === undefined) {
		return oneDate(first);
	}

	if (first === '..' && last === '..') {
		return edtf;
	}

	if (last === '..' || last === '') {
		return `from ${oneDate(first)}`;
	}

	if (first === '..' || first === '') {
		return `until ${oneDate(last)}`;
	}

	// One year and one hedge do for both ends.
	const [from, to] = [oneDate(first), oneDate(last)];
	const year = / \d{4}$/.exec(to)?.[0];
	const hedge = /^about /.exec(from)?.[0];
	return `${year !== undefined && from.endsWith(year) ? from.slice(0, -year.length) : from} to ${
		hedge !== undefined && to.startsWith(hedge) ? to.slice(hedge.length) : to
	}`;
};
