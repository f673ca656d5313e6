import {isIPv4, isIPv6} from 'node:net';
import ipaddr from 'ipaddr.js';
import {crc32c} from './crc32c.ts';

/*
What a proxy says of a connection before the connection's own bytes: HAProxy's PROXY protocol, version 1 in
text and version 2 in bytes (doc/proxy-protocol.txt in its source).
*/

/** What the first bytes of a connection are. */
export type ProxyHeader =
	/** More is needed to tell. */
	| {readonly is: 'incomplete'}
	/** They are no header; a phrase, with nothing of the bytes in it. */
	| {readonly is: 'wrong'; readonly why: string}
	| {
			readonly is: 'header';
			/** Who is connected to the proxy; absent: the proxy itself, or it does not say. */
			readonly address: string | undefined;
			readonly port: number | undefined;
			/** In bytes; what is behind it is the connection's own. */
			readonly length: number;
	  };

const INCOMPLETE: ProxyHeader = {is: 'incomplete'};

const wrong = (why: string): ProxyHeader => ({is: 'wrong', why});

const headerOf = (length: number, address?: string, port?: number): ProxyHeader => ({
	is: 'header',
	address,
	port,
	length,
});

/** An IPv4 address as one, also where it is written as an IPv6 one. */
const shown = (address: string): string => ipaddr.process(address).toString();

const TEXT_BEGINNING = Buffer.from('PROXY ');
/** With its line end. */
const MOST_TEXT_BYTES = 107;
const LINE_END = '\r\n';

const PORT = /^(?:0|[1-9]\d{0,4})$/;

const isPort = (text: string): boolean => PORT.test(text) && Number(text) <= 0xff_ff;

/** A zone is a matter of one machine, which the proxy is not. */
const isPlainIPv6 = (text: string): boolean => isIPv6(text) && !text.includes('%');

const readFields = (fields: readonly string[], length: number): ProxyHeader => {
	const [family, source = '', destination = '', sourcePort = '', destinationPort = ''] = fields;
	if (family === 'UNKNOWN') {
		return headerOf(length);
	}

	if (family !== 'TCP4' && family !== 'TCP6') {
		return wrong('version 1 knows TCP4, TCP6 and UNKNOWN only');
	}

	const isAddress = family === 'TCP4' ? isIPv4 : isPlainIPv6;
	if (fields.length !== 5) {
		return wrong('version 1 has two addresses and two ports');
	}

	if (!isAddress(source) || !isAddress(destination)) {
		return wrong(`an address of version 1 is none of ${family}`);
	}

	return isPort(sourcePort) && isPort(destinationPort)
		? headerOf(length, shown(source), Number(sourcePort))
		: wrong('a port of version 1 is none');
};

const readText = (bytes: Buffer): ProxyHeader => {
	const end = bytes.subarray(0, MOST_TEXT_BYTES).indexOf(LINE_END);
	if (end === -1) {
		return bytes.length < MOST_TEXT_BYTES
			? INCOMPLETE
			: wrong(`version 1 is a line of ${MOST_TEXT_BYTES} bytes at most`);
	}

	const fields = bytes.toString('latin1', TEXT_BEGINNING.length, end).split(' ');
	return readFields(fields, end + LINE_END.length);
};

const SIGNATURE = Buffer.from('\r\n\r\n\0\r\nQUIT\n', 'latin1');
/** Up to the addresses: the signature, version and command, family and transport, and a length. */
const FIXED = 16;
/** A header may say that it has 64 KiB; one that tells of a client's certificate has a few. */
const MOST_BYTES = 16 * 1024;

const LOCAL = 0x20;
const PROXY = 0x21;

interface Family {
	/** Of an address, in bytes. */
	readonly size: number;
	/** Of both addresses, with their ports where they have any. */
	readonly block: number;
}

const UNSPECIFIED = 0x00;
const UNIX = 0x31;
const FAMILIES: ReadonlyMap<number, Family> = new Map([
	[0x11, {size: 4, block: 12}],
	[0x21, {size: 16, block: 36}],
	[UNIX, {size: 108, block: 216}],
]);

const CRC32C = 0x03;
const CRC32C_SIZE = 4;

/** What is wrong with what a header says besides addresses: fields of a type, a length and a value. */
const faultInFields = (header: Buffer, from: number): string | undefined => {
	let at = from;
	while (at < header.length) {
		const value = at + 3;
		const next =
			value > header.length ? Number.POSITIVE_INFINITY : value + header.readUInt16BE(at + 1);
		if (next > header.length) {
			return 'a field of version 2 is longer than the header';
		}

		if (header[at] === CRC32C) {
			if (next - value !== CRC32C_SIZE) {
				return 'a checksum of version 2 has four bytes';
			}

			const checked = Buffer.from(header).fill(0, value, next);
			if (crc32c(checked) !== header.readUInt32BE(value)) {
				return 'the checksum of version 2 is not that of its bytes: it was damaged on the way';
			}
		}

		at = next;
	}

	return undefined;
};

const readAddresses = (header: Buffer): ProxyHeader => {
	const kind = header[13] ?? 0;
	if (header[12] === LOCAL || kind === UNSPECIFIED) {
		return headerOf(header.length);
	}

	const family = FAMILIES.get(kind);
	if (family === undefined) {
		return wrong('version 2 is of a transport that is not TCP');
	}

	const {size, block} = family;
	if (header.length < FIXED + block) {
		return wrong('version 2 is too short for its addresses');
	}

	const fault = faultInFields(header, FIXED + block);
	if (fault !== undefined) {
		return wrong(fault);
	}

	if (kind === UNIX) {
		return headerOf(header.length);
	}

	const address = ipaddr.fromByteArray([...header.subarray(FIXED, FIXED + size)]);
	const port = header.readUInt16BE(FIXED + 2 * size);
	return headerOf(header.length, shown(address.toString()), port);
};

const readBinary = (bytes: Buffer): ProxyHeader => {
	const command = bytes[12];
	if (command !== undefined && command !== LOCAL && command !== PROXY) {
		return wrong('the header is of another version than 1 or 2, or of an unknown command');
	}

	if (bytes.length < FIXED) {
		return INCOMPLETE;
	}

	const length = FIXED + bytes.readUInt16BE(14);
	if (length > MOST_BYTES) {
		return wrong(`version 2 says that it has ${length} bytes, over ${MOST_BYTES}`);
	}

	return bytes.length < length ? INCOMPLETE : readAddresses(bytes.subarray(0, length));
};

/** Whether bytes begin with these, as far as there are any. */
const mayBegin = (bytes: Buffer, beginning: Buffer): boolean => {
	const length = Math.min(bytes.length, beginning.length);
	return bytes.subarray(0, length).equals(beginning.subarray(0, length));
};

/**
Reads what a proxy says of a connection.

@param bytes - All that has come of it so far.
*/
export const readProxyHeader = (bytes: Buffer): ProxyHeader => {
	for (const [beginning, read] of [
		[TEXT_BEGINNING, readText],
		[SIGNATURE, readBinary],
	] as const) {
		if (mayBegin(bytes, beginning)) {
			return bytes.length < beginning.length ? INCOMPLETE : read(bytes);
		}
	}

	return wrong('the connection does not begin with a header of the PROXY protocol');
};
