import {once} from 'node:events';
import {readdir} from 'node:fs/promises';
import {type AddressInfo, createServer} from 'node:net';
import ssh2, {type ConnectConfig} from 'ssh2';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {type TemporaryFolder, temporaryFolder} from '../e2e/support/temporary-folder.ts';
import {atTheDoor, knock} from './support/knock.ts';
import {kexInit, MESSAGE, payloadOf, plainPacket} from './support/payload.ts';
import {connectRaw} from './support/raw-client.ts';
import {repliesOf} from './support/replies.ts';
import {runLine} from './support/run-line.ts';
import {sendPayload} from './support/send-payload.ts';
import {type ServerProcess, startServer} from './support/server.ts';
import {logIn, openReader} from './support/ssh-reader.ts';
import {newUserKey, type UserKey} from './support/user-key.ts';
import {openWitness, type Witness} from './support/witness.ts';

const failureOf = async (
	work: (done: (error: Error | null | undefined) => void) => void,
): Promise<string> =>
	new Promise((resolve, reject) => {
		work(error => (error ? resolve(error.message) : reject(new Error('it was allowed'))));
	});

describe('what is not a reader’s', () => {
	let server: ServerProcess;
	let witness: Witness;
	beforeAll(async () => {
		server = await startServer();
		witness = await openWitness(server);
	});
	afterAll(async () => {
		await witness[Symbol.asyncDispose]();
		await server[Symbol.asyncDispose]();
	});

	test('no connection is forwarded, to or from anywhere', async () => {
		const target = createServer(() => expect.unreachable('forwarded'));
		target.listen(0, '127.0.0.1');
		await once(target, 'listening');
		const {port} = target.address() as AddressInfo;
		await witness.during(async () => {
			await using connection = await logIn(server, {strictVendor: false});
			const {client} = connection;
			expect(
				await failureOf(done => client.forwardOut('127.0.0.1', 1, '127.0.0.1', port, done)),
			).toMatch(/Channel open failure/);
			expect(
				await failureOf(done => client.openssh_forwardOutStreamLocal('/tmp/socket', done)),
			).toMatch(/Channel open failure/);
			expect(await failureOf(done => client.forwardIn('127.0.0.1', 0, done))).toMatch(
				/Unable to bind/,
			);
			expect(
				await failureOf(done => client.openssh_forwardInStreamLocal('/tmp/socket', done)),
			).toMatch(/Unable to bind/);
		});
		target.close();
	});

	test.each([
		['x11', '127.0.0.1', 6000],
		['auth-agent@openssh.com'],
		['forwarded-tcpip', '127.0.0.1', 1, '127.0.0.1', 2],
		['tun@openssh.com', 1, 0],
		[''],
		['session\u0000'],
	] as const)('no channel of the kind %j is opened', async (kind, ...fields) => {
		await using connection = await logIn(server);
		const replies = repliesOf(connection.client);
		sendPayload(
			connection.client,
			payloadOf(MESSAGE.channelOpen, kind, 1, 2 ** 21, 2 ** 15, ...fields),
		);
		await expect.poll(() => replies).toEqual([MESSAGE.channelOpenFailure]);
	});

	test.each([
		['x11-req', false, 'MIT-MAGIC-COOKIE-1', '00', 0],
		['auth-agent-req@openssh.com'],
		['subsystem', 'sftp'],
		['subsystem', 'netconf'],
		['break', 500],
		['eow@openssh.com'],
		['no-such-request@example.com', 'text'],
		['env', 'LD_PRELOAD', '/tmp/evil.so'],
		['env', 'NODE_OPTIONS', '--inspect'],
		['env', 'XDG_CONFIG_HOME', '/etc'],
		['env', 'LANG', 'C.UTF-8\u001B]0;pwned\u0007'],
		['env', 'LC_ALL', 'a'.repeat(10_000)],
	] as const)('a session’s request for %s %s is refused', async (kind, ...fields) => {
		await using connection = await logIn(server);
		const replies = repliesOf(connection.client);
		sendPayload(connection.client, payloadOf(MESSAGE.channelOpen, 'session', 1, 2 ** 21, 2 ** 15));
		sendPayload(connection.client, payloadOf(MESSAGE.channelRequest, 0, kind, true, ...fields));
		await expect
			.poll(() => replies)
			.toEqual([MESSAGE.channelOpenConfirmation, MESSAGE.channelFailure]);
	});

	test.each([
		'scp -t /tmp',
		'scp -f /etc/passwd',
		'/usr/lib/openssh/sftp-server',
		'sh',
		'bash -c id',
		'serve',
		'validate /etc/passwd',
		'verify --article /etc/passwd',
		'completion bash',
		'list towns; id',
		'list towns && id',
		'list towns `id`',
		'list "$(id)"',
		'list towns > /tmp/pwned',
		'\u001B[2J\u0007',
		'libya-tui libya-tui sh',
	])('%j is no command here: one line says so, and the exit code is 127', async line => {
		const {code, stdout, stderr} = await runLine(server, line);
		expect(code).toBe(127);
		expect(stdout).toBe('');
		expect(stderr).toMatch(/^libya-tui: [^\p{Cc}]+\n$/u);
	});

	test('no command reads a file of the server, or writes one', async () => {
		await using folder = await temporaryFolder();
		const secret = await folder.write('secret.json', '{"secret": "in a file"}');
		for (const line of [
			`list towns ${secret}`,
			`list towns --dossier ${secret}`,
			`list towns --article ${secret}`,
			`show actor:moussa-koussa --article ${secret}`,
			`search secret --dossier ${secret}`,
			`export --format json -o ${folder.path}/written`,
			`export --format json --output ${folder.path}/written ${secret}`,
			'list marks',
		]) {
			const {code, stdout, stderr} = await runLine(server, line);
			expect(code, line).not.toBe(0);
			expect(stdout + stderr, line).not.toContain('in a file');
		}

		expect(await readdir(folder.path)).toEqual(['secret.json']);
	});

	test('a second shell or command in one session is refused, and a pty after it', async () => {
		await using connection = await logIn(server);
		const replies = repliesOf(connection.client);
		const {client} = connection;
		sendPayload(client, payloadOf(MESSAGE.channelOpen, 'session', 1, 2 ** 21, 2 ** 15));
		sendPayload(
			client,
			payloadOf(MESSAGE.channelRequest, 0, 'pty-req', true, 'vt100', 80, 24, 0, 0, ''),
		);
		sendPayload(client, payloadOf(MESSAGE.channelRequest, 0, 'shell', true));
		await expect
			.poll(() => replies)
			.toEqual([MESSAGE.channelOpenConfirmation, MESSAGE.channelSuccess, MESSAGE.channelSuccess]);
		sendPayload(client, payloadOf(MESSAGE.channelRequest, 0, 'shell', true));
		sendPayload(client, payloadOf(MESSAGE.channelRequest, 0, 'exec', true, 'list towns'));
		sendPayload(
			client,
			payloadOf(MESSAGE.channelRequest, 0, 'pty-req', true, 'vt100', 80, 24, 0, 0, ''),
		);
		sendPayload(client, payloadOf(MESSAGE.channelRequest, 0, 'subsystem', true, 'sftp'));
		// ssh2 1.17 answers nothing to what comes to a session in which something runs; the next answer is another's.
		sendPayload(client, payloadOf(MESSAGE.globalRequest, 'x@example.com', true));
		await expect.poll(() => replies.at(-1)).toBe(MESSAGE.requestFailure);
		expect(replies.slice(3)).not.toContain(MESSAGE.channelSuccess);
	});

	test.each([
		['zlib', {compression: 'zlib,zlib@openssh.com'}],
		['another exchange of keys', {kex: 'diffie-hellman-group14-sha1,ecdh-sha2-nistp256'}],
		['an older cipher', {cipher: 'aes128-cbc,3des-cbc,arcfour'}],
	])('a client that knows %s alone is not spoken to', async (_, offer) => {
		await witness.during(async () => {
			await using client = await connectRaw(server);
			client.write('SSH-2.0-old\r\n');
			client.write(plainPacket(kexInit(offer)));
			await client.ended;
			expect(client.received()).not.toContain('zlib');
		});
	});

	test('a client that would compress if it could gets nothing compressed', async () => {
		const client = new ssh2.Client();
		client.connect({
			port: server.port,
			host: '127.0.0.1',
			localAddress: server.nextAddress(),
			username: 'reader',
			algorithms: {compress: ['zlib@openssh.com', 'zlib', 'none']},
		} as ConnectConfig);
		const [negotiated] = await once(client, 'handshake');
		expect(negotiated.cs.compress).toBe('none');
		expect(negotiated.sc.compress).toBe('none');
		client.on('error', () => {});
		client.end();
	});

	test.each([
		{type: 'password', username: 'reader', password: 'secret'},
		{type: 'keyboard-interactive', username: 'reader', prompt: () => {}},
		{
			type: 'hostbased',
			username: 'reader',
			key: newUserKey('host').privateKey,
			localHostname: 'host',
			localUsername: 'reader',
		},
	] as const)('nobody comes in by $type, also where anybody may read', async method => {
		let tries = 0;
		const {isIn, left} = await knock(server, {
			authHandler: (_left, _isPartial, next) => {
				tries += 1;
				next(tries === 1 ? method : (false as never));
			},
		});
		expect(isIn).toBe(false);
		expect(left).toEqual([['publickey']]);
		expect(server.log).not.toContain('secret');
	});
});

describe('who somebody is', () => {
	const own = newUserKey('ada');
	const other = newUserKey('eve');
	let folder: TemporaryFolder;
	let server: ServerProcess;
	beforeAll(async () => {
		folder = await temporaryFolder();
		server = await startServer({
			args: ['--authorized-keys', await folder.write('keys', own.line)],
		});
	});
	afterAll(async () => {
		await server[Symbol.asyncDispose]();
		await folder[Symbol.asyncDispose]();
	});

	test('is believed for a key that is in the file, and no other', async () => {
		expect((await knock(server, {privateKey: own.privateKey})).isIn).toBe(true);
		for (const config of [{privateKey: other.privateKey}, {}, {password: 'secret'}]) {
			expect((await knock(server, config)).isIn).toBe(false);
		}
	});

	const asked = ['ada', 'ssh-connection', 'publickey'] as const;
	const signed = payloadOf(MESSAGE.userauthRequest, ...asked, true, 'ssh-ed25519', own.blob);
	/** The request with a signature after it, of what this key would sign in a session. */
	const withSignature = (key: UserKey, session: Buffer): Buffer => {
		const data = Buffer.concat([payloadOf(0, session).subarray(1), signed]);
		const signature = payloadOf(0, 'ssh-ed25519', key.sign(data)).subarray(1);
		return Buffer.concat([signed, payloadOf(0, signature).subarray(1)]);
	};

	test.each<[string, readonly number[], (sessionId: Buffer) => Buffer]>([
		[
			'a signature of the key itself',
			[MESSAGE.userauthSuccess, MESSAGE.channelOpenConfirmation],
			id => withSignature(own, id),
		],
		[
			'an offer of the key',
			[MESSAGE.channelOpenFailure],
			() => payloadOf(MESSAGE.userauthRequest, ...asked, false, 'ssh-ed25519', own.blob),
		],
		[
			'a signature of another key',
			[MESSAGE.userauthFailure, MESSAGE.channelOpenFailure],
			id => withSignature(other, id),
		],
		[
			'a signature for another session',
			[MESSAGE.userauthFailure, MESSAGE.channelOpenFailure],
			id => withSignature(own, Buffer.alloc(id.length, 1)),
		],
		[
			'an empty signature',
			[MESSAGE.userauthFailure, MESSAGE.channelOpenFailure],
			() => Buffer.concat([signed, payloadOf(0, '').subarray(1)]),
		],
		[
			'the key by the name of another kind',
			[MESSAGE.userauthFailure, MESSAGE.channelOpenFailure],
			() => payloadOf(MESSAGE.userauthRequest, ...asked, false, 'ssh-rsa', own.blob),
		],
	])('after %s a session is answered as after a login or not: %j', async (_, answers, request) => {
		const client = await atTheDoor(server);
		const {_protocol: protocol} = client as unknown as {
			readonly _protocol: {readonly _kex: {readonly sessionID: Buffer}};
		};
		const replies = repliesOf(client);
		sendPayload(client, request(protocol._kex.sessionID));
		sendPayload(client, payloadOf(MESSAGE.channelOpen, 'session', 1, 2 ** 21, 2 ** 15));
		await expect.poll(() => replies).toEqual(answers);
		client.end();
	});

	test('a reader who came in with a key reads on while others are turned away', async () => {
		await using reader = await openReader(server, {config: {privateKey: own.privateKey}});
		for (let count = 0; count < 5; count++) {
			expect((await knock(server, {privateKey: other.privateKey})).isIn).toBe(false);
		}

		reader.press('?');
		await reader.waitFor('┍ Keys ━');
	});
});
