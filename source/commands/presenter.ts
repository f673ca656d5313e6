import type {Capabilities} from '../terminal/capabilities.ts';

/** How to write a text on a terminal of this charset; the tables for ASCII are large and load only for it. */
export const presenterFor = async (
	charset: Capabilities['charset'],
): Promise<(text: string) => string> => {
	if (charset === 'unicode') {
		return text => text;
	}

	const [{default: anyAscii}, {asciiTextWith}] = await Promise.all([
		import('any-ascii'),
		import('../terminal/ascii-text.ts'),
	]);
	return asciiTextWith(anyAscii);
};
