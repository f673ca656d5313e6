import {pathToFileURL} from 'node:url';

/** Stands in for `import.meta`, which a CommonJS module lacks. */
export const importMeta = {
	dirname: __dirname,
	filename: __filename,
	get url(): string {
		return pathToFileURL(__filename).href;
	},
};
