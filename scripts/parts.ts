import type {Plugin} from 'esbuild';

export interface Part {
	/** As it is imported. */
	readonly module: string;
	/** Its name in the folder of parts, without the extension. */
	readonly file: string;
	/** Whether it is an ES module of which only the default is wanted. */
	readonly isDefault: boolean;
	/** What is called of its default where it is imported before a first frame: it is loaded by the first call. */
	readonly calls?: readonly string[];
	/** The program that needs it at every start, and has it within itself. */
	readonly within?: string;
	/**
	As it comes, with the names of its classes, which ssh2 1.17 asks for when a connection closes, and edtf 4.11
	to tell a list of dates: what is changed in dependencies for the sake of a start would only be missed in it.
	*/
	readonly isWhole?: boolean;
}

/** Packages and data that a first frame never needs, each in a file of its own. */
export const PARTS: readonly Part[] = [
	{module: 'any-ascii', file: 'any-ascii', isDefault: true},
	{module: 'csv-stringify/sync', file: 'csv-stringify', isDefault: false},
	{module: 'd3-geo', file: 'd3-geo', isDefault: false},
	{module: 'edtf', file: 'edtf', isDefault: true, isWhole: true},
	{module: 'fuzzysort', file: 'fuzzysort', isDefault: true, calls: ['go', 'cleanup']},
	{module: 'meow', file: 'meow', isDefault: true, within: 'command'},
	{module: 'world-atlas/land-110m.json', file: 'land-110m', isDefault: true},
	{module: 'world-atlas/land-50m.json', file: 'land-50m', isDefault: true},
	{module: 'world-atlas/land-10m.json', file: 'land-10m', isDefault: true},
	{module: 'pino', file: 'pino', isDefault: false, isWhole: true},
	{module: 'prom-client', file: 'prom-client', isDefault: false, isWhole: true},
	{module: 'ssh2', file: 'ssh2', isDefault: false, isWhole: true},
	{module: 'write-file-atomic', file: 'write-file-atomic', isDefault: false},
	{module: 'zod', file: 'zod', isDefault: false},
];

const pathOf = ({file}: Part): string => `./parts/${file}.cjs`;

const whenCalled = (part: Part, calls: readonly string[]): string => {
	const functions = calls.map(
		name => `${name}: (...given) => require(${JSON.stringify(pathOf(part))}).${name}(...given)`,
	);
	return `export default {${functions.join(', ')}};`;
};

const CALLED = 'called-part';
const READ = 'read-part';

const partOf = (module: string): Part | undefined => PARTS.find(part => part.module === module);

/**
Data that is read quicker as JSON than as the program's own text: the built-in dossier, and what another
one is checked against.
*/
export const DATA = ['brega-2011-03-31.json', 'dossier.schema.json'] as const;

/** Has a program ask for parts where they lie once it is built. */
export const inParts = (program: string): Plugin => ({
	name: 'in-parts',
	setup({onResolve, onLoad}) {
		onResolve({filter: /^[^./]/}, ({path, kind}) => {
			const part = partOf(path);
			if (part === undefined || part.within === program || kind === 'entry-point') {
				return undefined;
			}

			return part.calls === undefined
				? {path: pathOf(part), external: true}
				: {path, namespace: CALLED};
		});
		onResolve({filter: /\/data\/[^/]+\.json$/}, ({path}) => {
			const file = DATA.find(name => path.endsWith(`/data/${name}`));
			return file === undefined ? undefined : {path: file, namespace: READ};
		});
		onResolve({filter: /^\.\/parts\//}, ({path}) => ({path, external: true}));
		onLoad({filter: /./, namespace: READ}, ({path}) => ({
			contents: `module.exports = JSON.parse(require('fs').readFileSync(__dirname + ${JSON.stringify(`/parts/${path}`)}, 'utf8'));`,
			loader: 'js',
		}));
		onLoad({filter: /./, namespace: CALLED}, ({path}) => {
			const part = partOf(path);
			return part?.calls === undefined
				? undefined
				: {contents: whenCalled(part, part.calls), loader: 'js'};
		});
	},
});
