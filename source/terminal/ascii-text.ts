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
	// The library passes these over, and names would come out full of question marks.
	ا: 'a',
	ـ: '',
	ー: '-',
};

/** Takes no cell of its own, and nothing is lost without it. */
const SILENT = /^[\p{M}\p{Default_Ignorable_Code_Point}]$/u;

const BEYOND_ASCII = /[^\p{ASCII}]+/gu;

/** How to write any text in printable ASCII. What has no transliteration becomes `?`. */
export const asciiTextWith =
	(transliterate: (text: string) => string) =>
	(text: string): string => {
		const written = (character: string): string =>
			OWN[character] ?? (transliterate(character) || (SILENT.test(character) ? '' : '?'));
		return text.replaceAll(BEYOND_ASCII, run => Array.from(run, written).join(''));
	};
