/** The polynomial of Castagnoli, its bits reversed. */
const POLYNOMIAL = 0x82_f6_3b_78;

/** The CRC-32C of RFC 9260, appendix A; Node's zlib has CRC-32 alone. */
export const crc32c = (bytes: Uint8Array): number => {
	let crc = 0xff_ff_ff_ff;
	for (const byte of bytes) {
		crc ^= byte;
		for (let bit = 0; bit < 8; bit++) {
			crc = (crc >>> 1) ^ (POLYNOMIAL & -(crc & 1));
		}
	}

	return (crc ^ 0xff_ff_ff_ff) >>> 0;
};
