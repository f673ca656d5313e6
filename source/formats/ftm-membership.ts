/*
Whether a tie is one of belonging, by the label that reads between the two names. Nothing else tells; a
label that says it in another way, or in another language, makes a plain link, which is never wrong.
*/

const OFFICES = [
	'adviser',
	'ambassador',
	'chair\\w*',
	'chief',
	'colonel',
	'commander',
	'delegate',
	'deputy',
	'director',
	'employee',
	'envoy',
	'fighter',
	'founder',
	'general',
	'head',
	'judge',
	'leader',
	'member',
	'minister',
	'officer',
	'official',
	'president',
	'prosecutor',
	'representative',
	'secretary',
	'soldier',
	'spokes(?:man|woman|person|men|people)',
];

/** Up to six words that only describe the office: among the highest. */
const DESCRIBED = '(?:(?!(?:of|as|to|by|being|from|against)\\b)[^\\s,]+ ){0,6}';

const BELONGS = [
	// An office in it: is foreign minister of the.
	new RegExp(
		`^(?:is|are|was|were) ${DESCRIBED}(?:${OFFICES.join('|')})s?\\b(?: .*)? (?:of|in|for|at)(?: the)?$`,
		'iu',
	),
	// A doing: once worked for.
	/^(?:once )?(?:work(?:s|ed)?|served?|serves) (?:for|in)(?: the)?$/iu,
	/^(?:heads?|headed|leads?|led)(?: .* of)?(?: the)?$/iu,
	/^belong(?:s|ed)? to(?: the)?$/iu,
];

/** What takes it back, or leaves it open. */
const HEDGES =
	/\b(?:not|never|no|nor|alleged|suspected|supposed|reputed|rival|self-styled|so-called)\b/iu;

/** Whether a tie with this label makes the first of the two a member of the second. */
export const isMembership = (label: string): boolean =>
	!HEDGES.test(label) && BELONGS.some(pattern => pattern.test(label.trim()));
