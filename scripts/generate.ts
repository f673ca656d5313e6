/*
Writes what is generated from the code: the JSON Schema, the kilometres of the coast road in the
dossier, and the README's table of keys.
*/
import {readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {withCoastRoad} from './coast-road.ts';
import {dossierJsonSchema} from './dossier-json-schema.ts';
import {withKeyTable} from './key-table.ts';

const root = join(import.meta.dirname, '..');

/** What each generated file should hold, worked out from what it holds now. */
export const GENERATED: Readonly<Record<string, (present: string) => string>> = {
	'data/dossier.schema.json': dossierJsonSchema,
	'data/brega-2011-03-31.json': withCoastRoad,
	'README.md': withKeyTable,
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
