/** Signals that end the program, after the terminal has been given back. */
export const ENDING_SIGNALS = ['SIGTERM', 'SIGHUP', 'SIGINT', 'SIGQUIT', 'SIGALRM'] as const;
