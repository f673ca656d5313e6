/*
How much of something there may be in a time: tokens come at a steady rate, up to a most, and each thing
that is done takes some. Time is in milliseconds of any clock; one that is set back gives nothing.
*/

export interface BucketSize {
	/** How many tokens come in a second. */
	readonly perSecond: number;
	/** How many there are at most, and at first. */
	readonly burst: number;
}

export interface TokenBucket {
	/** Need not be whole; under 0 more was taken than there was. */
	readonly tokens: number;
	/** When there were that many. */
	readonly at: number;
}

export const fullBucket = ({burst}: BucketSize, now: number): TokenBucket => ({
	tokens: burst,
	at: now,
});

/** The bucket as it is by now. */
export const filledBucket = (
	{tokens, at}: TokenBucket,
	{perSecond, burst}: BucketSize,
	now: number,
): TokenBucket => ({
	tokens: Math.min(burst, tokens + (Math.max(0, now - at) / 1000) * perSecond),
	at: Math.max(at, now),
});

/** The bucket as it is by now, without so many tokens, whether they were there or not. */
export const spentBucket = (
	bucket: TokenBucket,
	size: BucketSize,
	tokens: number,
	now: number,
): TokenBucket => {
	const filled = filledBucket(bucket, size, now);
	return {...filled, tokens: filled.tokens - tokens};
};

/** Milliseconds, rounded up, until no more is taken than there is; Infinity where nothing comes. */
export const untilPaid = ({tokens}: TokenBucket, {perSecond}: BucketSize): number =>
	tokens >= 0 ? 0 : Math.ceil((-tokens / perSecond) * 1000);
