import {randomUUID} from 'node:crypto';
import {constants} from 'node:fs';
import {type FileHandle, link, open, rm} from 'node:fs/promises';
import {dirname} from 'node:path';
import ssh2, {type ParsedKey} from 'ssh2';
import {readReason, writeReason} from '../terminal/file-reasons.ts';
import {makeFolder} from '../terminal/make-folder.ts';
import {visibleText} from '../terminal/visible-text.ts';
import {fingerprintOf} from './fingerprint.ts';
import {newPrivateKey, unencryptedBeginning} from './openssh-key.ts';
import {ownUid} from './own-uid.ts';
import {Refusal} from './refusal.ts';
import {shellWord} from './shell-word.ts';

/** What a reader knows the server by. */
export interface HostKey {
	/** The text of its file, for ssh2. */
	readonly privateKey: string;
	/** `SHA256:…`, as OpenSSH prints it. */
	readonly fingerprint: string;
	/** Whether it was made just now, by this process. */
	readonly isNew: boolean;
}

/** An Ed25519 key has 400 bytes or so, with whatever comment. */
const MOST_BYTES = 16 * 1024;

const isCode = (error: unknown, code: string): boolean =>
	(error as NodeJS.ErrnoException).code === code;

const ANOTHER =
	'name another file, or move it away and a new one is made (which every reader is warned of)';

const wrong = (path: string, what: string, remedy: string): Refusal =>
	new Refusal(`${visibleText(path)}: ${what}.\nTo mend it: ${remedy}.`, 78);

/** @throws {Refusal} Somebody else can read the key, or could have put it there. */
const refuseShared = async (path: string, file: FileHandle): Promise<void> => {
	const uid = ownUid();
	const status = await file.stat();
	if (!status.isFile()) {
		throw wrong(path, 'the host key is to be a file, and this is none', 'name another');
	}

	if (status.size > MOST_BYTES) {
		throw wrong(path, `no host key: it has ${status.size} bytes, a key a few hundred`, ANOTHER);
	}

	if (uid === undefined) {
		return;
	}

	if (status.uid !== uid) {
		throw wrong(
			path,
			`the host key belongs to another user (number ${status.uid}; the server runs as ${uid})`,
			`chown ${uid} ${shellWord(path)}`,
		);
	}

	const mode = status.mode & 0o777;
	if ((mode & 0o077) !== 0) {
		throw wrong(
			path,
			`others can get at the host key (its mode is 0${mode.toString(8).padStart(3, '0')}), and whoever has it can pose as this server`,
			`chmod 600 ${shellWord(path)}`,
		);
	}
};

/** Its first words are ssh2's. */
const isOfEncrypted = ({message}: Error): boolean => /encrypted/i.test(message);

const bytesWithin = (text: string): Buffer =>
	Buffer.from(text.replaceAll(/-----[^-]+-----/g, ''), 'base64');

/** @returns The public key, as it goes over the wire. @throws {Refusal} It is no key for this. */
const publicBlob = (text: string, path: string): Buffer => {
	// Of a file that says that it holds no key at all ssh2 makes nothing, whatever its types say.
	const key: ParsedKey | Error | undefined = ssh2.utils.parseKey(text);
	const isOpenSsh = text.trimStart().startsWith('-----BEGIN OPENSSH PRIVATE KEY-----');
	if (key === undefined || key instanceof Error) {
		throw key !== undefined && isOfEncrypted(key)
			? wrong(
					path,
					'the host key has a passphrase, which nobody is there to type',
					`ssh-keygen -p -N '' -f ${shellWord(path)}`,
				)
			: wrong(
					path,
					isOpenSsh
						? 'the host key is damaged'
						: "the host key is to be a private key in OpenSSH's format, and this is none",
					ANOTHER,
				);
	}

	if (!key.isPrivateKey()) {
		throw wrong(path, 'the host key is to be the private key, and this is the public one', ANOTHER);
	}

	if (key.type !== 'ssh-ed25519') {
		throw wrong(path, `the host key is to be an Ed25519 key, and this is ${key.type}`, ANOTHER);
	}

	const blob = key.getPublicSSH();
	const beginning = unencryptedBeginning(blob);
	const data = Buffer.from('libya-tui');
	// The key stands in the file three times, and ssh2 looks at each for something else.
	const isWhole =
		bytesWithin(text).subarray(0, beginning.length).equals(beginning) &&
		key.verify(data, key.sign(data)) === true;
	if (!isWhole) {
		throw wrong(path, 'the host key is damaged: its private and its public part differ', ANOTHER);
	}

	return blob;
};

/** @returns Nothing where there is no such file. */
const textOf = async (path: string): Promise<string | undefined> => {
	let file: FileHandle;
	try {
		// Without waiting, as for whoever writes into a pipe.
		file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
	} catch (error) {
		if (isCode(error, 'ENOENT')) {
			return undefined;
		}

		throw new Refusal(
			`${visibleText(path)}: the host key cannot be read: ${readReason(error)}.`,
			78,
		);
	}

	try {
		await refuseShared(path, file);
		return await file.readFile('utf8');
	} finally {
		await file.close();
	}
};

const keyIn = async (path: string): Promise<Omit<HostKey, 'isNew'> | undefined> => {
	const text = await textOf(path);
	return text === undefined
		? undefined
		: {privateKey: text, fingerprint: fingerprintOf(publicBlob(text, path))};
};

/** Writes it to the disk, and not only to the memory for it: readers keep what they saw of it. */
const writeAside = async (aside: string): Promise<void> => {
	const file = await open(aside, 'wx', 0o600);
	try {
		await file.writeFile(newPrivateKey('libya-tui'));
		await file.sync();
	} finally {
		await file.close();
	}
};

/**
Puts a new key in place, whole, unless one is there by then: of two processes that do so at once, one has
its key kept and both use that.

@returns Whether it is the new one that is there.
*/
const make = async (path: string): Promise<boolean> => {
	const aside = `${path}.${randomUUID()}`;
	try {
		makeFolder(dirname(path), 0o700);
		await writeAside(aside);
		await link(aside, path);
		return true;
	} catch (error) {
		if (isCode(error, 'EEXIST')) {
			return false;
		}

		throw new Refusal(
			`${visibleText(path)}: no host key can be made there: ${writeReason(error)}.\nTo make one elsewhere: ssh-keygen -t ed25519 -N '' -f FILE`,
			1,
		);
	} finally {
		// What went wrong before, if anything did, is what is told.
		await rm(aside, {force: true}).catch(() => {});
	}
};

/**
The key of the server, made on the first start.

@throws {Refusal} With 78: others can read it, it is another user's, or it is no Ed25519 key without a
passphrase; with 1: there is none and none can be made.
*/
export const openHostKey = async (path: string): Promise<HostKey> => {
	const known = await keyIn(path);
	if (known !== undefined) {
		return {...known, isNew: false};
	}

	const isNew = await make(path);
	const made = await keyIn(path);
	if (made === undefined) {
		throw wrong(
			path,
			'the host key is to be there, and this is a link that leads nowhere',
			'remove it',
		);
	}

	return {...made, isNew};
};
