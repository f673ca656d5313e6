interface Chalk {
	readonly default: object;
	readonly foregroundColorNames: readonly string[];
}

/** Bundled as a module that is not run before this line. */
const real = (): Chalk => require('ink-chalk') as Chalk;

/** Ink's chalk, which looks at the environment as it loads; texts and boxes with colours of Ink's ask for it. */
export default new Proxy({}, {get: (_, name) => Reflect.get(real().default, name)});

export const foregroundColorNames = {
	includes: (name: string): boolean => real().foregroundColorNames.includes(name),
};
