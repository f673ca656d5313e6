/** CSI, OSC and the other strings, charset choices, and two-character sequences. */
const SEQUENCE =
	// biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences begin with ESC
	/\u001B(?:\[[0-?]*[ -/]*[@-~]|[\]PX^_][^\u0007\u001B]*(?:\u0007|\u001B\\)|[ -/]+[0-~]|[0-Z\\`-~])/gu;

// biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences begin with ESC
const SGR = /\u001B\[([\d;:]*)m/gu;

const isColour = (code: number): boolean =>
	(code >= 30 && code <= 49) || (code >= 90 && code <= 107);

/** Output without its escape sequences. */
export const withoutSequences = (output: string): string => output.replaceAll(SEQUENCE, '');

/** The escape sequences of an output, each once. */
export const sequencesIn = (output: string): readonly string[] => [
	...new Set(output.match(SEQUENCE) ?? []),
];

/** The codes that the output sets styles with, each once: 1 is bold, 7 reverse video. */
export const styleCodes = (output: string): readonly number[] => [
	...new Set(
		[...output.matchAll(SGR)].flatMap(([, codes = '']) => codes.split(/[;:]/u).map(Number)),
	),
];

export const colourCodes = (output: string): readonly number[] =>
	styleCodes(output).filter(isColour);
