import {isIP} from 'node:net';
import {crc32c} from './crc32c.ts';

/*
What a proxy puts in front of a connection that it passes on: the PROXY protocol of HAProxy, version 1 (a line)
and 2 (bytes).
*/

export type ProxyHeader =
	| {readonly is: 'incomplete'}
	| {readonly is: 'wrong'; readonly why: string}
	| {
			readonly is: 'header';
			/** Whose the connection is; absent: the proxy's own, or it does not know. */
			readonly address: string | undefined;
			/** Bytes of the header; what follows is the connection's. */
			readonly length: number;
	  };

const SIGNATURE = Buffer.from('\r\n\r\n\0\r\nQUIT\n', 'latin1');

const V1 = Buffer.from('PROXY ');

/** The longest line of version 1, with its end. */
const LONGEST_LINE = 107;

/** Bytes before the addresses of version 2. */
const FIXED = 16;

/** More than any proxy has to tell. */
const MOST_V2 = 4096;

const wrong = (why: string): ProxyHeader => ({is: 'wrong', why});

const INCOMPLETE: ProxyHeader = {is: 'incomplete'};

const isPort = (text: string | undefined): boolean =>
	text !== undefined && /^(?:0|[1-9]\d{0,4})$/.test(text) && Number(text) <= 65_535;

const readLine = (bytes: Buffer): ProxyHeader => {
	const end = bytes.indexOf('\r\n');
	if (end === -1) {
		return bytes.length >= LONGEST_LINE ? wrong('its line has no end') : INCOMPLETE;
	}

	if (end + 2 > LONGEST_LINE) {
		return wrong('its line is too long');
	}

	const [, family, source, destination, from, to, ...more] = bytes
		.toString('latin1', 0, end)
		.split(' ');
	const length = end + 2;
	if (family === 'UNKNOWN') {
		return {is: 'header', address: undefined, length};
	}

	const version = family === 'TCP4' ? 4 : family === 'TCP6' ? 6 : 0;
	const isRight =
		version !== 0 &&
		isIP(source ?? '') === version &&
		isIP(destination ?? '') === version &&
		isPort(from) &&
		isPort(to) &&
		more.length === 0;
	return isRight ? {is: 'header', address: source, length} : wrong('its line is not understood');
};

const ipv6 = (bytes: Buffer): string =>
	Array.from({length: 8}, (_, at) => bytes.readUInt16BE(2 * at).toString(16)).join(':');

/** Bytes of the addresses and ports of a family. */
const ADDRESSES: Readonly<Record<number, number>> = {0: 0, 1: 12, 2: 36, 3: 216};

const CRC32C = 0x03;

/** @returns Whether what follows the addresses is whole, and its checksum right where it has one. */
const areTlvsRight = (header: Buffer, from: number): boolean => {
	let at = from;
	while (at < header.length) {
		if (at + 3 > header.length) {
			return false;
		}

		const type = header.readUInt8(at);
		const value = at + 3;
		const end = value + header.readUInt16BE(at + 1);
		if (end > header.length) {
			return false;
		}

		if (type === CRC32C) {
			if (end - value !== 4) {
				return false;
			}

			const without = Buffer.from(header);
			without.fill(0, value, end);
			if (crc32c(without) !== header.readUInt32BE(value)) {
				return false;
			}
		}

		at = end;
	}

	return true;
};

const readBytes = (bytes: Buffer): ProxyHeader => {
	if (bytes.length < FIXED) {
		return INCOMPLETE;
	}

	const versionAndCommand = bytes.readUInt8(12);
	const familyAndTransport = bytes.readUInt8(13);
	const length = FIXED + bytes.readUInt16BE(14);
	const command = versionAndCommand & 0x0f;
	if (versionAndCommand >> 4 !== 2 || command > 1) {
		return wrong('its version or command is not known');
	}

	if (length > MOST_V2) {
		return wrong('it is too long');
	}

	const family = familyAndTransport >> 4;
	const addresses = ADDRESSES[family];
	if (addresses === undefined || (familyAndTransport & 0x0f) > 2) {
		return wrong('its family is not known');
	}

	if (bytes.length < length) {
		return INCOMPLETE;
	}

	const header = bytes.subarray(0, length);
	// The proxy's own connection, to see whether anybody is there; what it says of addresses is to be ignored.
	const isLocal = command === 0;
	if (!isLocal && length < FIXED + addresses) {
		return wrong('its addresses are cut off');
	}

	if (!areTlvsRight(header, isLocal ? length : FIXED + addresses)) {
		return wrong('what follows its addresses is damaged');
	}

	const isStream = (familyAndTransport & 0x0f) === 1;
	if (isLocal || !isStream || (family !== 1 && family !== 2)) {
		return {is: 'header', address: undefined, length};
	}

	return {
		is: 'header',
		address:
			family === 1
				? header.subarray(FIXED, FIXED + 4).join('.')
				: ipv6(header.subarray(FIXED, FIXED + 16)),
		length,
	};
};

const beginsLike = (bytes: Buffer, begin: Buffer): boolean => {
	const length = Math.min(bytes.length, begin.length);
	return bytes.subarray(0, length).equals(begin.subarray(0, length));
};

/** Reads what stands at the beginning of a connection. @param bytes - All that has come of it. */
export const readProxyHeader = (bytes: Buffer): ProxyHeader => {
	if (bytes.length === 0) {
		return INCOMPLETE;
	}

	if (beginsLike(bytes, SIGNATURE)) {
		return bytes.length < SIGNATURE.length ? INCOMPLETE : readBytes(bytes);
	}

	if (beginsLike(bytes, V1)) {
		return bytes.length < V1.length ? INCOMPLETE : readLine(bytes);
	}

	return wrong('there is none');
};
