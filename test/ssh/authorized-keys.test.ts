import {execFileSync, spawn, spawnSync} from 'node:child_process';
import {
	createHash,
	createPrivateKey,
	createPublicKey,
	generateKeyPairSync,
	sign,
} from 'node:crypto';
import {once} from 'node:events';
import {readFile} from 'node:fs/promises';
import type {AddressInfo} from 'node:net';
import path from 'node:path';
import {text as textOf} from 'node:stream/consumers';
import fc from 'fast-check';
import ssh2 from 'ssh2';
import {describe, expect, test} from 'vitest';
import {readAuthorizedKeys} from '../../source/ssh/authorized-keys.ts';
import {newPrivateKey} from '../../source/ssh/openssh-key.ts';
import {Refusal} from '../../source/ssh/refusal.ts';
import {temporaryFolder} from '../e2e/support/temporary-folder.ts';
import {hostileText} from '../support/hostile-text.ts';

const hasKeygen = spawnSync('ssh-keygen', ['-?']).error === undefined;
const hasSsh = spawnSync('ssh', ['-V']).error === undefined;
const FILE = '/etc/libya-tui/authorized_keys';
const SIGNED = Buffer.from('what is signed');

const sshString = (value: string | Uint8Array): Buffer => {
	const bytes = Buffer.from(value);
	const length = Buffer.alloc(4);
	length.writeUInt32BE(bytes.length);
	return Buffer.concat([length, bytes]);
};

/** A key pair, its blob and the line of its `.pub` file without a comment. */
interface Pair {
	readonly type: string;
	readonly blob: Buffer;
	readonly line: string;
	readonly sign: (data: Buffer, hash?: string) => Buffer;
}

const pairOf = (type: string, privateKey: string, ...fields: readonly Uint8Array[]): Pair => {
	const blob = Buffer.concat([type, ...fields].map(field => sshString(field)));
	return {
		type,
		blob,
		line: `${type} ${blob.toString('base64')}`,
		sign: (data, hash) => sign(hash, data, createPrivateKey(privateKey)),
	};
};

const PEM = {type: 'pkcs8', format: 'pem'} as const;
const SPKI = {type: 'spki', format: 'pem'} as const;

const anEd25519 = (): Pair => {
	const parsed = ssh2.utils.parseKey(newPrivateKey(''));
	if (parsed instanceof Error) {
		throw parsed;
	}

	const blob = parsed.getPublicSSH();
	return pairOf('ssh-ed25519', parsed.getPrivatePEM(), blob.subarray(-32));
};

const anEcdsa = (bits: 256 | 384 | 521): Pair => {
	const {publicKey, privateKey} = generateKeyPairSync('ec', {
		namedCurve: {256: 'prime256v1', 384: 'secp384r1', 521: 'secp521r1'}[bits],
		publicKeyEncoding: SPKI,
		privateKeyEncoding: PEM,
	});
	const {x = '', y = ''} = createPublicKey(publicKey).export({format: 'jwk'});
	return pairOf(
		`ecdsa-sha2-nistp${bits}`,
		privateKey,
		Buffer.from(`nistp${bits}`),
		Buffer.concat([Buffer.of(4), Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')]),
	);
};

const anRsa = (bits: number): Pair => {
	const {publicKey, privateKey} = generateKeyPairSync('rsa', {
		modulusLength: bits,
		publicKeyEncoding: SPKI,
		privateKeyEncoding: PEM,
	});
	const {n = '', e = ''} = createPublicKey(publicKey).export({format: 'jwk'});
	return pairOf(
		'ssh-rsa',
		privateKey,
		Buffer.from(e, 'base64url'),
		Buffer.concat([Buffer.of(0), Buffer.from(n, 'base64url')]),
	);
};

const ADA = anEd25519();
const BEN = anEd25519();
const CAL = anRsa(2048);

const refusal = (text: string): Refusal => {
	try {
		readAuthorizedKeys(text, FILE);
	} catch (error) {
		if (error instanceof Refusal) {
			return error;
		}

		throw error;
	}

	throw new Error('The file is not refused.');
};

describe('a key that is listed', () => {
	test.each([
		['an Ed25519', ADA, undefined, undefined],
		['an ECDSA of 256 bits', anEcdsa(256), undefined, 'sha256'],
		['an ECDSA of 384 bits', anEcdsa(384), undefined, 'sha384'],
		['an ECDSA of 521 bits', anEcdsa(521), undefined, 'sha512'],
		['an RSA of 2048 bits, with SHA-256', CAL, 'sha256', 'sha256'],
		['an RSA of 2048 bits, with SHA-512', CAL, 'sha512', 'sha512'],
		['an RSA of 3072 bits', anRsa(3072), 'sha512', 'sha512'],
	])('lets in whoever can sign with it: %s key', (_, pair, told, hash) => {
		const keyring = readAuthorizedKeys(`${pair.line} ada\n`, FILE);
		const key = keyring.find(pair.type, Buffer.from(pair.blob), told);
		expect(key?.comment).toBe('ada');
		expect(key?.fingerprint).toBe(
			`SHA256:${createHash('sha256').update(pair.blob).digest('base64').replace(/=+$/, '')}`,
		);
		const signature = pair.sign(SIGNED, hash);
		expect(key?.verify(SIGNED, signature)).toBe(true);
		expect(key?.verify(Buffer.from('something else'), signature)).toBe(false);
		expect(key?.verify(SIGNED, Buffer.alloc(0))).toBe(false);
		expect(key?.verify(SIGNED, signature.subarray(1))).toBe(false);
	});

	test('is not another one', () => {
		const keyring = readAuthorizedKeys(`${ADA.line}\n${CAL.line}`, FILE);
		expect(keyring.size).toBe(2);
		expect(keyring.find(BEN.type, BEN.blob)).toBeUndefined();
		expect(keyring.find('ssh-rsa', ADA.blob, 'sha512')).toBeUndefined();
		expect(keyring.find('ssh-ed25519-cert-v01@openssh.com', ADA.blob)).toBeUndefined();
		expect(keyring.find('ssh-ed25519', Buffer.alloc(0))).toBeUndefined();
		expect(keyring.find('ssh-ed25519', Buffer.concat([ADA.blob, ADA.blob]))).toBeUndefined();
		expect(keyring.find(ADA.type, ADA.blob)?.verify(SIGNED, BEN.sign(SIGNED))).toBe(false);
	});

	test.each([undefined, 'sha1', 'md5', ''])('is none for an RSA signature with %s', hash => {
		const keyring = readAuthorizedKeys(CAL.line, FILE);
		expect(keyring.find('ssh-rsa', CAL.blob, hash)).toBeUndefined();
	});

	test('does not let in with another hash than is told', () => {
		const key = readAuthorizedKeys(CAL.line, FILE).find('ssh-rsa', CAL.blob, 'sha512');
		expect(key?.verify(SIGNED, CAL.sign(SIGNED, 'sha1'))).toBe(false);
		expect(key?.verify(SIGNED, CAL.sign(SIGNED, 'sha256'))).toBe(false);
	});

	test.each([
		['with comments and empty lines', `# who may\n\n  # log in\n\t\n${ADA.line}`],
		['with the line ends of Windows', `# who may\r\n\r\n${ADA.line} ada\r\n`],
		['behind a byte order mark', `\uFEFF${ADA.line}`],
		['behind blanks', ` \t${ADA.line}`],
		['with blanks between', ADA.line.replace(' ', ' \t ')],
		['restricted', `restrict ${ADA.line} ada`],
		['restricted in capitals', `RESTRICT\t${ADA.line}`],
		['restricted twice', `restrict,restrict ${ADA.line}`],
		['twice', `${ADA.line}\n${ADA.line}`],
	])('may stand there %s', (_, text) => {
		expect(readAuthorizedKeys(text, FILE).find(ADA.type, ADA.blob)).toBeDefined();
	});

	test('has its whole comment, without what a terminal would obey', () => {
		const keyring = readAuthorizedKeys(`${ADA.line} Ada  of \u001B[31mDunmore`, FILE);
		expect(keyring.find(ADA.type, ADA.blob)?.comment).toBe('Ada of ␛[31mDunmore');
	});

	test.skipIf(!hasKeygen).each([
		['ed25519', [], undefined],
		['ecdsa', ['-b', '256'], undefined],
		['ecdsa', ['-b', '384'], undefined],
		['ecdsa', ['-b', '521'], undefined],
		['rsa', ['-b', '2048'], 'sha512'],
	])('may be one that ssh-keygen made: %s %j', async (type, args, hash) => {
		await using folder = await temporaryFolder();
		const file = path.join(folder.path, 'id');
		execFileSync('ssh-keygen', ['-q', '-t', type, ...args, '-N', '', '-C', 'ada', '-f', file]);
		const line = await readFile(`${file}.pub`, 'utf8');
		const [algorithm = '', key = ''] = line.split(' ');
		const found = readAuthorizedKeys(line, FILE).find(algorithm, Buffer.from(key, 'base64'), hash);
		const printed = execFileSync('ssh-keygen', ['-lf', `${file}.pub`], {encoding: 'utf8'});
		expect(printed).toContain(` ${found?.fingerprint} ada `);
	});
});

/** One that ssh-keygen printed; the private half never left the token. */
const ON_A_TOKEN =
	'sk-ssh-ed25519@openssh.com AAAAGnNrLXNzaC1lZDI1NTE5QG9wZW5zc2guY29tAAAAIJr7CmDn4XNSXXgLqDV5bKkOjDNFIqDEvbBV1BzVnqSEAAAABHNzaDo= token';

const withField = (type: string, ...fields: readonly (string | Uint8Array)[]): string =>
	`${type} ${Buffer.concat([type, ...fields].map(field => sshString(field))).toString('base64')}`;

describe('a line is refused', () => {
	test.each([
		['a key on a token', ON_A_TOKEN, 'sk-ssh-ed25519@openssh.com'],
		['a DSA key', 'ssh-dss AAAAB3NzaC1kc3M= old', 'ssh-keygen -t ed25519'],
		['a certificate', `ssh-ed25519-cert-v01@openssh.com AAAA`, 'a certificate'],
		['an unknown type', 'ssh-ed448 AAAA', 'there is no type of key ssh-ed448'],
		['a short RSA key', anRsa(1024).line, 'an RSA key of 1024 bits'],
		['an RSA key that is nearly long enough', anRsa(2040).line, 'an RSA key of 2040 bits'],
		['a type without a key', 'ssh-ed25519', 'damaged'],
		['a key that is cut short', ADA.line.slice(0, -4), 'damaged'],
		[
			'a key with more behind it',
			withField('ssh-ed25519', ADA.blob.subarray(-32), 'more'),
			'damaged',
		],
		['a key of another type', `ssh-rsa ${ADA.line.split(' ')[1]}`, 'damaged'],
		['a key with something behind its base64', `${ADA.line}==`, 'damaged'],
		['a key with a character that is not base64', ADA.line.replace('AAAA', 'AA*AA'), 'damaged'],
		[
			'an ECDSA key of another curve',
			withField('ecdsa-sha2-nistp256', 'nistp384', anEcdsa(384).blob.subarray(-97)),
			'damaged',
		],
		[
			'a point that is on no curve',
			withField(
				'ecdsa-sha2-nistp256',
				'nistp256',
				Buffer.concat([Buffer.of(4), Buffer.alloc(64, 7)]),
			),
			'damaged',
		],
		['an option', `no-pty ${ADA.line}`, 'the option no-pty is not kept'],
		['a command', `command="ls -l, \\"x\\"" ${ADA.line}`, 'the option command is not kept'],
		[
			'an option behind one that is known',
			`restrict,from="10.0.0.0/8" ${ADA.line}`,
			'the option from is',
		],
		['an option that only begins alike', `restricted ${ADA.line}`, 'the option restricted is'],
		['restrict with a value', `restrict="x" ${ADA.line}`, 'the option restrict is'],
		['an authority', `cert-authority ${ADA.line}`, 'the option cert-authority is'],
		['a quotation that is not closed', `command="ls ${ADA.line}`, 'no key: a line is'],
		['words', 'hello there', 'no key: a line is'],
		['a key without its type', ADA.line.split(' ')[1] ?? '', 'no key: a line is'],
		['what follows no options', 'restrict', 'no key: a line is'],
		[
			'another format',
			'---- BEGIN SSH2 PUBLIC KEY ----\nComment: "x"\nAAAA\n---- END SSH2 PUBLIC KEY ----',
			'ssh-keygen -i',
		],
		[
			'OpenSSL’s format',
			'-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----',
			'ssh-keygen -i',
		],
	])('that has %s', (_, line, told) => {
		const {exitCode, message} = refusal(`${BEN.line}\n# next\n${line}\n${ADA.line}\n`);
		expect(exitCode).toBe(78);
		const [first, second, ...rest] = message.split('\n');
		expect(first).toContain(FILE);
		expect(second).toMatch(/^ {2}line 3: .*\.$/);
		expect(second).toContain(told);
		expect(rest).toEqual([]);
	});

	test('and every other one is told as well', () => {
		const {message} = refusal(`no-pty ${ADA.line}\n${BEN.line}\nssh-dss AAAA\n\nnothing`);
		expect(
			message
				.split('\n')
				.slice(1)
				.map(line => line.slice(0, 9)),
		).toEqual(['  line 1:', '  line 3:', '  line 5:']);
	});

	test('and of very many the first twenty are told, and how many more there are', () => {
		const lines = refusal('nothing\n'.repeat(50)).message.split('\n');
		expect(lines).toHaveLength(22);
		expect(lines.at(-1)).toBe('  and 30 more');
	});

	test.each([
		newPrivateKey('ada'),
		'PuTTY-User-Key-File-3: ssh-ed25519\nEncryption: none\nPrivate-Lines: 1\nAAAAsecret\n',
	])('that belongs to a private key, of which nothing is repeated', secret => {
		const {message} = refusal(secret);
		expect(message.split('\n')).toHaveLength(2);
		expect(message).toContain('line 1: a private key');
		for (const line of secret.split('\n').slice(1).filter(Boolean)) {
			expect(message).not.toContain(line);
		}
	});

	test('and nothing of it that a terminal would obey, or that is long, is repeated', () => {
		fc.assert(
			fc.property(hostileText, fc.constantFrom('', 'ssh-', 'restrict,'), (text, before) => {
				const line = `${before}${text.replaceAll('\n', ' ')}`;
				fc.pre(line.trim() !== '' && !line.trim().startsWith('#'));
				const {message} = refusal(`${line} ${'x'.repeat(500)}`);
				expect(message).not.toMatch(/[^\n\P{Cc}]/u);
				expect(message.length).toBeLessThan(500);
			}),
		);
	});
});

test.each(['', '\n\n', '# nobody yet\n', '\uFEFF'])(
	'a file without a key locks everybody out, and is refused: %j',
	text => {
		const {exitCode, message} = refusal(text);
		expect(exitCode).toBe(78);
		expect(message).toContain(`${FILE}: there is no key in it`);
	},
);

test('what is left of a file after any damage lets nobody else in', () => {
	const text = `restrict ${ADA.line} ada\n${CAL.line} cal\n`;
	fc.assert(
		fc.property(
			fc.nat(text.length),
			fc.nat(20),
			fc.string({maxLength: 10}),
			(from, length, put) => {
				const damaged = text.slice(0, from) + put + text.slice(from + length);
				try {
					const keyring = readAuthorizedKeys(damaged, FILE);
					expect(keyring.find(BEN.type, BEN.blob)).toBeUndefined();
					expect(keyring.size).toBeLessThanOrEqual(2);
				} catch (error) {
					expect(error).toBeInstanceOf(Refusal);
				}
			},
		),
		{numRuns: 500},
	);
});

/** A server of ssh2 that lets in who has a key of the ring, and says so. */
const openServer = async (keyring: ReturnType<typeof readAuthorizedKeys>) => {
	const server = new ssh2.Server({hostKeys: [newPrivateKey('')]}, client => {
		client.on('error', () => {});
		client.on('authentication', context => {
			if (context.method !== 'publickey') {
				context.reject(['publickey']);
				return;
			}

			const {key, blob, signature, hashAlgo} = context;
			const found = keyring.find(key.algo, key.data, hashAlgo);
			const isSigned = blob !== undefined && signature !== undefined;
			if (found === undefined || (isSigned && !found.verify(blob, signature))) {
				context.reject(['publickey']);
			} else {
				context.accept();
			}
		});
		client.on('session', accept => {
			accept().on('exec', acceptExec => {
				const channel = acceptExec();
				channel.write('let in\n');
				channel.exit(0);
				channel.end();
			});
		});
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const {port} = server.address() as AddressInfo;
	return {port, [Symbol.dispose]: () => server.close()};
};

describe.skipIf(!(hasKeygen && hasSsh))('with OpenSSH, somebody', () => {
	test.each<[string, string, readonly string[], readonly string[], boolean, string]>([
		['is let in with an Ed25519 key', 'ed25519', [], [], true, 'let in\n'],
		['is let in with an ECDSA key of 256 bits', 'ecdsa', ['-b', '256'], [], true, 'let in\n'],
		['is let in with an ECDSA key of 384 bits', 'ecdsa', ['-b', '384'], [], true, 'let in\n'],
		['is let in with an ECDSA key of 521 bits', 'ecdsa', ['-b', '521'], [], true, 'let in\n'],
		['is let in with an RSA key', 'rsa', ['-b', '2048'], [], true, 'let in\n'],
		[
			'is let in with an RSA key and SHA-256',
			'rsa',
			['-b', '2048'],
			['-o', 'PubkeyAcceptedAlgorithms=rsa-sha2-256'],
			true,
			'let in\n',
		],
		[
			'is not let in with an RSA key and SHA-1',
			'rsa',
			['-b', '2048'],
			['-o', 'PubkeyAcceptedAlgorithms=ssh-rsa'],
			true,
			'',
		],
		['is not let in with a key that is not listed', 'ed25519', [], [], false, ''],
	])('%s', async (_, type, made, asked, isListed, said) => {
		await using folder = await temporaryFolder();
		const file = path.join(folder.path, 'id');
		execFileSync('ssh-keygen', ['-q', '-t', type, ...made, '-N', '', '-C', 'ada', '-f', file]);
		const line = isListed ? await readFile(`${file}.pub`, 'utf8') : BEN.line;
		using server = await openServer(readAuthorizedKeys(line, FILE));
		const client = spawn(
			'ssh',
			[
				...['-F', '/dev/null', '-i', file, '-p', String(server.port)],
				...['StrictHostKeyChecking=no', 'UserKnownHostsFile=/dev/null', 'BatchMode=yes'].flatMap(
					option => ['-o', option],
				),
				...['IdentitiesOnly=yes', 'IdentityAgent=none'].flatMap(option => ['-o', option]),
				...asked,
				'ada@127.0.0.1',
				'anything',
			],
			{stdio: ['ignore', 'pipe', 'ignore']},
		);
		expect(await textOf(client.stdout)).toBe(said);
	});
});
