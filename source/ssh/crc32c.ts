/** Castagnoli's polynomial, its bits the other way round. */
const POLYNOMIAL = 0x82_f6_3b_78;

const afterByte = (byte: number): number => {
	let rest = byte;
	for (let bit = 0; bit < 8; bit++) {
		rest = (rest >>> 1) ^ ((rest & 1) === 1 ? POLYNOMIAL : 0);
	}

	return rest >>> 0;
};

const TABLE = Uint32Array.from({length: 256}, (_, byte) => afterByte(byte));

/** The CRC32c of RFC 9260, appendix A, by which the PROXY protocol and iSCSI find damage. */
export const crc32c = (bytes: Uint8Array): number => {
	let crc = 0xff_ff_ff_ff;
	for (const byte of bytes) {
		crc = (TABLE[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
	}

	return (crc ^ 0xff_ff_ff_ff) >>> 0;
};
