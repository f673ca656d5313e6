type Chalk = typeof import('chalk');

/** Bundled as a module that is not run before this line. */
const real = (): Chalk => require('chalk') as Chalk;

/** chalk, which looks at the environment as it loads, and is asked for by boxes and texts with colours of Ink's. */
export default new Proxy({} as Chalk['default'], {
	get: (_, name) => Reflect.get(real().default, name),
});

export const foregroundColorNames = {
	includes: (name: string): boolean => (real().foregroundColorNames as string[]).includes(name),
};
