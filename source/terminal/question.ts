import type {Environment} from './capabilities.ts';

/**
What a terminal is asked behind a frame (DSR 5, whether it is well): it answers what it is told in order,
so that with the answer it has shown the frame. Terminals have known this since the VT100.
*/
export const QUESTION = '\u{1B}[5n';

/** What all of them say to it: that they are. */
export const ANSWER = '\u{1B}[0n';

/** Whether the terminal is at the end of a line, which takes what it is given long before it has arrived. */
export const isOverSsh = ({SSH_CONNECTION, SSH_CLIENT, SSH_TTY}: Environment): boolean =>
	Boolean(SSH_CONNECTION || SSH_CLIENT || SSH_TTY);
