import type {CommandSpec, Given} from './command-spec.ts';
import type {ExitCode, Host} from './host.ts';

/** What a command does with what its command line gives. */
export type Perform<Spec extends CommandSpec> = (
	host: Host,
	given: Given<Spec>,
) => Promise<ExitCode>;
