import type {MapView} from '../../dossier/mercator.ts';

/** A line on a page: its points in order. */
export type Line = readonly (readonly [number, number])[];

/** Of points nearer to each other than this only the first is drawn. */
const NEAR = 0.6;

/**
Lines on the Earth, as a view projects and cuts them.

@param lines - Longitude and latitude in turn, in degrees.
*/
export const projectLines = (
	lines: readonly (Float32Array | readonly number[])[],
	{projection}: Pick<MapView, 'projection'>,
): readonly Line[] => {
	const drawn: (readonly [number, number])[][] = [];
	const none = (): void => {};
	let line: (readonly [number, number])[] = [];
	let skipped: readonly [number, number] | undefined;
	const pen = projection.stream({
		point(x, y) {
			const last = line.at(-1);
			if (last !== undefined && Math.hypot(x - last[0], y - last[1]) < NEAR) {
				skipped = [x, y];
			} else {
				line.push([x, y]);
				skipped = undefined;
			}
		},
		lineStart() {
			line = [];
			skipped = undefined;
		},
		lineEnd() {
			// A line ends where it ends, however near that is.
			const all = skipped === undefined ? line : [...line, skipped];
			if (all.length > 1) {
				drawn.push(all);
			}
		},
		polygonStart: none,
		polygonEnd: none,
	});
	for (const points of lines) {
		pen.lineStart();
		for (let at = 0; at + 1 < points.length; at += 2) {
			pen.point(points[at] ?? 0, points[at + 1] ?? 0);
		}

		pen.lineEnd();
	}

	return drawn;
};

/** A length in a picture, to a tenth of its unit. */
export const tenths = (value: number): string => String(Math.round(value * 10) / 10);

/** Lines as the `d` of a path. */
export const pathData = (lines: readonly Line[]): string =>
	lines.map(line => `M${line.map(([x, y]) => `${tenths(x)} ${tenths(y)}`).join('L')}`).join('');
