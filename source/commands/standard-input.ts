/** Given in place of a file: what is piped into the program. */
export const STANDARD_INPUT = '-';
