/*
Writes what is generated from the code: the JSON Schemas, the kilometres of the coast road in the
dossier, what is asked of the last runs of the benchmarks, and the README's tables of keys and of
figures.
*/
import {readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import type {Findings} from '../bench/findings.ts';
import latest from '../bench/latest.json' with {type: 'json'};
import {formatLatest} from '../bench/latest.ts';
import latestSsh from '../bench/latest-ssh.json' with {type: 'json'};
import type {SshFindings} from '../bench/ssh/findings.ts';
import {sshTargetsOf} from '../bench/ssh/targets.ts';
import {listed, targetsOf} from '../bench/targets.ts';
import {withCoastRoad} from './coast-road.ts';
import {configJsonSchema} from './config-json-schema.ts';
import {dossierJsonSchema} from './dossier-json-schema.ts';
import {withFigures} from './figures-table.ts';
import {withKeyTable} from './key-table.ts';
import {withSshFigures} from './ssh-figures-table.ts';

const root = join(import.meta.dirname, '..');

/** What each generated file should hold, worked out from what it holds now. */
export const GENERATED: Readonly<Record<string, (present: string) => string>> = {
	'data/dossier.schema.json': dossierJsonSchema,
	'data/config.schema.json': configJsonSchema,
	'data/brega-2011-03-31.json': withCoastRoad,
	'bench/latest.json'(present) {
		const findings = JSON.parse(present) as Findings;
		return formatLatest(findings, listed(targetsOf(findings)));
	},
	'bench/latest-ssh.json'(present) {
		const findings = JSON.parse(present) as SshFindings;
		return formatLatest(findings, Object.values(sshTargetsOf(findings)));
	},
	'README.md': readme =>
		withSshFigures(
			withFigures(withKeyTable(readme), latest as unknown as Findings),
			latestSsh as unknown as SshFindings,
		),
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
