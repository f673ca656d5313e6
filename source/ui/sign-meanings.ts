import {CONTROL_WORDS} from '../dossier/words.ts';
import {controlGlyph} from './control-mark.ts';
import type {Display} from './display.ts';
import {signsOf} from './timeline-drawing.ts';

/** What the signs on the screen stand for, for the help. */
export const signMeanings = ({glyphs}: Display): readonly (readonly [string, string])[] => {
	const time = signsOf(glyphs);
	const states = ['government', 'opposition', 'contested', 'abandoned', 'unknown'] as const;
	return [
		...states.map(state => [controlGlyph(glyphs, state), `held: ${CONTROL_WORDS[state]}`] as const),
		[glyphs.unsure.repeat(2), 'not stated'],
		[`(${glyphs.filled}) g`, 'in brackets, or small: carried over'],
		[glyphs.changed, 'new on this day'],
		[`${glyphs.westward} ${glyphs.eastward}`, 'moved along the road that day'],
		[glyphs.roads.front, 'the road where the front lies'],
		[glyphs.selected, 'selected'],
		[glyphs.related, 'has to do with what is selected'],
		[glyphs.related, 'on the map: a place that is no town'],
		[glyphs.mark, 'marked by you'],
		[glyphs.link, 'leads on to another record'],
		[`${time.exact} ${time.inexact}`, 'an event to the day; one less exact'],
		[`2 9 ${time.many.join(' ')}`, 'so many events; from 10, 30, 100, 300'],
		[`${time.axis} ${time.squeezed} //`, 'time to scale; squeezed; years squeezed'],
		[`${time.pointer} [31 Mar]`, 'the selected event; the as-of day'],
		[`${time.begin}${time.line}${time.end}`, 'how long a date is no exact day'],
		[`${time.past} ${time.future}`, 'it goes on before that, or after'],
		[time.rough, 'about'],
	];
};
