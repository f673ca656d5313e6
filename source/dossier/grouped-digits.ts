/**
A whole number with a comma after every third digit, as `toLocaleString` writes it in English. What that loads
when it is first called takes as long as reading thousands of records.
*/
export const groupedDigits = (whole: number): string =>
	String(whole).replaceAll(/\B(?=(?:\d{3})+$)/g, ',');
