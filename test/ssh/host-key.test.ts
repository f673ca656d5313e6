import {execFile, execFileSync, spawnSync} from 'node:child_process';
import {
	chmod,
	chown,
	link,
	mkdir,
	readdir,
	readFile,
	stat,
	symlink,
	writeFile,
} from 'node:fs/promises';
import path from 'node:path';
import {pathToFileURL} from 'node:url';
import {promisify} from 'node:util';
import fc from 'fast-check';
import ssh2 from 'ssh2';
import {describe, expect, test} from 'vitest';
import {openHostKey} from '../../source/ssh/host-key.ts';
import {hostKeyPath} from '../../source/ssh/host-key-path.ts';
import {newPrivateKey} from '../../source/ssh/openssh-key.ts';
import {Refusal} from '../../source/ssh/refusal.ts';
import {temporaryFolder} from '../e2e/support/temporary-folder.ts';

const MODULE = pathToFileURL(path.join(import.meta.dirname, '../../source/ssh/host-key.ts')).href;
const isRoot = process.getuid?.() === 0;
const hasKeygen = spawnSync('ssh-keygen', ['-?']).error === undefined;

const refusal = async (file: string): Promise<Refusal> => {
	const error = await openHostKey(file).then(
		() => undefined,
		(thrown: unknown) => thrown,
	);
	if (!(error instanceof Refusal)) {
		throw new Error(`${file} is not refused: ${error}`);
	}

	return error;
};

const keygen = (...args: readonly string[]): string =>
	execFileSync('ssh-keygen', args, {encoding: 'utf8'});

/** A folder with a file in it that may be a host key. */
const folderWith = async (content: string | Uint8Array, mode = 0o600) => {
	const folder = await temporaryFolder();
	const file = await folder.write('key', content);
	await chmod(file, mode);
	return {folder: folder.path, file, [Symbol.asyncDispose]: () => folder[Symbol.asyncDispose]()};
};

test.each([
	[{XDG_STATE_HOME: '/state', HOME: '/home/ada'}, '/state/libya-tui/ssh_host_ed25519_key'],
	[{HOME: '/home/ada'}, '/home/ada/.local/state/libya-tui/ssh_host_ed25519_key'],
	[
		{XDG_STATE_HOME: 'state', HOME: '/home/ada'},
		'/home/ada/.local/state/libya-tui/ssh_host_ed25519_key',
	],
	[{HOME: ''}, undefined],
	[{}, undefined],
])('with %j the host key is kept in %s', (env, file) => {
	expect(hostKeyPath(env)).toBe(file);
});

describe('the first start', () => {
	test('makes a key that nobody else can read, in a folder that nobody else can open', async () => {
		await using folder = await temporaryFolder();
		const file = path.join(folder.path, 'state', 'libya-tui', 'key');
		const key = await openHostKey(file);
		expect(key.isNew).toBe(true);
		expect((await stat(file)).mode & 0o777).toBe(0o600);
		expect((await stat(path.dirname(file))).mode & 0o777).toBe(0o700);
		expect(await readdir(path.dirname(file))).toEqual(['key']);
		expect(await readFile(file, 'utf8')).toBe(key.privateKey);
	});

	test('and every later one has the same', async () => {
		await using folder = await temporaryFolder();
		const file = path.join(folder.path, 'key');
		const first = await openHostKey(file);
		expect(await openHostKey(file)).toEqual({...first, isNew: false});
	});

	test.skipIf(!hasKeygen)('shows the fingerprint that ssh-keygen shows', async () => {
		await using folder = await temporaryFolder();
		const file = path.join(folder.path, 'key');
		const {fingerprint} = await openHostKey(file);
		expect(keygen('-lf', file)).toBe(`256 ${fingerprint} libya-tui (ED25519)\n`);
		expect(keygen('-y', '-P', '', '-f', file)).toMatch(/^ssh-ed25519 AAAA\S+ libya-tui\n$/);
	});

	test('makes one key when several processes start at once, and each uses that', async () => {
		await using folder = await temporaryFolder();
		const file = path.join(folder.path, 'state', 'key');
		const program = `const {openHostKey} = await import(${JSON.stringify(MODULE)}); console.log(JSON.stringify(await openHostKey(${JSON.stringify(file)})));`;
		const run = promisify(execFile);
		const outputs = await Promise.all(
			Array.from({length: 6}, () =>
				run(process.execPath, ['--input-type=module', '--eval', program]),
			),
		);
		const keys: {fingerprint: string; isNew: boolean}[] = outputs.map(({stdout}) =>
			JSON.parse(stdout),
		);
		expect(new Set(keys.map(({fingerprint}) => fingerprint)).size).toBe(1);
		expect(keys.filter(({isNew}) => isNew)).toHaveLength(1);
		expect(await readdir(path.dirname(file))).toEqual(['key']);
	});

	test('within one process as well', async () => {
		await using folder = await temporaryFolder();
		const file = path.join(folder.path, 'state', 'key');
		const keys = await Promise.all(Array.from({length: 20}, () => openHostKey(file)));
		expect(new Set(keys.map(({privateKey}) => privateKey)).size).toBe(1);
		expect(keys.filter(({isNew}) => isNew)).toHaveLength(1);
		expect(await readdir(path.dirname(file))).toEqual(['key']);
	});

	test('says where no key can be made, and how to make one elsewhere', async () => {
		// There even root makes nothing.
		const {exitCode, message} = await refusal('/proc/self/key');
		expect(exitCode).toBe(1);
		expect(message).toMatch(/^\/proc\/self\/key: no host key can be made there: /);
		expect(message).toContain('ssh-keygen -t ed25519');
	});

	test('makes none where part of the path is a file', async () => {
		await using kept = await folderWith('');
		const {message} = await refusal(path.join(kept.file, 'key'));
		expect(message).toContain('part of its path is not a folder');
	});
});

test('every key that is made is one that ssh2 reads and can sign with', () => {
	const data = Buffer.from('signed');
	// One public key of 256 begins with 0.
	for (let made = 0; made < 1500; made++) {
		const key = ssh2.utils.parseKey(newPrivateKey('a comment'));
		if (key instanceof Error) {
			throw key;
		}

		expect(key.comment).toBe('a comment');
		expect(key.getPublicSSH()).toHaveLength(51);
		expect(key.verify(data, key.sign(data))).toBe(true);
	}
});

describe('a key that is there', () => {
	test.skipIf(!hasKeygen)('may be of ssh-keygen', async () => {
		await using folder = await temporaryFolder();
		const file = path.join(folder.path, 'key');
		keygen('-q', '-t', 'ed25519', '-N', '', '-C', 'of the operator', '-f', file);
		const {fingerprint, isNew} = await openHostKey(file);
		expect(isNew).toBe(false);
		expect(keygen('-lf', file)).toContain(` ${fingerprint} `);
	});

	test('may have the line ends of Windows', async () => {
		await using kept = await folderWith(newPrivateKey('').replaceAll('\n', '\r\n'));
		await expect(openHostKey(kept.file)).resolves.toMatchObject({isNew: false});
	});

	test('may be a link to one that nobody else can read, and is read-only', async () => {
		await using kept = await folderWith(newPrivateKey(''), 0o400);
		await symlink(kept.file, path.join(kept.folder, 'linked'));
		await expect(openHostKey(path.join(kept.folder, 'linked'))).resolves.toMatchObject({
			isNew: false,
		});
	});

	test.each([0o644, 0o640, 0o604, 0o620, 0o602, 0o610, 0o601, 0o777])(
		'is refused with the mode %o, and what mends it is told',
		async mode => {
			await using kept = await folderWith(newPrivateKey(''), mode);
			const {exitCode, message} = await refusal(kept.file);
			expect(exitCode).toBe(78);
			expect(message).toContain(`its mode is 0${mode.toString(8)}`);
			expect(message).toContain(`To mend it: chmod 600 ${kept.file}.`);
		},
	);

	test('is refused through a link to one that others can read', async () => {
		await using kept = await folderWith(newPrivateKey(''), 0o644);
		const linked = path.join(kept.folder, 'linked');
		await symlink(kept.file, linked);
		expect((await refusal(linked)).exitCode).toBe(78);
	});

	test('what mends it can be pasted, whatever the file is called', async () => {
		await using folder = await temporaryFolder();
		const file = await folder.write("it's a key", newPrivateKey(''));
		await chmod(file, 0o644);
		const {message} = await refusal(file);
		const [, command = ''] = /To mend it: (.*)\.$/.exec(message) ?? [];
		execFileSync('sh', ['-c', command]);
		await expect(openHostKey(file)).resolves.toMatchObject({isNew: false});
	});

	test('its name is shown without what a terminal would obey', async () => {
		await using folder = await temporaryFolder();
		const file = await folder.write('\u001B[31mkey', 'nothing');
		await chmod(file, 0o644);
		expect((await refusal(file)).message).not.toContain('\u001B');
	});

	test.skipIf(!isRoot)('is refused when it is another user’s', async () => {
		await using kept = await folderWith(newPrivateKey(''));
		await chown(kept.file, 12_345, 12_345);
		const {exitCode, message} = await refusal(kept.file);
		expect(exitCode).toBe(78);
		expect(message).toContain('belongs to another user (number 12345; the server runs as 0)');
		expect(message).toContain(`chown 0 ${kept.file}`);
	});

	test.skipIf(!isRoot)('is read by a user whom nobody has listed', async ({skip}) => {
		const nobody = {uid: 54_321, gid: 54_321};
		const run = promisify(execFile);
		// A checkout in a folder of root's alone is nothing that others can run.
		const canRun = await run(process.execPath, ['--eval', '0'], nobody).then(
			() => true,
			() => false,
		);
		skip(!canRun, 'others cannot read this checkout');
		await using kept = await folderWith(newPrivateKey(''));
		await chmod(kept.folder, 0o755);
		await chown(kept.file, nobody.uid, nobody.gid);
		const program = `const {openHostKey} = await import(${JSON.stringify(MODULE)}); console.log((await openHostKey(${JSON.stringify(kept.file)})).isNew);`;
		const {stdout} = await run(
			process.execPath,
			['--input-type=module', '--eval', program],
			nobody,
		);
		expect(stdout).toBe('false\n');
	});

	test.each([
		['a folder', async (file: string) => mkdir(file)],
		['a pipe', async (file: string) => execFileSync('mkfifo', ['-m', '600', file])],
	])('is refused when it is %s, at once', async (_, make) => {
		await using folder = await temporaryFolder();
		const file = path.join(folder.path, 'key');
		await make(file);
		const {exitCode, message} = await refusal(file);
		expect(exitCode).toBe(78);
		expect(message).toContain('is to be a file');
	});

	test('is refused when it is a link that leads nowhere, which is left as it is', async () => {
		await using folder = await temporaryFolder();
		const file = path.join(folder.path, 'key');
		await symlink('nowhere', file);
		const {exitCode, message} = await refusal(file);
		expect(exitCode).toBe(78);
		expect(message).toContain('leads nowhere');
		expect(await readdir(folder.path)).toEqual(['key']);
	});

	test.skipIf(!hasKeygen).each([
		['rsa', 'this is ssh-rsa'],
		['ecdsa', 'this is ecdsa-sha2-nistp256'],
	])('is refused when it is an %s key', async (type, told) => {
		await using folder = await temporaryFolder();
		const file = path.join(folder.path, 'key');
		keygen('-q', '-t', type, '-N', '', '-f', file);
		const {exitCode, message} = await refusal(file);
		expect(exitCode).toBe(78);
		expect(message).toContain(told);
	});

	test.skipIf(!hasKeygen)(
		'is refused with a passphrase, and how to remove it is told',
		async () => {
			await using folder = await temporaryFolder();
			const file = path.join(folder.path, 'key');
			keygen('-q', '-t', 'ed25519', '-N', 'secret words', '-f', file);
			const {exitCode, message} = await refusal(file);
			expect(exitCode).toBe(78);
			expect(message).toContain('has a passphrase');
			expect(message).toContain(`ssh-keygen -p -N '' -f ${file}`);
		},
	);

	test.skipIf(!hasKeygen)('is refused when it is the public key', async () => {
		await using folder = await temporaryFolder();
		const file = path.join(folder.path, 'key');
		keygen('-q', '-t', 'ed25519', '-N', '', '-f', file);
		await chmod(`${file}.pub`, 0o600);
		expect((await refusal(`${file}.pub`)).message).toContain('this is the public one');
	});

	test.each([
		['', 'and this is none'],
		['words', 'and this is none'],
		['\0'.repeat(1000), 'and this is none'],
		['-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA\n-----END OPENSSH PRIVATE KEY-----\n', 'damaged'],
		[newPrivateKey('').slice(0, 200), 'damaged'],
		['x'.repeat(20_000), 'it has 20000 bytes'],
	])('is refused when it is %j', async (content, told) => {
		await using kept = await folderWith(content);
		const {exitCode, message} = await refusal(kept.file);
		expect(exitCode).toBe(78);
		expect(message).toContain(told);
		expect(await readFile(kept.file, 'utf8')).toBe(content);
	});

	test('is refused when what stands in it twice differs', async () => {
		const armour = /-----[^-]+-----/g;
		const [bytes, others] = [newPrivateKey(''), newPrivateKey('')].map(text =>
			Buffer.from(text.replaceAll(armour, ''), 'base64'),
		);
		if (bytes === undefined || others === undefined) {
			throw new Error('There are no keys.');
		}

		// The public key before the private one, with which ssh-keygen shows the fingerprint.
		others.copy(bytes, 62, 62, 94);
		await using kept = await folderWith(
			`-----BEGIN OPENSSH PRIVATE KEY-----\n${bytes.toString('base64')}\n-----END OPENSSH PRIVATE KEY-----\n`,
		);
		const {exitCode, message} = await refusal(kept.file);
		expect(exitCode).toBe(78);
		expect(message).toContain('its private and its public part differ');
	});

	test('is never taken for another one, whatever byte of it is damaged', async () => {
		const whole = newPrivateKey('libya-tui');
		await using kept = await folderWith(whole);
		const {fingerprint} = await openHostKey(kept.file);
		const data = Buffer.from('signed');
		const known = ssh2.utils.parseKey(whole);
		const isSame = (privateKey: string): boolean => {
			const key = ssh2.utils.parseKey(privateKey);
			return (
				!(key instanceof Error) &&
				!(known instanceof Error) &&
				known.verify(data, key.sign(data)) === true
			);
		};
		const bytes = Buffer.from(whole);
		await fc.assert(
			fc.asyncProperty(
				fc.nat(bytes.length - 1),
				fc.integer({min: 1, max: 255}),
				async (at, change) => {
					const damaged = Buffer.from(bytes);
					damaged[at] = (damaged[at] ?? 0) ^ change;
					await writeFile(kept.file, damaged);
					try {
						const opened = await openHostKey(kept.file);
						expect(opened.fingerprint).toBe(fingerprint);
						expect(isSame(opened.privateKey)).toBe(true);
					} catch (error) {
						expect(error).toBeInstanceOf(Refusal);
						expect(error).toHaveProperty('exitCode', 78);
					}
				},
			),
			{numRuns: 400},
		);
	});

	test('a second name for the same file is fine', async () => {
		await using kept = await folderWith(newPrivateKey(''));
		await link(kept.file, path.join(kept.folder, 'second'));
		await expect(openHostKey(kept.file)).resolves.toMatchObject({isNew: false});
	});
});
