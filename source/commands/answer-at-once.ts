import type {RemoteProcess} from '../ssh/service.ts';
import {visibleText} from '../terminal/visible-text.ts';
import {VERSION} from './about-text.ts';
import {isRemoteName, REMOTE_SPECS, withoutProgram} from './remote-name.ts';

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

const written = (output: RemoteProcess['stdout'], text: string): Promise<number> =>
	new Promise(resolve => {
		output.write(text, () => resolve(0));
	});

/**
Answers what needs no report, and so waits for nothing: help, the version, and what is no command.

@returns The exit code, once that has gone; nothing for everything else.
*/
export const answerAtOnce = (
	{stdout, stderr}: Pick<RemoteProcess, 'stdout' | 'stderr'>,
	line: readonly string[],
): Promise<number> | undefined => {
	const [name] = withoutProgram(line);
	switch (name) {
		case undefined:
			return undefined;
		case '--help':
		case '-h':
		case 'help':
			return written(stdout, HELP);
		case '--version':
		case '-v':
			return written(stdout, VERSION);
		default:
			if (isRemoteName(name)) {
				return undefined;
			}

			stderr.write(
				`libya-tui: ${visibleText(name)} cannot be run here; over SSH there are ${NAMES} and help.\n`,
			);
			return Promise.resolve(UNKNOWN);
	}
};
