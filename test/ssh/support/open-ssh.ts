import {FIRST_FRAME} from '../../e2e/support/dashboard.ts';
import {type PipedOptions, type PipedResult, runPiped} from '../../support/piped.ts';
import {openTerminal, type Terminal, type TerminalOptions} from '../../support/terminal.ts';
import type {ServerProcess} from './server.ts';

/** Options of `ssh`, before the host. */
const sshOptions = async (server: ServerProcess): Promise<readonly string[]> => [
	...['-F', 'none', '-p', String(server.port), '-l', 'reader', '-b', server.nextAddress()],
	...['-o', 'BatchMode=yes', '-o', 'LogLevel=ERROR', '-o', 'StrictHostKeyChecking=yes'],
	...['-o', `UserKnownHostsFile=${await server.knownHosts()}`, '-o', 'IdentityAgent=none'],
	...['-o', 'EscapeChar=none'],
];

/** What a line for `ssh` has besides its usual options. */
interface SshLine {
	/** Options, over the usual ones. */
	readonly options?: readonly string[] | undefined;
	/** What is to be run there, as one line; nothing opens the dashboard. */
	readonly line?: string | undefined;
}

/** The arguments of `ssh` for a server. */
export const sshArgs = async (
	server: ServerProcess,
	{options = [], line}: SshLine = {},
): Promise<readonly string[]> => [
	...options,
	...(await sshOptions(server)),
	'127.0.0.1',
	// Else an option that follows the host is taken to be one of ssh itself.
	...(line === undefined ? [] : ['--', line]),
];

/** Runs `ssh` in a terminal. */
export const sshTerminal = async (
	server: ServerProcess,
	{options, line, ...terminal}: SshLine & TerminalOptions = {},
): Promise<Terminal> =>
	openTerminal({...terminal, command: 'ssh', args: await sshArgs(server, {options, line})});

/** Opens the dashboard with `ssh`, and waits for its first frame. */
export const sshDashboard = async (
	server: ServerProcess,
	options: SshLine & TerminalOptions = {},
): Promise<Terminal> => {
	const terminal = await sshTerminal(server, options);
	await terminal.waitFor(FIRST_FRAME, {label: 'the first frame'});
	return terminal;
};

/** Runs `ssh` to its end, without a terminal. */
export const sshPiped = async (
	server: ServerProcess,
	{options, line, ...piped}: SshLine & PipedOptions = {},
): Promise<PipedResult> =>
	runPiped({...piped, command: 'ssh', args: await sshArgs(server, {options, line})});
