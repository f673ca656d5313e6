/*
Writes what is generated from the code: the JSON Schemas, the kilometres of the coast road in the
dossier, what is asked of the last run of the benchmark, and the README's tables of keys and of
figures.
*/
import {readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import type {Findings} from '../bench/findings.ts';
import latest from '../bench/latest.json' with {type: 'json'};
import {formatLatest} from '../bench/latest.ts';
import {withCoastRoad} from './coast-road.ts';
import {configJsonSchema} from './config-json-schema.ts';
import {dossierJsonSchema} from './dossier-json-schema.ts';
import {withFigures} from './figures-table.ts';
import {withKeyTable} from './key-table.ts';

const root = join(import.meta.dirname, '..');

/** What each generated file should hold, worked out from what it holds now. */
export const GENERATED: Readonly<Record<string, (present: string) => string>> = {
	'data/dossier.schema.json': dossierJsonSchema,
	'data/config.schema.json': configJsonSchema,
	'data/brega-2011-03-31.json': withCoastRoad,
	'bench/latest.json': present => formatLatest(JSON.parse(present) as Findings),
	'README.md': readme => withFigures(withKeyTable(readme), latest as unknown as Findings),
};

if (import.meta.main) {
	for (const [path, wanted] of Object.entries(GENERATED)) {
		const file = join(root, path);
		const present = await readFile(file, 'utf8').catch(() => '');
		const text = wanted(present);
		if (text !== present) {
			await writeFile(file, text);
			process.stdout.write(`${path} written\n`);
		}
	}
}
