type Change = (text: string) => string;

const changedArray = (items: readonly unknown[], change: Change): readonly unknown[] => {
	let copy: unknown[] | undefined;
	for (let at = 0; at < items.length; at++) {
		const changed = changedValue(items[at], change);
		if (changed !== items[at]) {
			copy ??= [...items];
			copy[at] = changed;
		}
	}

	return copy ?? items;
};

const changedObject = (object: Readonly<Record<string, unknown>>, change: Change): unknown => {
	let copy: Record<string, unknown> | undefined;
	for (const key in object) {
		const changed = changedValue(object[key], change);
		if (changed !== object[key]) {
			copy ??= {...object};
			copy[key] = changed;
		}
	}

	return copy ?? object;
};

function changedValue(value: unknown, change: Change): unknown {
	if (typeof value === 'string') {
		return change(value);
	}

	if (Array.isArray(value)) {
		return changedArray(value, change);
	}

	return typeof value === 'object' && value !== null
		? changedObject(value as Readonly<Record<string, unknown>>, change)
		: value;
}

/**
A document in which every text has gone through `change`; numbers, order and keys stay. Whatever holds no
text that is changed is no copy: most of a document is shared with the one it came from.

Ids go through it too, so `change` must leave plain ASCII words alone.
*/
export const withTexts = <Document>(document: Document, change: Change): Document =>
	changedValue(document, change) as Document;
