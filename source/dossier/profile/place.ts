import type {Catalog} from '../catalog.ts';
import {citation} from '../citation.ts';
import {dayIn} from '../days.ts';
import {legsFrom} from '../roads.ts';
import type {Control, Place} from '../schema.ts';
import {asserterName, titleById} from '../title.ts';
import {CONTROL_WORDS, GEO_PRECISION_WORDS} from '../words.ts';
import {type Fact, joined, plainFact} from './fact.ts';
import {factSection, listSection, type Section} from './section.ts';
import {
	claimSections,
	commonSections,
	eventSection,
	quoteSections,
	summarySection,
} from './sections.ts';

const degrees = (value: number, positive: string, negative: string): string =>
	`${Math.abs(value).toFixed(2)}° ${value < 0 ? negative : positive}`;

const coordinateFacts = (catalog: Catalog, place: Place): readonly Fact[] => {
	const {coordinates} = place;
	if (coordinates === undefined) {
		return [plainFact('lies at', undefined, [])];
	}

	const source = catalog.source(coordinates.source);
	return [
		{
			label: 'lies at',
			text: `${degrees(coordinates.lat, 'N', 'S')}, ${degrees(coordinates.lon, 'E', 'W')}`,
			note: joined(
				GEO_PRECISION_WORDS[coordinates.precision],
				`not from the report: ${source?.title ?? coordinates.source}`,
				coordinates.locator,
			),
			evidence: [],
		},
	];
};

const controlFact = (
	catalog: Catalog,
	{day, carriedFrom, state, basis, assertedBy, note, evidence}: Control,
): Fact => ({
	label: dayIn(catalog.dossier, day),
	text: joined(CONTROL_WORDS[state], note),
	note: joined(
		basis,
		carriedFrom && `last told for ${dayIn(catalog.dossier, carriedFrom)}`,
		assertedBy && assertedBy !== 'author' ? `says ${asserterName(catalog, assertedBy)}` : undefined,
		citation(catalog.dossier, evidence),
	),
	state,
	basis,
	assertedBy,
	evidence,
});

const controlSection = (catalog: Catalog, place: Place): readonly Section[] => {
	const heading = 'Who holds it, day by day';
	return place.frontLine && place.control.length === 0
		? [factSection([plainFact('control', undefined, place.evidence)], heading)]
		: listSection(
				heading,
				place.control,
				control => controlFact(catalog, control),
				({day}) => dayIn(catalog.dossier, day),
			);
};

const roadSection = (catalog: Catalog, place: Place): readonly Section[] =>
	listSection('Next on the road', legsFrom(catalog.dossier, place.id), ({road, to, km}) => ({
		text: `${titleById(catalog, to)}, ${km} km along the ${road.name}`,
		note: `not from the report: ${catalog.source(road.source)?.title ?? road.source}`,
		link: to,
		evidence: [],
	}));

export const placeSections = (catalog: Catalog, place: Place): readonly Section[] => [
	...controlSection(catalog, place),
	...summarySection(catalog, place),
	factSection([
		...(place.aliases.length === 0
			? []
			: [plainFact('also', place.aliases.join(', '), place.evidence)]),
		...coordinateFacts(catalog, place),
	]),
	...roadSection(catalog, place),
	...eventSection(catalog, place.id),
	...quoteSections(catalog, place.id),
	...claimSections(catalog, place.id),
	...commonSections(catalog, place.id),
];
