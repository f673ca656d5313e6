import type {Control} from '../../dossier/schema.ts';
import {CONTROL_WORDS, NOT_STATED} from '../../dossier/words.ts';
import type {Block} from '../brief/block.ts';
import {controlSign, inlineSign} from './control-sign.ts';
import {figureMarkup, keyEntry, lineAcross, lineSign} from './figure-markup.ts';
import {inlineMarkup} from './inline-markup.ts';
import {element, type Markup, plain} from './markup.ts';
import type {Page} from './page.ts';
import {type DrawnMap, NARROW, svgMap, WIDE} from './svg-map.ts';

const STATES: readonly (Control['state'] | null)[] = [
	'government',
	'contested',
	'opposition',
	'abandoned',
	'unknown',
	null,
];

const keyOf = ({states, stretches, hasOthers}: DrawnMap): readonly Markup[] => [
	...STATES.filter(state => states.has(state)).map(state =>
		keyEntry(inlineSign(controlSign(state)), state === null ? NOT_STATED : CONTROL_WORDS[state]),
	),
	...(hasOthers
		? [keyEntry(inlineSign(element('circle', {class: 'place', r: 2.5})), 'another place')]
		: []),
	...(stretches.has('government') || stretches.has('opposition')
		? [
				keyEntry(
					lineSign(
						lineAcross(`stretch ${stretches.has('government') ? 'government' : 'opposition'}`),
					),
					'road between towns of one side',
				),
			]
		: []),
	...(stretches.has('front')
		? [keyEntry(lineSign(lineAcross('stretch front')), 'road on which the front lies')]
		: []),
];

const counted = (count: number, one: string, many: string): string =>
	count === 1 ? `one ${one}` : `${count} ${many}`;

/** What the picture does not show, and what it is drawn from. */
const remarksOf = (map: DrawnMap): readonly Markup[] => {
	const {hasCarried, hasCoast, unnamed, undrawnTowns, undrawnOthers} = map;
	const remarks = [
		...(hasCarried ? ['In brackets: nothing is told for this day, so the day before stands.'] : []),
		...(unnamed > 0 ? [`There was no room for ${counted(unnamed, 'name', 'names')}.`] : []),
		...(undrawnTowns > 0
			? [`Too close to others to be drawn: ${counted(undrawnTowns, 'town', 'towns')}.`]
			: []),
		...(undrawnOthers > 0
			? [`On the spot of another: ${counted(undrawnOthers, 'further place', 'further places')}.`]
			: []),
		...(hasCoast ? ['Coast: Natural Earth.'] : []),
	];
	return remarks.length === 0 ? [] : [plain(remarks.join(' '))];
};

/** The map of a brief, for wide pages and for narrow ones. */
export const mapFigure = (
	{inWords, caption}: Extract<Block, {kind: 'map'}>,
	{catalog, day, coast}: Page,
): Markup => {
	const description = inWords
		.flatMap(({pieces}) => pieces.map(piece => ('text' in piece ? piece.text : '')))
		.join('. ');
	const [wide, narrow] = [WIDE, NARROW].map((size, at) =>
		svgMap(catalog.dossier, day, {
			size,
			coast,
			id: at === 0 ? 'map-wide' : 'map-narrow',
			description,
		}),
	);
	return wide === undefined || narrow === undefined
		? element('p', {}, inlineMarkup(caption))
		: figureMarkup({
				wide: wide.svg,
				narrow: narrow.svg,
				key: keyOf(wide),
				caption: [...remarksOf(wide), inlineMarkup(caption)],
			});
};
