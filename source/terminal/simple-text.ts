/**
Text in which every UTF-16 code unit is a character of its own and takes one cell, whatever stands
beside it: printable ASCII, Latin, Greek and Cyrillic letters, common punctuation, arrows, box drawing,
geometric shapes and braille. Most of what is drawn is such text, and measuring it needs no Unicode tables.
A test holds every one of these characters against string-width.
*/
const SIMPLE =
	/^[\u0020-\u007E\u00A0-\u00AC\u00AE-\u02FF\u0370-\u0377\u0384-\u0482\u2010-\u2027\u2030-\u203B\u203D-\u2048\u2190-\u21FF\u232B\u23CE\u2500-\u25A9\u25B2-\u25B5\u25B7\u25BC-\u25BF\u25C1\u25C6-\u25FA\u2800-\u28FF]*$/;

export const isSimpleText = (text: string): boolean => SIMPLE.test(text);
