import {styledWidth} from './styled-width.ts';

type StringWidth = typeof import('string-width').default;

let real: StringWidth | undefined;

/** string-width, which is loaded when a text first needs it. */
const stringWidth: StringWidth = (text, options) => {
	if (options === undefined || Object.keys(options).length === 0) {
		const cells = styledWidth(text);
		if (cells >= 0) {
			return cells;
		}
	}

	// Bundled as a module that is not run before this line.
	real ??= (require('string-width') as {default: StringWidth}).default;
	return real(text, options);
};

export default stringWidth;
