/** A year, a month or a day, of which nothing is left open. */
const PLAIN = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/;

export interface FtmDates {
	/** The day, month or year itself. */
	readonly date?: string;
	readonly startDate?: string;
	readonly endDate?: string;
}

const plain = (date: string | undefined): string | undefined =>
	date !== undefined && PLAIN.test(date) ? date : undefined;

/**
An EDTF date as FollowTheMoney has dates, which are years, months and days. What is about, perhaps, or a
decade has no date there, and one must not be made up for it; of an interval each end counts for itself.
*/
export const ftmDates = (when: string): FtmDates => {
	const [first, last] = when.split('/');
	const [from, to] = [plain(first), plain(last)];
	if (last === undefined) {
		return from === undefined ? {} : {date: from};
	}

	return {
		...(from === undefined ? {} : {startDate: from}),
		...(to === undefined ? {} : {endDate: to}),
	};
};
