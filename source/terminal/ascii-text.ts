/*
Text for a terminal without Unicode. Signs that this program uses itself have names of their own
here; everything else is transliterated by the library that is handed in, which is large and so is
only loaded where it is wanted.
*/

const OWN: Readonly<Record<string, string>> = {
	'·': '-',
	'¶': 'par.',
	'°': ' deg',
	'–': '-',
	'—': '-',
	'…': '...',
	'“': '"',
	'”': '"',
	'‘': "'",
	'’': "'",
	'×': 'x',
};

const BEYOND_ASCII = /[^\p{ASCII}]+/gu;

/** How to write any text in printable ASCII. What has no transliteration becomes `?`. */
export const asciiTextWith =
	(transliterate: (text: string) => string) =>
	(text: string): string =>
		text.replaceAll(BEYOND_ASCII, run =>
			Array.from(run, character => OWN[character] ?? (transliterate(character) || '?')).join(''),
		);
