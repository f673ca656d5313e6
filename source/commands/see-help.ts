import {type CommandSpec, typedName} from './command-spec.ts';
import type {Host} from './host.ts';
import {remoteSpec} from './remote-spec.ts';

/** Where a reader is sent whose command line is wrong: `libya-tui list --help shows how.` */
export const seeHelp = ({served}: Pick<Host, 'served'>, spec: CommandSpec): string =>
	`${typedName(served === undefined ? spec : remoteSpec(spec))} --help shows how.`;
