import edtf from 'edtf';

const PLAIN = /^\d{4}(?:-\d\d(?:-\d\d)?)?$/;

/** A plain year, month or day, of which there may be many, without the grammar of all of EDTF. */
const plainBeginning = (when: string): number | undefined => {
	const instant = Date.parse(when);
	return Number.isNaN(instant) || !new Date(instant).toISOString().startsWith(when)
		? undefined
		: instant;
};

/** First instant of an EDTF date in ms since 1970, or `undefined` when it is not EDTF. */
export const beginningOf = (when: string): number | undefined => {
	if (PLAIN.test(when)) {
		return plainBeginning(when);
	}

	try {
		return edtf(when).min;
	} catch {
		return undefined;
	}
};
