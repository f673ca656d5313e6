export interface VerifiableKey {
	readonly fingerprint: string;
	readonly verify: (blob: Buffer, signature: Buffer, hash?: string) => boolean;
}
export interface Keyring {
	readonly size: number;
	readonly find: (algorithm: string, blob: Buffer) => VerifiableKey | undefined;
}
export const readAuthorizedKeys = (_text: string, _path: string): Keyring => ({
	size: 0,
	find: () => undefined,
});
