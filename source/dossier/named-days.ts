/** A day, of which some digits may not be known, without the marks of what is not sure. */
const DAY = /([\dX]{2})([\dX]{2})-([\dX]{2})-([\dX]{2})/g;

const MARKS = /[~?%]/g;

/** Of these last two digits every year is a leap year; of `00` one in four. */
const QUARTERS: readonly string[] = Array.from({length: 25}, (_, at) =>
	String(at * 4).padStart(2, '0'),
);

/** Whether two digits may be those that are known. */
const mayBe = (known: string, digits: string): boolean =>
	(known[0] === 'X' || known[0] === digits[0]) && (known[1] === 'X' || known[1] === digits[1]);

const mayBeLeap = (century: string, year: string): boolean =>
	QUARTERS.some(
		quarter =>
			mayBe(year, quarter) && (quarter !== '00' || QUARTERS.some(each => mayBe(century, each))),
	);

const isInCalendar = (century: string, year: string, month: string, day: string): boolean => {
	const like = mayBeLeap(century, year) ? 2000 : 2001;
	for (let at = 1; at <= 12; at++) {
		if (mayBe(month, String(at).padStart(2, '0'))) {
			const last = new Date(Date.UTC(like, at, 0)).getUTCDate();
			for (let date = 1; date <= last; date++) {
				if (mayBe(day, String(date).padStart(2, '0'))) {
					return true;
				}
			}
		}
	}

	return false;
};

/**
The first day that an EDTF date names although no calendar has it, such as `2011-02-29`, or `2X11-02-29`,
which is none whatever the digit; its marks are left out. `undefined` where it names none of the kind.
*/
export const missingDay = (when: string): string | undefined => {
	for (const [named, century = '', year = '', month = '', day = ''] of when
		.replaceAll(MARKS, '')
		.matchAll(DAY)) {
		if (!isInCalendar(century, year, month, day)) {
			return named;
		}
	}

	return undefined;
};
