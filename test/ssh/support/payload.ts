/** Numbers of messages, as RFC 4250 has them. */
export const MESSAGE = {
	disconnect: 1,
	ignore: 2,
	unimplemented: 3,
	debug: 4,
	serviceRequest: 5,
	kexInit: 20,
	newKeys: 21,
	kexReply: 30,
	userauthRequest: 50,
	userauthFailure: 51,
	userauthSuccess: 52,
	globalRequest: 80,
	requestSuccess: 81,
	requestFailure: 82,
	channelOpen: 90,
	channelOpenConfirmation: 91,
	channelOpenFailure: 92,
	channelWindowAdjust: 93,
	channelData: 94,
	channelExtendedData: 95,
	channelEof: 96,
	channelClose: 97,
	channelRequest: 98,
	channelSuccess: 99,
	channelFailure: 100,
} as const;

type Field = number | boolean | string | Uint8Array;

const bytesOf = (field: Field): Uint8Array => {
	if (typeof field === 'boolean') {
		return Uint8Array.of(field ? 1 : 0);
	}

	const number = Buffer.alloc(4);
	if (typeof field === 'number') {
		number.writeUInt32BE(field);
		return number;
	}

	const bytes = Buffer.from(field);
	number.writeUInt32BE(bytes.length);
	return Buffer.concat([number, bytes]);
};

/** A message of SSH: numbers are written as uint32, truths as a byte, texts and bytes after their length. */
export const payloadOf = (message: number, ...fields: readonly Field[]): Buffer =>
	Buffer.concat([Uint8Array.of(message), ...fields.map(bytesOf)]);

/** The packet of a message as it goes over the wire before there are keys. */
export const plainPacket = (payload: Uint8Array): Buffer => {
	const padding = 4 + ((8 - ((5 + payload.length + 4) % 8)) % 8);
	const packet = Buffer.alloc(5 + payload.length + padding);
	packet.writeUInt32BE(1 + payload.length + padding);
	packet[4] = padding;
	packet.set(payload, 5);
	return packet;
};

/** What a client offers for the exchange of keys, where only some of it matters. */
export const kexInit = ({
	kex = 'curve25519-sha256@libssh.org',
	cipher = 'aes256-gcm@openssh.com',
	compression = 'none',
}: {
	readonly kex?: string;
	readonly cipher?: string;
	readonly compression?: string;
} = {}): Buffer =>
	Buffer.concat([
		Uint8Array.of(MESSAGE.kexInit),
		Buffer.alloc(16, 7),
		...[kex, 'ssh-ed25519', cipher, cipher, 'hmac-sha2-256-etm@openssh.com'].map(bytesOf),
		...['hmac-sha2-256-etm@openssh.com', compression, compression, '', ''].map(bytesOf),
		Buffer.alloc(5),
	]);
