import {execFile} from 'node:child_process';
import path from 'node:path';
import {promisify} from 'node:util';
import {describe, expect, test} from 'vitest';
import {runPiped} from '../support/piped.ts';
import {hasPython, PYTHON} from './support/installed.ts';
import {temporaryFolder} from './support/temporary-folder.ts';

/** What `read-layers.py` tells of a layer. */
interface Layer {
	readonly isValid: boolean;
	readonly geometry: string;
	readonly reference: string;
	readonly areGeometriesValid: boolean;
	readonly features: readonly Readonly<Record<string, string>>[];
}

const layersIn = async (file: string): Promise<readonly Layer[]> => {
	const {stdout} = await promisify(execFile)(
		PYTHON,
		[path.join(import.meta.dirname, 'support/read-layers.py'), file],
		{env: {...process.env, QT_QPA_PLATFORM: 'offscreen'}},
	);
	return JSON.parse(stdout) as readonly Layer[];
};

// Debian's python3-qgis.
describe.skipIf(!hasPython('qgis.core'))('QGIS opens what export --format geojson writes', () => {
	test.each([
		['the built-in report', [], 'Brega', 'contested'],
		['it as of another day', ['--as-of', '2011-03-30'], 'Brega', 'government'],
		['the example', ['data/example-orrow-2017-10-13.json'], 'Larkhythe', 'government'],
	])('of %s: places as points, roads and the front as lines', async (_, words, name, control) => {
		await using folder = await temporaryFolder();
		const file = path.join(folder.path, 'places.geojson');
		const {code} = await runPiped({args: ['export', ...words, '--format', 'geojson', '-o', file]});
		expect(code).toBe(0);
		const layers = await layersIn(file);
		expect(layers.map(({geometry}) => geometry)).toEqual(['Point', 'LineString']);
		for (const layer of layers) {
			expect(layer).toMatchObject({
				isValid: true,
				reference: 'EPSG:4326',
				areGeometriesValid: true,
			});
		}

		const [points, lines] = layers;
		expect(points?.features.find(feature => feature.name === name)).toMatchObject({
			kind: 'place',
			control,
			control_citation: expect.stringContaining('¶'),
		});
		expect(lines?.features.map(({kind}) => kind)).toEqual(
			expect.arrayContaining(['road', 'front']),
		);
	});
});
