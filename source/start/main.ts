/**
What a program is run by; it ends the process.

@param whenReady - Called once, when the first frame is on the screen, or what was asked for is printed.
*/
export type Main = (host: NodeJS.Process, whenReady: () => void) => Promise<void>;
