import type {Failure} from './failure.ts';

/** What a thread is started by that looks whether something can be served; outside of a thread it is no command. */
export const CHECK_THREAD = '__check-thread';

/** What it has found. */
export type Checked =
	| {readonly is: 'good'; readonly title: string}
	| {
			readonly is: 'bad';
			readonly message: string;
			readonly exitCode: Failure['exitCode'];
	  };
