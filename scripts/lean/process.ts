/*
Stands in for `node:process` where it is imported: the bundle would copy each of its properties, for every
module that asks, and some cost time to read.
*/
const {process} = globalThis;
const cwd = (): string => process.cwd();
const {env} = process;

export {cwd, env, process as default};
