import ipaddr from 'ipaddr.js';

/** Those whose address is not known, as of a socket that is closed already, are one group. */
const UNKNOWN = 'unknown';

/** Of the eight parts of an IPv6 address those that tell the network: whoever has one has all of it. */
const NETWORK_PARTS = 4;

/**
What an address counts as: an IPv4 address as itself, also where it is written as IPv6 one
(`::ffff:192.0.2.1`), any other IPv6 address as its network of 64 bits (`2001:db8:0:1::/64`).
*/
export const addressGroup = (address: string | undefined): string => {
	if (address === undefined || !ipaddr.isValid(address)) {
		return UNKNOWN;
	}

	const parsed = ipaddr.process(address);
	if (parsed instanceof ipaddr.IPv4) {
		return parsed.toString();
	}

	const network = parsed.parts.map((part, at) => (at < NETWORK_PARTS ? part : 0));
	return `${new ipaddr.IPv6(network).toRFC5952String()}/64`;
};
