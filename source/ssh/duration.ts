const SECOND = 1000;

const UNITS: Readonly<Record<string, number>> = {
	h: 3600 * SECOND,
	m: 60 * SECOND,
	s: SECOND,
};

const MOST = 7 * 24 * 3600 * SECOND;

/**
A length of time as it is typed: `90s`, `15m`, `1h30m`, each unit once and the larger first; `0` is none.

@returns Milliseconds.
@throws {RangeError} It is none, or longer than a week; the message says how one is written.
*/
export const readDuration = (text: string): number => {
	if (text === '0') {
		return 0;
	}

	const parts = /^(?:(\d{1,6})h)?(?:(\d{1,6})m)?(?:(\d{1,6})s)?$/.exec(text);
	if (parts === null || text === '') {
		throw new RangeError(`${text} is no length of time, such as 90s, 15m, 1h30m, or 0 for none.`);
	}

	const length = ['h', 'm', 's'].reduce(
		(sum, unit, at) => sum + Number(parts[at + 1] ?? 0) * (UNITS[unit] ?? 0),
		0,
	);
	if (length > MOST) {
		throw new RangeError(`${text} is more than a week; 0 is without end.`);
	}

	return length;
};
