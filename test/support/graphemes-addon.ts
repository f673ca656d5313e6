import {Buffer} from 'node:buffer';

/*
The addon reads its tables from the beginning of the memory that they lie in (0.4.0, `new DataView(data.buffer)`),
which is right only where they have that for themselves: not where small buffers share some.
*/
const {poolSize} = Buffer;
Buffer.poolSize = 0;
export const {UnicodeGraphemesAddon} = await import('@xterm/addon-unicode-graphemes');
Buffer.poolSize = poolSize;
