/**
A copy of a document in which every text has gone through `change`; numbers, order and keys stay.
Ids go through it too, so `change` must leave plain ASCII words alone.
*/
export const withTexts = <Document>(
	document: Document,
	change: (text: string) => string,
): Document => {
	const copy = (value: unknown): unknown => {
		if (typeof value === 'string') {
			return change(value);
		}

		if (Array.isArray(value)) {
			return value.map(copy);
		}

		if (typeof value === 'object' && value !== null) {
			return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, copy(item)]));
		}

		return value;
	};

	return copy(document) as Document;
};
