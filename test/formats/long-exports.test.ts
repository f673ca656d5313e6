import {describe, expect, test} from 'vitest';
import {type Catalog, catalogOf} from '../../source/dossier/catalog.ts';
import {edtfBounds} from '../../source/dossier/edtf-bounds.ts';
import {annotations} from '../../source/formats/annotations.ts';
import {csvOfKind} from '../../source/formats/csv-files.ts';
import {ftm} from '../../source/formats/ftm.ts';
import {geojson} from '../../source/formats/geojson.ts';
import {htmlOf} from '../../source/formats/html.ts';
import {dossierJson} from '../../source/formats/json.ts';
import {markdownOf} from '../../source/formats/markdown.ts';
import {largeDossier} from '../support/large-dossier.ts';

const dossier = largeDossier({actors: 3000, places: 500, quotes: 2500, events: 2000});
const day = dossier.span.last;

describe('a dossier of thousands of records', () => {
	test.each<[name: string, write: (catalog: Catalog) => Iterable<string>]>([
		['JSON', catalog => dossierJson(catalog.dossier)],
		['CSV', catalog => csvOfKind({catalog, day}, 'quotes')],
		['Markdown', catalog => markdownOf(catalog, day)],
		['HTML', catalog => htmlOf(catalog, day, undefined)],
		['GeoJSON', catalog => geojson(catalog, day)],
		['annotations', catalog => annotations(catalog, undefined)],
		['FollowTheMoney', catalog => ftm(catalog)],
	])('is never held whole as %s: it comes in pieces', (_, write) => {
		let whole = 0;
		let longest = 0;
		for (const piece of write(catalogOf(dossier, edtfBounds))) {
			whole += piece.length;
			longest = Math.max(longest, piece.length);
		}

		expect(whole).toBeGreaterThan(200_000);
		expect(longest).toBeLessThan(whole / 2);
	});

	test('has who names a record at hand once that has been asked of a few', () => {
		const {referrers, links} = catalogOf(dossier, edtfBounds);
		const few = dossier.actors.slice(0, 20);
		const before = few.map(({id}) => referrers(id).map(record => record.id));
		expect(links.isDone()).toBe(true);
		const {referrers: linked, links: all} = catalogOf(dossier, edtfBounds);
		all.go(Number.POSITIVE_INFINITY);
		expect(few.map(({id}) => linked(id).map(record => record.id))).toEqual(before);
	});
});
