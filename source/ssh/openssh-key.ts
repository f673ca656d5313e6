import {generateKeyPairSync, randomBytes} from 'node:crypto';

/*
A private key without a passphrase as OpenSSH keeps it (PROTOCOL.key in its source): what it is and the
public key, then the private key, padded.
*/

const TYPE = 'ssh-ed25519';
const NO_CIPHER = 'none';
/** What it is padded to where nothing is enciphered. */
const BLOCK = 8;
const LINE = 70;

const uint32 = (number: number): Buffer => {
	const bytes = Buffer.alloc(4);
	bytes.writeUInt32BE(number);
	return bytes;
};

/** A length and so many bytes, as RFC 4251 has it. */
const sshString = (value: string | Uint8Array): Buffer => {
	const bytes = Buffer.from(value);
	return Buffer.concat([uint32(bytes.length), bytes]);
};

/** How the file of a key without a passphrase begins, decoded: all of it before the private key. */
export const unencryptedBeginning = (blob: Uint8Array): Buffer =>
	Buffer.concat([
		Buffer.from('openssh-key-v1\0'),
		sshString(NO_CIPHER),
		sshString(NO_CIPHER),
		sshString(''),
		uint32(1),
		sshString(blob),
	]);

const armoured = (bytes: Buffer): string => {
	const lines = bytes.toString('base64').match(new RegExp(`.{1,${LINE}}`, 'g')) ?? [];
	return [
		'-----BEGIN OPENSSH PRIVATE KEY-----',
		...lines,
		'-----END OPENSSH PRIVATE KEY-----',
		'',
	].join('\n');
};

/**
A new Ed25519 key, as the text of a file of OpenSSH's. ssh2 has a function for this, which loses the first
byte of a public key that begins with 0; the test of many keys would let this go.

@param comment - What OpenSSH shows beside its fingerprint.
*/
export const newPrivateKey = (comment: string): string => {
	const {privateKey} = generateKeyPairSync('ed25519');
	const {x = '', d = ''} = privateKey.export({format: 'jwk'});
	const point = Buffer.from(x, 'base64url');
	const seed = Buffer.from(d, 'base64url');
	// The same number twice, by which OpenSSH knows that it deciphered a key well.
	const check = randomBytes(4);
	const unpadded = Buffer.concat([
		check,
		check,
		sshString(TYPE),
		sshString(point),
		sshString(Buffer.concat([seed, point])),
		sshString(comment),
	]);
	const missing = (BLOCK - (unpadded.length % BLOCK)) % BLOCK;
	const padding = Buffer.from(Array.from({length: missing}, (_, at) => at + 1));
	const blob = Buffer.concat([sshString(TYPE), sshString(point)]);
	return armoured(
		Buffer.concat([unencryptedBeginning(blob), sshString(Buffer.concat([unpadded, padding]))]),
	);
};
