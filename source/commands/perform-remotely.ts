import {digestOf} from '../formats/digest.ts';
import type {RemoteProcess} from '../ssh/service.ts';
import {visibleText} from '../terminal/visible-text.ts';
import {VERSION} from './about-text.ts';
import {COMMANDS} from './commands.ts';
import {Failure} from './failure.ts';
import type {Host} from './host.ts';
import {remoteHost} from './remote-host.ts';
import {isRemoteName, REMOTE_SPECS, withoutProgram} from './remote-name.ts';
import type {Served} from './served.ts';
import {textOutputOf} from './text-output.ts';
import {writeOut} from './write-out.ts';

/** The exit code of a shell for a command that there is not. */
const UNKNOWN = 127;

const NAMES = REMOTE_SPECS.map(({name}) => name).join(', ');

const HELP = [
	'ssh HOST opens the dashboard; ssh HOST COMMAND runs one of these on the report there:',
	'',
	...REMOTE_SPECS.map(({name, about}) => `  ${name.padEnd(8)} ${about}`),
	`  ${'help'.padEnd(8)} this`,
	'',
	'ssh HOST COMMAND --help tells of one. Examples',
	'  ssh HOST list towns --json',
	'  ssh HOST export --format html > report.html',
	'',
].join('\n');

const printDigest = async (host: Host, {catalogs: {visible}}: Served): Promise<number> => {
	const {present} = await textOutputOf(host);
	return writeOut(host, present(digestOf(visible, visible.dossier.span.last)));
};

const obey = async (host: Host, words: readonly string[], served: Served): Promise<number> => {
	const [name, ...rest] = words;
	if (isRemoteName(name)) {
		return COMMANDS[name](host, rest);
	}

	switch (name) {
		case undefined:
			return printDigest(host, served);
		case '--help':
		case '-h':
		case 'help':
			return writeOut(host, HELP);
		case '--version':
		case '-v':
			return writeOut(host, VERSION);
		default:
			host.stderr.write(
				`libya-tui: ${visibleText(name)} cannot be run here; over SSH there are ${NAMES} and help.\n`,
			);
			return UNKNOWN;
	}
};

/**
Runs a command on the report that is served.

@returns Its exit code; 127 where there is no such command.
*/
export const performRemotely = async (
	remote: RemoteProcess,
	line: readonly string[],
	served: Served,
	machine: Host,
): Promise<number> => {
	const words = withoutProgram(line);
	const host = remoteHost(remote, words, served, machine);
	try {
		return await obey(host, words, served);
	} catch (error) {
		if (error instanceof Failure) {
			const lines = error.message.split('\n').map(visibleText);
			host.stderr.write(`libya-tui: ${lines.join('\n')}\n`);
			return error.exitCode;
		}

		throw error;
	}
};
