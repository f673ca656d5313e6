import type {Algorithms} from 'ssh2';

/**
What is spoken, the first that both sides know. The key exchange has its older name first, since dropbear's
client waits for ever where it is the second; nothing is compressed, so that nothing can be blown up.
*/
export const ALGORITHMS = {
	kex: ['curve25519-sha256@libssh.org', 'curve25519-sha256'],
	serverHostKey: ['ssh-ed25519'],
	cipher: [
		'aes256-gcm@openssh.com',
		'aes128-gcm@openssh.com',
		'aes256-ctr',
		'aes192-ctr',
		'aes128-ctr',
		'chacha20-poly1305@openssh.com',
	],
	hmac: ['hmac-sha2-256-etm@openssh.com', 'hmac-sha2-512-etm@openssh.com'],
	compress: ['none'],
} as const satisfies Algorithms;
