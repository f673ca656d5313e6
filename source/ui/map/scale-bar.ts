import {roundBelow} from '../../dossier/round-below.ts';
import type {CanvasStyle} from '../../terminal/canvas.ts';
import type {MapFrame} from './map-frame.ts';

interface ScaleBar {
	readonly text: string;
	/** What its ends are apart. */
	readonly km: number;
}

/** Cells that the ends of a bar are apart, at least where lengths can be had: a shorter one tells little. */
const LEAST_CELLS = 4;

/** A length is at most so many times the next shorter one. */
const LARGEST_STEP = 2.5;

/** Ends and line of a bar; the ends are drawn in the middle of their cells. */
const signsOf = (style: CanvasStyle): readonly [left: string, line: string, right: string] =>
	style === 'ascii' ? ['|', '-', '|'] : ['├', '─', '┤'];

/**
A round length of 1, 2 or 5 with zeros, true at the latitude of the map's centre to half a cell;
`undefined` where there is no room for one.
*/
export const scaleBar = (
	{kmPerCell, size: {columns}}: Pick<MapFrame, 'kmPerCell' | 'size'>,
	style: CanvasStyle,
): ScaleBar | undefined => {
	const km = roundBelow(kmPerCell * Math.max(LEAST_CELLS * LARGEST_STEP, columns / 6));
	const [left, line, right] = signsOf(style);
	const text = `${left}${line.repeat(Math.round(km / kmPerCell) - 1)}${right} ${km} km`;
	return text.length > columns ? undefined : {text, km};
};
