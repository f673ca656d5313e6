import {once} from 'node:events';
import type {ClientChannel} from 'ssh2';
import type {ServerProcess} from './server.ts';
import {logIn} from './ssh-reader.ts';

/** What a line that was run on a server has come to. */
export interface RunLine {
	readonly code: number | undefined;
	readonly stdout: string;
	readonly stderr: string;
}

/** Runs a line as `ssh HOST LINE` does, without a terminal. */
export const runLine = async (server: ServerProcess, line: string): Promise<RunLine> => {
	await using connection = await logIn(server);
	const channel = await new Promise<ClientChannel>((resolve, reject) => {
		connection.client.exec(line, (error, opened) => (error ? reject(error) : resolve(opened)));
	});
	let stdout = '';
	let stderr = '';
	channel.on('data', (data: Buffer) => {
		stdout += data.toString();
	});
	channel.stderr.on('data', (data: Buffer) => {
		stderr += data.toString();
	});
	const [code] = await once(channel, 'close');
	return {code, stdout, stderr};
};
