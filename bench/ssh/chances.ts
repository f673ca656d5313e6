/** Numbers from 0 to below 1 in no order, the same ones in each run. (Marsaglia's xorshift, of 32 bits.) */
export const createChances = (): (() => number) => {
	let state = 0x9e3779b9;
	return () => {
		state ^= state << 13;
		state ^= state >>> 17;
		state ^= state << 5;
		return (state >>> 0) / 2 ** 32;
	};
};
