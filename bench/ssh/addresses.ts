/**
Addresses of this machine, another one at each call: a server limits how many connections come from one.

@returns In 127.0.0.0/8, of which Linux answers to all.
*/
export const createAddresses = (): (() => string) => {
	let last = 0;
	return () => {
		last += 1;
		return `127.${(last >> 16) & 0x7f}.${(last >> 8) & 0xff}.${last & 0xff}`;
	};
};
