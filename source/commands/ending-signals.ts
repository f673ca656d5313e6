/**
Signals that end the program, after the terminal has been given back: those that are sent to a program, by a limit on
its time too (SIGXCPU), and not because of a fault in it.
*/
export const ENDING_SIGNALS = [
	'SIGTERM',
	'SIGHUP',
	'SIGINT',
	'SIGQUIT',
	'SIGALRM',
	'SIGUSR2',
	'SIGVTALRM',
	'SIGXCPU',
] as const;
