import ssh2, {type ParsedKey} from 'ssh2';
import {newPrivateKey} from '../../../source/ssh/openssh-key.ts';

/** A reader's key. */
export interface UserKey {
	/** In OpenSSH's format. */
	readonly privateKey: string;
	/** A line for a file of authorized keys. */
	readonly line: string;
	readonly blob: Buffer;
	readonly sign: (data: Uint8Array) => Buffer;
}

export const newUserKey = (comment: string): UserKey => {
	const privateKey = newPrivateKey(comment);
	const parsed = ssh2.utils.parseKey(privateKey) as ParsedKey;
	const blob = parsed.getPublicSSH();
	return {
		privateKey,
		line: `ssh-ed25519 ${blob.toString('base64')} ${comment}\n`,
		blob,
		sign: data => parsed.sign(Buffer.from(data)),
	};
};
