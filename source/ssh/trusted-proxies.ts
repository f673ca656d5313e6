import ipaddr from 'ipaddr.js';

/** Proxies that are believed when they say whose a connection is. */
export interface TrustedProxies {
	readonly includes: (address: string) => boolean;
}

type Range = ReturnType<typeof ipaddr.parseCIDR>;

const rangeOf = (text: string): Range => {
	try {
		if (text.includes('/')) {
			return ipaddr.parseCIDR(text);
		}

		const address = ipaddr.process(text);
		return [address, address.kind() === 'ipv4' ? 32 : 128];
	} catch {
		throw new RangeError(
			`${text} is neither an address nor a range of them, such as 10.0.0.2 or 10.1.0.0/16.`,
		);
	}
};

/**
@param list - Addresses and ranges, with commas between them.
@throws {RangeError} One of them is none.
*/
export const trustedProxies = (list: string): TrustedProxies => {
	const ranges = list.split(',').map(text => rangeOf(text.trim()));
	return {
		includes(text) {
			if (!ipaddr.isValid(text)) {
				return false;
			}

			// IPv4 within IPv6 is IPv4.
			const address = ipaddr.process(text);
			return ranges.some(([range, bits]) =>
				range.kind() === address.kind() ? address.match(range, bits) : false,
			);
		},
	};
};
