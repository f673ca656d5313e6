import {execFileSync, spawn} from 'node:child_process';
import {once} from 'node:events';
import {mkdirSync} from 'node:fs';
import {userInfo} from 'node:os';
import path from 'node:path';
import {createInterface} from 'node:readline';
import {freePort} from '../../support/free-port.ts';
import {isInstalled, pathOf} from './installed.ts';
import {temporaryFolder} from './temporary-folder.ts';

const SSHD = pathOf('sshd') ?? '';

/** Whether there are a client and a server of OpenSSH here. */
export const HAS_OPENSSH = isInstalled('ssh') && SSHD !== '';

export interface SshServerOptions {
	/** More of `sshd_config`, a line each. */
	readonly config?: readonly string[];
	/** What stands before the key in `authorized_keys`. */
	readonly keyOptions?: string;
}

/** An sshd of its own on this machine, and one reader who may log in to it. */
export interface SshServer extends AsyncDisposable {
	readonly port: number;
	/**
	The words of the client behind its name, up to the host, behind which stands what is to be run there.

	@param options - More of its options.
	@param through - Another way there than its own port.
	*/
	readonly client: (options?: readonly string[], through?: number) => readonly string[];
}

/** Starts an sshd on a port of loopback, without a word of its configuration on this machine. */
export const startSshServer = async ({
	config = [],
	keyOptions = '',
}: SshServerOptions = {}): Promise<SshServer> => {
	const folder = await temporaryFolder();
	const at = (name: string): string => path.join(folder.path, name);
	const port = await freePort();
	for (const name of ['host', 'client']) {
		execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', at(name)]);
	}

	const key = execFileSync('ssh-keygen', ['-y', '-f', at('client')], {encoding: 'utf8'});
	const keys = await folder.write('authorized_keys', `${keyOptions} ${key}`.trimStart());
	const file = await folder.write(
		'sshd_config',
		[
			`Port ${port}`,
			'ListenAddress 127.0.0.1',
			`HostKey ${at('host')}`,
			`AuthorizedKeysFile ${keys}`,
			'PidFile none',
			'StrictModes no',
			'UsePAM no',
			'PermitRootLogin yes',
			'PasswordAuthentication no',
			'Subsystem sftp internal-sftp',
			'PrintLastLog no',
			'PrintMotd no',
			// One line only: of several the first is taken.
			`SetEnv LANG=C.UTF-8 XDG_STATE_HOME=${at('state')} XDG_CACHE_HOME=${at('cache')}`,
			...config,
			'',
		].join('\n'),
	);
	if (process.getuid?.() === 0) {
		// Where sshd confines itself; a service would have made it.
		mkdirSync('/run/sshd', {recursive: true, mode: 0o755});
	}

	const server = spawn(SSHD, ['-D', '-e', '-f', file], {stdio: ['ignore', 'ignore', 'pipe']});
	const said: string[] = [];
	let isListening = false;
	for await (const line of createInterface({input: server.stderr})) {
		said.push(line);
		isListening = line.startsWith('Server listening');
		if (isListening) {
			break;
		}
	}

	if (!isListening) {
		throw new Error(`sshd did not start: ${said.join('\n')}`);
	}

	server.stderr.resume();
	return {
		port,
		client: (options = [], through = port) => [
			...['-F', 'none', '-p', String(through), '-i', at('client'), '-l', userInfo().username],
			...['-o', 'IdentitiesOnly=yes', '-o', 'BatchMode=yes', '-o', 'LogLevel=ERROR'],
			...['-o', 'StrictHostKeyChecking=no', '-o', `UserKnownHostsFile=${at('known')}`],
			...options,
			'127.0.0.1',
		],
		async [Symbol.asyncDispose]() {
			server.kill();
			await once(server, 'exit');
			await folder[Symbol.asyncDispose]();
		},
	};
};
