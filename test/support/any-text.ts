import fc from 'fast-check';

/** Characters of every kind that columns are lost over. */
const UNITS = [
	...'abcXYZ  0',
	'é',
	'e\u0301',
	'ß',
	'م',
	'مَ',
	'ل',
	'ا',
	'東',
	'京',
	'한',
	'ｶ',
	'😀',
	'👩🏽‍🚀',
	'👨‍👩‍👧',
	'🇱🇾',
	'❤️',
	'1️⃣',
	'—',
	'“',
	'\u00AD',
	'\u200B',
	'\u200D',
	'क्षि',
	'ไทย',
] as const;

/** Texts as no table likes them: wide, combining and right-to-left characters, emoji, long words. */
export const anyText = (constraints: fc.StringConstraints = {}): fc.Arbitrary<string> =>
	fc.string({unit: fc.constantFrom(...UNITS), maxLength: 40, ...constraints});
