import type {Environment} from './capabilities.ts';
import type {Clipboard} from './clipboard.ts';

/** Milliseconds after which a tmux that does not answer is given up. */
const LONGEST = 2000;

/** Whether there is a tmux at hand to give a text to; over SSH there is none. */
export const isTmuxAtHand = ({TMUX}: Environment, clipboard: Clipboard): boolean =>
	Boolean(TMUX) && (clipboard === 'tmux' || clipboard === 'tmux-or-screen');

/**
Gives a text to the tmux that the program runs in, for its own buffer and for the clipboard of its
terminal. As tmux is set at first, it takes no notice of a program that asks for this by OSC 52.

@returns Whether tmux took it; before 3.2 none does.
*/
export const giveToTmux = async (text: string, env: Environment): Promise<boolean> => {
	const {execFile} = await import('node:child_process');
	return new Promise<boolean>((resolve, reject) => {
		const {stdin} = execFile(
			'tmux',
			['load-buffer', '-w', '-'],
			// One that is stopped ends at no other signal.
			{env, timeout: LONGEST, killSignal: 'SIGKILL'},
			error => (error === null ? resolve(true) : reject(error)),
		);
		// Of one that is not there or does not read the end tells.
		stdin?.on('error', () => {});
		stdin?.end(text);
		// Some of what may keep a program from being started is thrown at once.
	}).catch(() => false);
};
