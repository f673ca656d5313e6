/** A time in milliseconds, 0 for never; or why a text is none: a phrase. */
export type Duration =
	| {readonly is: 'duration'; readonly milliseconds: number}
	| {readonly is: 'wrong'; readonly why: string};

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const MOST = 7 * DAY;

const SHAPE = /^(?:(?<days>\d+)d)?(?:(?<hours>\d+)h)?(?:(?<minutes>\d+)m)?(?:(?<seconds>\d+)s)?$/;

/** Reads `90s`, `15m`, `1h30m` or `7d`, the most there is; `0` is never. */
export const readDuration = (text: string): Duration => {
	if (/^0+$/.test(text)) {
		return {is: 'duration', milliseconds: 0};
	}

	const parts = text === '' ? undefined : SHAPE.exec(text)?.groups;
	if (parts === undefined) {
		const remedy = /^\d{1,6}$/.test(text)
			? `say of what: ${text}s, ${text}m or ${text}h`
			: 'a time is written 90s, 15m or 1h30m, and never is 0';
		return {is: 'wrong', why: remedy};
	}

	const {days = 0, hours = 0, minutes = 0, seconds = 0} = parts;
	const milliseconds =
		Number(days) * DAY + Number(hours) * HOUR + Number(minutes) * MINUTE + Number(seconds) * SECOND;
	return milliseconds > MOST
		? {is: 'wrong', why: 'a week (7d) is the most, and never is 0'}
		: {is: 'duration', milliseconds};
};
