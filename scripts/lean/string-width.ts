import {isSimpleText} from '../../source/terminal/simple-text.ts';

type StringWidth = typeof import('string-width').default;

// biome-ignore lint/suspicious/noControlCharactersInRegex: SGR sequences begin with ESC
const SGR = /\u001B\[[\d;]*m/g;

let real: StringWidth | undefined;

/** string-width, which is loaded when a text first needs it. */
const stringWidth: StringWidth = (text, options) => {
	const isPlain = options === undefined || Object.keys(options).length === 0;
	const bare = text.includes('\u{1B}') ? text.replaceAll(SGR, '') : text;
	if (isPlain && isSimpleText(bare)) {
		return bare.length;
	}

	// Bundled as a module that is not run before this line.
	real ??= (require('string-width') as {default: StringWidth}).default;
	return real(text, options);
};

export default stringWidth;
