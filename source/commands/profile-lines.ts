import {type Fact, joined} from '../dossier/profile/fact.ts';
import type {Section} from '../dossier/profile/section.ts';
import type {Profile} from '../dossier/profile.ts';
import {textWidth, wrapped} from '../terminal/text-width.ts';
import type {CitedPassage} from './cited-passages.ts';

/** Cells of the widest label that has a column of its own. */
const WIDEST_LABEL = 12;

const NARROWEST_TEXT = 16;

/** How lines are written. */
interface Writing {
	readonly columns: number;
	/** A text as its reader can show it. */
	readonly present: (text: string) => string;
}

/** A text that begins behind a lead, as it is written, and goes on under its own beginning. */
const hanging = (lead: string, text: string, {columns, present}: Writing): readonly string[] => {
	const indent = textWidth(lead);
	return wrapped(present(text), Math.max(NARROWEST_TEXT, columns - indent)).map((line, at) =>
		`${at === 0 ? lead : ' '.repeat(indent)}${line}`.trimEnd(),
	);
};

const labelColumns = ({labels}: Section): number => {
	const widest = labels().reduce((most, label = '') => Math.max(most, textWidth(label)), 0);
	return widest === 0 ? 0 : Math.min(widest, WIDEST_LABEL) + 2;
};

/** What is known, then on a line of its own who says so, where it stands, and the record it leads to. */
const factLines = (fact: Fact, labels: number, writing: Writing): readonly string[] => {
	const {text} = fact;
	const label = writing.present(fact.label ?? '');
	const isLabelInText = textWidth(label) > labels - 2 && label !== '';
	const lead = `  ${isLabelInText ? '' : label}`;
	const note = joined(fact.note, fact.link);
	const indent = ' '.repeat(2 + labels);
	return [
		...hanging(
			lead + ' '.repeat(indent.length - textWidth(lead)),
			isLabelInText ? `${label}: ${text}` : text,
			writing,
		),
		...(note === '' ? [] : hanging(`${indent}  `, note, writing)),
	];
};

const passageLines = (
	{paragraph, start, end, words}: CitedPassage,
	writing: Writing,
): readonly string[] => [
	...hanging('  ', `¶ ${paragraph}, characters ${start} to ${end}`, writing),
	...(words === null ? [] : hanging('    ', words, writing)),
];

/** Passages under the titles of the sources that they are in. */
const evidenceLines = (passages: readonly CitedPassage[], writing: Writing): readonly string[] => {
	const bySource = Map.groupBy(passages, ({sourceTitle}) => sourceTitle);
	return bySource.size === 0
		? ['', 'Evidence', '  none cited']
		: Array.from(bySource, ([title, cited]) => [
				'',
				...hanging('', `Evidence in ${title}`, writing),
				...cited.flatMap(passage => passageLines(passage, writing)),
			]).flat();
};

export interface ProfileParts {
	readonly profile: Profile;
	readonly passages: readonly CitedPassage[];
	readonly citation: string;
}

/** Everything known of a record as lines of text, as wide as they may be where no word is wider. */
export const profileLines = (
	{profile, passages, citation}: ProfileParts,
	writing: Writing,
): readonly string[] => [
	...hanging('', profile.title, writing),
	...hanging('', profile.subtitle, writing),
	profile.id,
	...profile.sections.flatMap(section => {
		const labels = labelColumns(section);
		return [
			'',
			...(section.heading === undefined ? [] : hanging('', section.heading, writing)),
			...section.facts.flatMap(fact => factLines(fact, labels, writing)),
		];
	}),
	...evidenceLines(passages, writing),
	'',
	'Citation',
	...hanging('  ', citation, writing),
];
