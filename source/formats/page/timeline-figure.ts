import {inlineSign} from './control-sign.ts';
import {figureMarkup, keyEntry, lineAcross, lineSign} from './figure-markup.ts';
import {element, type Markup, plain, together} from './markup.ts';
import type {Page} from './page.ts';
import {NARROW, WIDE} from './svg-map.ts';
import {type DrawnTimeline, svgTimeline} from './svg-timeline.ts';

const dot = (look: string): Markup => inlineSign(element('circle', {class: look, r: 4}));

const keyOf = ({
	hasGaps,
	hasInexact,
	hasMany,
	hasStretches,
	hasAsOf,
}: DrawnTimeline): readonly Markup[] => [
	keyEntry(dot('exact'), 'to the day'),
	...(hasInexact ? [keyEntry(dot('inexact'), 'less exact')] : []),
	...(hasMany
		? [
				keyEntry(
					inlineSign(
						together([
							element('circle', {class: 'many', r: 7}),
							element('text', {class: 'count', y: 3.5, 'text-anchor': 'middle'}, plain('2')),
						]),
					),
					'so many events',
				),
			]
		: []),
	...(hasGaps
		? [keyEntry(lineSign(lineAcross('axis squeezed')), 'time squeezed together, with its length')]
		: []),
	...(hasStretches
		? [
				keyEntry(
					lineSign(
						lineAcross('stretch'),
						element('path', {class: 'stretch', d: 'M2 -3v6M26 -3v6'}),
					),
					'the time that an inexact date covers',
				),
			]
		: []),
	...(hasAsOf ? [keyEntry(lineSign(lineAcross('as-of')), 'the day of this brief')] : []),
];

/** The line of time of a brief, for wide pages and for narrow ones; nothing when no event has a date. */
export const timelineFigure = ({catalog, day}: Page): Markup => {
	const [wide, narrow] = [WIDE, NARROW].map(({width}, at) =>
		svgTimeline(catalog, day, {width, id: at === 0 ? 'time-wide' : 'time-narrow'}),
	);
	return wide === undefined || narrow === undefined
		? together([])
		: figureMarkup({wide: wide.svg, narrow: narrow.svg, key: keyOf(wide), caption: []});
};
