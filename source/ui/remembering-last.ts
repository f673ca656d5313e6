/**
The same function, which gives what it gave last where it is called with the very same once more: a screen is
drawn again and again while most of what stands on it stays.
*/
export const rememberingLast = <Given extends readonly unknown[], Made>(
	make: (...given: Given) => Made,
): ((...given: Given) => Made) => {
	let last: {readonly given: Given; readonly made: Made} | undefined;
	return (...given) => {
		if (last === undefined || !given.every((one, at) => one === last?.given[at])) {
			last = {given, made: make(...given)};
		}

		return last.made;
	};
};
