import type {IsoDay} from './schema.ts';

/** A year, month or day of EDTF, without qualifiers; X is a digit that is not told. */
const DATE = /^(\d[\dX]{3})(?:-(0[1-9]|1[0-2])(?:-(\d\d))?)?(?:T.*)?$/;

const DAY = /^\d{4}-\d\d-\d\d$/;

const withoutQualifiers = (edtf: string): string => edtf.replaceAll(/[~?%]/g, '');

/** `undefined` for a form that is no year, month or day. */
const boundOf = (end: string, isFirst: boolean): string | undefined => {
	const [, year, month, day] = DATE.exec(end) ?? [];
	return year === undefined
		? undefined
		: // Only compared with days there are, so every month may have 31.
			[
				year.replaceAll('X', isFirst ? '0' : '9'),
				month ?? (isFirst ? '01' : '12'),
				day ?? (isFirst ? '01' : '31'),
			].join('-');
};

/**
The days that an EDTF date tells of: a day itself, roughly or not, wherever it lies; of an interval
those of `days` that it covers, `..` being without end. An end that is unknown reaches no further
than the other end. A month, a year or one day out of several is told to no day.

@param days - In order.
*/
export const coveredDays = (when: string, days: readonly IsoDay[]): readonly IsoDay[] => {
	const plain = withoutQualifiers(when);
	if (DAY.test(plain)) {
		return [plain];
	}

	const [first, last] = plain.split('/');
	if (first === undefined || last === undefined) {
		return [];
	}

	const from = first === '..' ? '' : boundOf(first === '' ? last : first, true);
	const to = last === '..' ? '9999-12-31' : boundOf(last === '' ? first : last, false);
	return from === undefined || to === undefined ? [] : days.filter(day => day >= from && day <= to);
};
