/** The largest of 1, 2, 5, 10, 20 and so on that is not above a number; the number is above 0. */
export const roundBelow = (most: number): number => {
	const power = 10 ** Math.floor(Math.log10(most));
	return [5, 2, 1].map(step => step * power).find(length => length <= most) ?? power;
};
