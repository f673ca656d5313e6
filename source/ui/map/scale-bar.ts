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

/** So many times longer or shorter at an edge of the map, a bar says where it is true. */
const TOO_UNTRUE = 1.25;

/** Ends and line of a bar; the ends are drawn in the middle of their cells. */
const signsOf = (style: CanvasStyle): readonly [left: string, line: string, right: string] =>
	style === 'ascii' ? ['|', '-', '|'] : ['├', '─', '┤'];

const latWords = (lat: number, style: CanvasStyle): string => {
	const degrees = Math.round(Math.abs(lat));
	const sign = style === 'ascii' ? '' : '°';
	return degrees === 0 ? 'the equator' : `${degrees}${sign} ${lat < 0 ? 'S' : 'N'}`;
};

/** Where in a map of so much of the Earth a length is true; nothing where it is so nearly everywhere. */
const whereTrue = (
	{centre: {lat}, window: {north, south}}: Pick<MapFrame, 'centre' | 'window'>,
	style: CanvasStyle,
): string => {
	const stretch = (at: number): number =>
		Math.cos((at * Math.PI) / 180) / Math.cos((lat * Math.PI) / 180);
	const isNear = [north, south]
		.map(stretch)
		.every(times => times < TOO_UNTRUE && times > 1 / TOO_UNTRUE);
	return isNear ? '' : ` at ${latWords(lat, style)}`;
};

/**
A round length of 1, 2 or 5 with zeros, true at the latitude of the map's centre to half a cell;
`undefined` where there is no room for one.
*/
export const scaleBar = (
	frame: Pick<MapFrame, 'kmPerCell' | 'size' | 'centre' | 'window'>,
	style: CanvasStyle,
): ScaleBar | undefined => {
	const {
		kmPerCell,
		size: {columns},
	} = frame;
	const km = roundBelow(kmPerCell * Math.max(LEAST_CELLS * LARGEST_STEP, columns / 6));
	const [left, line, right] = signsOf(style);
	const bar = `${left}${line.repeat(Math.round(km / kmPerCell) - 1)}${right} ${km} km`;
	const text = [`${bar}${whereTrue(frame, style)}`, bar].find(({length}) => length <= columns);
	return text === undefined ? undefined : {text, km};
};
