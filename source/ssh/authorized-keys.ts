import {createHash, createPublicKey, timingSafeEqual} from 'node:crypto';
import ssh2, {type ParsedKey} from 'ssh2';
import {visibleText} from '../terminal/visible-text.ts';
import {fingerprintOf} from './fingerprint.ts';
import {type KeyLine, readKeyLine} from './key-line.ts';
import {Refusal} from './refusal.ts';

/** A key that lets somebody in who can sign with it. */
interface VerifiableKey {
	/** `SHA256:…`, as OpenSSH prints it. */
	readonly fingerprint: string;
	/** What stands behind the key, safe to show; mostly whose it is. */
	readonly comment: string;
	/** Whether this is the key's signature of that. */
	readonly verify: (signed: Buffer, signature: Buffer) => boolean;
}

/** The keys of those who may log in. */
export interface Keyring {
	readonly size: number;
	/**
	Looks for a key that a client offers, or signed with; how long that takes does not tell which there are.

	@param algorithm - Of the key, as ssh2 names it: `ssh-rsa` for each kind of signature.
	@param blob - The key as it goes over the wire.
	@param hash - What ssh2 says of an RSA signature: `sha256` or `sha512`. Absent it is SHA-1, and no RSA
	key is found.
	*/
	readonly find: (algorithm: string, blob: Uint8Array, hash?: string) => VerifiableKey | undefined;
}

interface KnownKey extends Omit<VerifiableKey, 'verify'> {
	readonly algorithm: string;
	readonly digest: Buffer;
	readonly parsed: ParsedKey;
}

const LEAST_RSA_BITS = 2048;
/** The most that OpenSSL verifies with. */
const MOST_RSA_BITS = 16_384;
const MOST_FAULTS = 20;

const RSA = 'ssh-rsa';
const RSA_HASHES: ReadonlySet<string | undefined> = new Set(['sha256', 'sha512']);
const TYPES: ReadonlySet<string> = new Set([
	'ssh-ed25519',
	'ecdsa-sha2-nistp256',
	'ecdsa-sha2-nistp384',
	'ecdsa-sha2-nistp521',
	RSA,
]);

const SHAPE = 'no key: a line is a type, a key and a comment, as in a .pub file';
const DAMAGED = 'the key is damaged or cut short: copy the line of the .pub file anew';

const digestOf = (blob: Uint8Array): Buffer => createHash('sha256').update(blob).digest();

/** Only what is surely a name is repeated: what is pasted by mistake may be secret. */
const named = (name: string): string => (/^[\w@.-]{1,64}$/.test(name) ? ` ${name}` : '');

const faultOfType = (type: string): string => {
	if (/-cert-v\d+@/.test(type)) {
		return 'a certificate, which this server does not take: put the key itself there';
	}

	if (/^(?:sk|webauthn)-/.test(type)) {
		return `a key on a security token (${named(type).trim()}), whose signatures this server cannot verify: add another key of its owner`;
	}

	if (type === 'ssh-dss') {
		return 'a DSA key, which is not safe any more: make another (ssh-keygen -t ed25519)';
	}

	return `there is no type of key${named(type)}. Types: ${[...TYPES].join(', ')}`;
};

/** @returns What is wrong with the options. Names are as good in capitals. */
const faultOfOptions = (options: readonly string[]): string | undefined => {
	const unknown = options.find(option => option.toLowerCase() !== 'restrict');
	const [name = ''] = unknown?.split('=') ?? [];
	return unknown === undefined
		? undefined
		: `the option${named(name)} is not kept by this server, which only knows restrict: remove the option, or the key`;
};

const parsedKey = (type: string, key: string): ParsedKey | undefined => {
	const parsed = ssh2.utils.parseKey(`${type} ${key}`);
	if (parsed instanceof Error) {
		return undefined;
	}

	try {
		// ssh2 reads the numbers of a key and not whether they are a key.
		createPublicKey(parsed.getPublicPEM());
	} catch {
		return undefined;
	}

	return parsed;
};

const faultOfRsa = (parsed: ParsedKey): string | undefined => {
	const {modulusLength = 0} = createPublicKey(parsed.getPublicPEM()).asymmetricKeyDetails ?? {};
	return modulusLength < LEAST_RSA_BITS || modulusLength > MOST_RSA_BITS
		? `an RSA key of ${modulusLength} bits: it has to have from ${LEAST_RSA_BITS} to ${MOST_RSA_BITS}. Make another (ssh-keygen -t ed25519)`
		: undefined;
};

/** @returns The key, or what is wrong with it. */
const keyOf = ({options, type, key, comment}: KeyLine): KnownKey | string => {
	const fault = TYPES.has(type) ? faultOfOptions(options) : faultOfType(type);
	if (fault !== undefined) {
		return fault;
	}

	const blob = Buffer.from(key, 'base64');
	const parsed = blob.toString('base64') === key ? parsedKey(type, key) : undefined;
	// What is behind its end, or another curve than the type's, ssh2 leaves out.
	if (parsed === undefined || !parsed.getPublicSSH().equals(blob)) {
		return DAMAGED;
	}

	return (
		(type === RSA ? faultOfRsa(parsed) : undefined) ?? {
			algorithm: type,
			digest: digestOf(blob),
			fingerprint: fingerprintOf(blob),
			comment: visibleText(comment),
			parsed,
		}
	);
};

const BLOCK = /^-{4,5} ?BEGIN (?<what>.*?) ?-{4,5}$/;
const BLOCK_END = /^-{4,5} ?END /;
const PUTTY = /^PuTTY-User-Key-File-/;

const PRIVATE =
	'a private key, which nobody but its owner should have: put the line of the .pub file there';

/** What a key is that takes several lines, whose first this is. */
const faultOfBlock = (line: string): string | undefined => {
	const what = PUTTY.test(line) ? 'PRIVATE KEY' : BLOCK.exec(line)?.groups?.what;
	if (what === undefined) {
		return undefined;
	}

	return what.endsWith('PRIVATE KEY')
		? PRIVATE
		: 'a key in another format: ssh-keygen -i -f FILE makes a line of it (with -m PKCS8 or -m PEM for one of OpenSSL)';
};

/** @returns The number of the last line of the block, from 0; the last of all where it is not closed. */
const endOfBlock = (lines: readonly string[], from: number): number => {
	const end = lines.findIndex((line, at) => at > from && BLOCK_END.test(line));
	return end === -1 || PUTTY.test(lines[from] ?? '') ? lines.length - 1 : end;
};

interface Read {
	readonly keys: readonly KnownKey[];
	/** `line 3: what is wrong` */
	readonly faults: readonly string[];
}

const readLines = (lines: readonly string[]): Read => {
	const keys: KnownKey[] = [];
	const faults: string[] = [];
	for (let at = 0; at < lines.length; at++) {
		const line = lines[at] ?? '';
		if (line === '' || line.startsWith('#')) {
			continue;
		}

		const place = `line ${at + 1}`;
		const block = faultOfBlock(line);
		if (block !== undefined) {
			faults.push(`${place}: ${block}`);
			at = endOfBlock(lines, at);
			continue;
		}

		const read = readKeyLine(line);
		const key = read === undefined ? SHAPE : keyOf(read);
		if (typeof key === 'string') {
			faults.push(`${place}: ${key}`);
		} else {
			keys.push(key);
		}
	}

	return {keys, faults};
};

const refused = (path: string, faults: readonly string[]): Refusal => {
	const shown = faults.slice(0, MOST_FAULTS);
	const more = faults.length - shown.length;
	return new Refusal(
		[
			`${visibleText(path)}: not every line is the key of somebody who may log in:`,
			...shown.map(fault => `  ${fault}.`),
			...(more > 0 ? [`  and ${more} more`] : []),
		].join('\n'),
		78,
	);
};

const verifiable = (
	{parsed, fingerprint, comment}: KnownKey,
	hash: string | undefined,
): VerifiableKey => ({
	fingerprint,
	comment,
	// What cannot be a signature at all is an error that is returned.
	verify: (signed, signature) => parsed.verify(signed, signature, hash) === true,
});

/**
The keys in a file as `sshd` reads it, `authorized_keys`: a key a line, empty lines and comments between
them. Of the options there is `restrict` alone, as this server has nothing else to allow.

@param path - Whose text it is, for messages.
@throws {Refusal} With 78, and a line for each of the first twenty faults. Also when it holds no key at all,
which would lock everybody out.
*/
export const readAuthorizedKeys = (text: string, path: string): Keyring => {
	const lines = text
		.replace(/^\uFEFF/, '')
		.split('\n')
		.map(line => line.trim());
	const {keys, faults} = readLines(lines);
	if (faults.length > 0) {
		throw refused(path, faults);
	}

	if (keys.length === 0) {
		throw new Refusal(
			`${visibleText(path)}: there is no key in it, so that nobody could log in. Add the line of a .pub file, as of ~/.ssh/id_ed25519.pub.`,
			78,
		);
	}

	return {
		size: keys.length,
		find: (algorithm, blob, hash) => {
			const digest = digestOf(blob);
			// Every one is looked at, whichever it is.
			const found = keys
				.filter(known => timingSafeEqual(known.digest, digest))
				.find(known => known.algorithm === algorithm);
			if (found === undefined || (algorithm === RSA && !RSA_HASHES.has(hash))) {
				return undefined;
			}

			return verifiable(found, algorithm === RSA ? hash : undefined);
		},
	};
};
