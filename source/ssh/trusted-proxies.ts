import {isIP} from 'node:net';
import ipaddr from 'ipaddr.js';
import {visibleText} from '../terminal/visible-text.ts';

/** The proxies whose word is taken for who connects; or why a list of them is none: a phrase. */
export type TrustedProxies =
	| {
			readonly is: 'list';
			/** Whether an address is in it; one that is not known is not. */
			readonly has: (address: string | undefined) => boolean;
	  }
	| {readonly is: 'wrong'; readonly why: string};

type Address = ipaddr.IPv4 | ipaddr.IPv6;

interface Network {
	readonly address: Address;
	readonly bits: number;
}

const bitsOf = (address: Address): number => (address.kind() === 'ipv4' ? 32 : 128);

/** How much longer an IPv4 address is where it is written as an IPv6 one. */
const MAPPED_BITS = 96;

/** Its IPv4 network for one that is written as an IPv6 one. */
const asWritten = (address: Address, bits: number): Network =>
	address instanceof ipaddr.IPv6 && address.isIPv4MappedAddress() && bits >= MAPPED_BITS
		? {address: address.toIPv4Address(), bits: bits - MAPPED_BITS}
		: {address, bits};

/** The first address of a network. */
const beginningOf = ({address, bits}: Network): Address =>
	ipaddr.fromByteArray(
		address.toByteArray().map((byte, at) => {
			const kept = Math.min(8, Math.max(0, bits - at * 8));
			return byte & (0xff << (8 - kept));
		}),
	);

/** @returns What is wrong with it, where it is no network. */
const readNetwork = (text: string): Network | string => {
	const [host = '', bits, ...rest] = text.split('/');
	const isHost = isIP(host) !== 0 && !host.includes('%');
	if (!isHost || rest.length > 0 || (bits !== undefined && !/^\d{1,3}$/.test(bits))) {
		return `${visibleText(text)} is no address, as 192.0.2.1 or 2001:db8::1, and no network, as 10.0.0.0/8`;
	}

	const address = ipaddr.parse(host);
	const most = bitsOf(address);
	if (Number(bits ?? most) > most) {
		return `${text} has more than ${most} bits`;
	}

	const network = asWritten(address, Number(bits ?? most));
	const beginning = beginningOf(network).toString();
	return beginning === network.address.toString()
		? network
		: `${text} is one address of ${beginning}/${network.bits}: name that, or ${host} alone`;
};

const contains = ({address, bits}: Network, other: Address): boolean =>
	address.kind() === other.kind() && other.match([address, bits]);

/**
Reads a list of addresses and networks, parted by commas or blanks: `10.0.0.0/8, 2001:db8::1`.
*/
export const readTrustedProxies = (text: string): TrustedProxies => {
	const read = text
		.split(/[\s,]+/)
		.filter(entry => entry !== '')
		.map(readNetwork);
	const networks = read.filter(entry => typeof entry !== 'string');
	const fault = read.find(entry => typeof entry === 'string');
	if (fault !== undefined) {
		return {is: 'wrong', why: fault};
	}

	if (networks.length === 0) {
		return {is: 'wrong', why: 'no proxy is named'};
	}

	return {
		is: 'list',
		has: address => {
			if (address === undefined || isIP(address) === 0) {
				return false;
			}

			const other = ipaddr.process(address);
			return networks.some(network => contains(network, other));
		},
	};
};
