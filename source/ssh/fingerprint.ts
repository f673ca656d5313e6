import {createHash} from 'node:crypto';

/**
What a public key is told by, as OpenSSH prints it: `SHA256:` and base64 without its `=`.

@param blob - The public key as it goes over the wire.
*/
export const fingerprintOf = (blob: Uint8Array): string =>
	`SHA256:${createHash('sha256').update(blob).digest('base64').replace(/=+$/, '')}`;
