import {controlAsOf} from '../dossier/as-of.ts';
import type {Catalog} from '../dossier/catalog.ts';
import {citation} from '../dossier/citation.ts';
import {type FrontStretch, frontOn} from '../dossier/front.ts';
import {lineOfRoad, stretchOf} from '../dossier/road-line.ts';
import type {Evidence, IsoDay, Place, Road, Source} from '../dossier/schema.ts';
import {asserterName, titleById} from '../dossier/title.ts';
import {GEO_PRECISION_WORDS} from '../dossier/words.ts';
import {type LineGeometry, lineGeometry, type Position} from './geojson-lines.ts';
import {jsonPieces} from './json-pieces.ts';

type Value = string | number | boolean | null | readonly unknown[];

interface Feature {
	readonly type: 'Feature';
	readonly id: string;
	readonly geometry: {readonly type: 'Point'; readonly coordinates: Position} | LineGeometry;
	readonly properties: Readonly<Record<string, Value>>;
}

/** Where something stands: for programs as a list, for a table of attributes as text. */
const evidenceProperties = (
	{dossier}: Catalog,
	evidence: readonly Evidence[],
	prefix = '',
): Feature['properties'] => ({
	[`${prefix}evidence`]: evidence.map(range => ({...range, citation: citation(dossier, [range])})),
	[`${prefix}evidence_text`]: evidence
		.map(({source, paragraph, start, end}) => `${source} ¶ ${paragraph}: ${start}–${end}`)
		.join('; '),
	[`${prefix}citation`]: citation(dossier, evidence),
});

const controlProperties = (catalog: Catalog, place: Place, day: IsoDay): Feature['properties'] => {
	const held = controlAsOf(catalog.dossier, place, day);
	const control = held?.control;
	const asserter = control?.assertedBy;
	return {
		as_of: day,
		control: control?.state ?? null,
		control_since: held?.since ?? null,
		control_told_for: held?.toldFor ?? null,
		control_carried_over: held?.isCarried ?? null,
		control_basis: control?.basis ?? null,
		control_asserted_by: asserter ?? null,
		control_asserted_by_name: asserter === undefined ? null : asserterName(catalog, asserter),
		control_note: control?.note ?? null,
		...evidenceProperties(catalog, control?.evidence ?? [], 'control_'),
	};
};

const placeFeature = (catalog: Catalog, place: Place, day: IsoDay): readonly Feature[] => {
	const {id, name, aliases, kind, frontLine, summary, coordinates, evidence} = place;
	return coordinates === undefined
		? []
		: [
				{
					type: 'Feature',
					id,
					geometry: {type: 'Point', coordinates: [coordinates.lon, coordinates.lat]},
					properties: {
						record: id,
						kind: 'place',
						name,
						aliases,
						aliases_text: aliases.join('; '),
						place_kind: kind,
						front_line: frontLine,
						...controlProperties(catalog, place, day),
						summary: summary ?? null,
						geo_precision: coordinates.precision,
						geo_precision_text: GEO_PRECISION_WORDS[coordinates.precision],
						geo_source: coordinates.source,
						geo_source_title: catalog.source(coordinates.source)?.title ?? null,
						geo_locator: coordinates.locator ?? null,
						...evidenceProperties(catalog, evidence),
					},
				},
			];
};

const roadFeature = (catalog: Catalog, road: Road): readonly Feature[] => {
	const geometry = lineGeometry(lineOfRoad(catalog, road));
	return geometry === undefined
		? []
		: [
				{
					type: 'Feature',
					id: road.id,
					geometry,
					properties: {
						record: road.id,
						kind: 'road',
						name: road.name,
						towns: road.towns,
						towns_text: road.towns
							.map(({place, km}) => `${titleById(catalog, place)} (${km} km)`)
							.join('; '),
						km: (road.towns.at(-1)?.km ?? 0) - (road.towns[0]?.km ?? 0),
						note: road.note ?? null,
						geo_source: road.source,
						geo_source_title: catalog.source(road.source)?.title ?? null,
					},
				},
			];
};

const frontFeature = (
	catalog: Catalog,
	{road, from, fromControl, to, toControl, between}: FrontStretch,
	day: IsoDay,
): readonly Feature[] => {
	const geometry =
		from.coordinates === undefined || to.coordinates === undefined
			? undefined
			: lineGeometry(stretchOf(lineOfRoad(catalog, road), from.coordinates, to.coordinates));
	const [fromState, toState] = [fromControl.control.state, toControl.control.state];
	return geometry === undefined
		? []
		: [
				{
					type: 'Feature',
					id: `front:${[road, from, to].map(({id}) => id.slice(id.indexOf(':') + 1)).join('/')}`,
					geometry,
					properties: {
						kind: 'front',
						name: `${from.name} – ${to.name}`,
						as_of: day,
						road: road.id,
						from: from.id,
						from_name: from.name,
						from_control: fromState,
						from_control_basis: fromControl.control.basis,
						to: to.id,
						to_name: to.name,
						to_control: toState,
						to_control_basis: toControl.control.basis,
						meet: `${fromState} / ${toState}`,
						basis: 'inferred',
						note: 'The holders of the two towns differ, so the front lies somewhere between them.',
						between: between.map(({id}) => id),
						between_text: between.map(({name}) => name).join('; '),
						...evidenceProperties(catalog, [
							...fromControl.control.evidence,
							...toControl.control.evidence,
						]),
					},
				},
			];
};

function* featuresOf(catalog: Catalog, day: IsoDay): Generator<Feature> {
	const {dossier} = catalog;
	for (const place of dossier.places) {
		yield* placeFeature(catalog, place, day);
	}

	for (const road of dossier.roads) {
		yield* roadFeature(catalog, road);
	}

	for (const stretch of frontOn(dossier, day)) {
		yield* frontFeature(catalog, stretch, day);
	}
}

/** Whom a map has to name: positions may be used on condition that their source is. */
const sourceOf = (source: Source): Readonly<Record<string, unknown>> => {
	const {id, kind, title} = source;
	return source.kind === 'article'
		? {id, kind, title, publisher: source.publisher, sha256: source.sha256}
		: {id, kind, title, url: source.url, licence: source.licence, note: source.note};
};

/**
A dossier as GeoJSON (RFC 7946): its places that have coordinates as points, its roads as lines, and as
lines too the stretches of road where control changes. Lists in the properties stand beside them as
text, under a name in `_text`, for tables that hold no lists; what is not stated is null. Names of places
without coordinates are in the member `unlocated`.

@param day - Control is told as of the end of this day.
@throws {RangeError} `day` lies outside the span.
*/
export const geojson = (catalog: Catalog, day: IsoDay): Iterable<string> => {
	const {dossier} = catalog;
	return jsonPieces(
		{
			type: 'FeatureCollection',
			// What GDAL, and QGIS with it, calls the layer by.
			name: dossier.id,
			title: dossier.title,
			summary: dossier.summary,
			as_of: day,
			span: dossier.span,
			sources: dossier.sources.map(sourceOf),
			unlocated: dossier.places
				.filter(({coordinates}) => coordinates === undefined)
				.map(({id, name}) => ({id, name})),
			features: featuresOf(catalog, day),
		},
		'line',
	);
};
