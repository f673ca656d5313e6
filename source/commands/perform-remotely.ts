import {digestOf} from '../formats/digest.ts';
import type {RemoteProcess} from '../ssh/service.ts';
import {visibleText} from '../terminal/visible-text.ts';
import {COMMANDS} from './commands.ts';
import {Failure} from './failure.ts';
import type {Host} from './host.ts';
import {remoteHost} from './remote-host.ts';
import {isRemoteName, withoutProgram} from './remote-name.ts';
import type {Served} from './served.ts';
import {textOutputOf} from './text-output.ts';
import {writeOut} from './write-out.ts';

const printDigest = async (host: Host, {catalogs: {visible}}: Served): Promise<number> => {
	const {present} = await textOutputOf(host);
	return writeOut(host, present(digestOf(visible, visible.dossier.span.last)));
};

const obey = async (host: Host, words: readonly string[], served: Served): Promise<number> => {
	const [name, ...rest] = words;
	return isRemoteName(name) ? COMMANDS[name](host, rest) : printDigest(host, served);
};

/**
Runs a command on the report that is served, or prints that in short where there is none.

@returns Its exit code.
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
