import {readFile} from 'node:fs/promises';
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {builtInDossier} from '../../source/dossier/built-in.ts';
import {parseDossier} from '../../source/dossier/parse.ts';
import type {Dossier} from '../../source/dossier/schema.ts';
import {dossierJson} from '../../source/formats/json.ts';
import {anyRecords} from '../support/any-records.ts';
import {aDossier, anActor, anEvent} from '../support/dossier.ts';

const written = (dossier: Dossier): string => [...dossierJson(dossier)].join('');

const opened = (json: string): Dossier => {
	const parsed = parseDossier(json);
	if (!parsed.ok) {
		throw new Error(JSON.stringify(parsed.faults));
	}

	return parsed.dossier;
};

describe('a dossier as JSON', () => {
	test('is the same to the byte when it is opened and written again', () => {
		fc.assert(
			fc.property(anyRecords, dossier => {
				const once = written(opened(JSON.stringify(dossier)));
				expect(written(opened(once))).toBe(once);
			}),
		);
	});

	test('holds what was opened, and nothing else', () => {
		fc.assert(
			fc.property(anyRecords, dossier => {
				const before = opened(JSON.stringify(dossier));
				expect(opened(written(before))).toEqual(before);
			}),
		);
	});

	test('is one text for one dossier, whatever the order of its keys and events', () => {
		const [late, early] = [
			anEvent({id: 'event:late', when: '2020-05-02'}),
			anEvent({id: 'event:early', when: '1988'}),
		];
		const backwards = <Part extends object>(part: Part): Part =>
			Object.fromEntries(Object.entries(part).toReversed()) as Part;
		const {aliases, ...bare} = anActor();
		const dossier = aDossier([{...bare, aliases}, late, early]);
		expect(
			written(backwards({...dossier, actors: [backwards(bare) as (typeof dossier.actors)[0]]})),
		).toBe(written(aDossier([anActor(), early, late])));
	});

	test('has tabs, every default written out, and a line break at its end', () => {
		const json = written(aDossier());
		expect(json).toMatch(/^\{\n\t"id": "dunmore",\n\t"title": /);
		expect(json).toContain('\n\t"quotes": [],\n');
		expect(json.endsWith(']\n}\n')).toBe(true);
	});

	test('has nothing in it that a terminal would obey, and means the same', () => {
		const name = '\u001B[2J\u009B2J\u202Eedoc\u2028';
		const json = written(aDossier([anActor({name})]));
		expect(json).not.toMatch(/(?![\n\t])\p{Cc}|[\u2028\u2029\u202A-\u202E\u2066-\u2069]/u);
		expect(opened(json).actors[0]?.name).toBe(name);
	});

	test('is, of the built-in one, the file that comes with the program', async () => {
		expect(written(builtInDossier)).toBe(
			await readFile(new URL('../../data/brega-2011-03-31.json', import.meta.url), 'utf8'),
		);
	});
});
