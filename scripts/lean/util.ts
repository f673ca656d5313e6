/*
Stands in for `node:util` where meow imports it: the bundle would copy each of its properties, and Node
loads its streams, its worker threads and more for those.
*/
const util = require('node:util') as typeof import('node:util');
const {format, promisify} = util;

export {format, promisify, util as default};
