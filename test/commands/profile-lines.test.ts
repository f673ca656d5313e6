import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {citedPassages} from '../../source/commands/cited-passages.ts';
import {profileLines} from '../../source/commands/profile-lines.ts';
import {recordCitation} from '../../source/commands/record-document.ts';
import {catalogOf} from '../../source/dossier/catalog.ts';
import {profileOf} from '../../source/dossier/profile.ts';
import type {Dossier} from '../../source/dossier/schema.ts';
import {textWidth} from '../../source/terminal/text-width.ts';
import {anyDossier} from '../support/any-dossier.ts';
import {aDossier, anActor, aQuote, aRelation, at, onSide} from '../support/dossier.ts';

const linesOf = (
	dossier: Dossier,
	at_: number,
	columns: number,
	article?: readonly string[],
): readonly string[] => {
	const catalog = catalogOf(dossier);
	const record = catalog.records[at_];
	if (record === undefined) {
		throw new Error('no such record');
	}

	return profileLines(
		{
			profile: profileOf(catalog, record, dossier.span.last),
			passages: citedPassages(
				catalog,
				record,
				article && {source: 'source:report', paragraphs: article},
			),
			citation: recordCitation(catalog, record),
		},
		{columns, present: text => text},
	);
};

const HARBOUR = aDossier([
	anActor({
		role: 'harbour master of the two ports',
		sides: [onSide('civilian', {evidence: [at(2, 4, 8)]})],
		evidence: [at(1, 0, 4), at(2, 4, 8)],
	}),
	anActor({id: 'actor:tom-reed'}),
	aRelation({from: 'actor:vera-moss', to: 'actor:tom-reed', assertedBy: 'actor:tom-reed'}),
	aQuote(),
]);

describe('a record as text', () => {
	test('has what is known, under it who says so, where it stands and what it leads to', () => {
		expect(linesOf(HARBOUR, 0, 40)).toEqual([
			'Vera Moss',
			'Person · on 2 May: civilian',
			'actor:vera-moss',
			'',
			'  Somebody invented.',
			'    ¶ 1, 2',
			'',
			'  role  harbour master of the two ports',
			'  side  civilian',
			'          reported · ¶ 2',
			'',
			'Says',
			'  “The tide does not ask.”',
			'    ¶ 3 · quote:tide',
			'',
			'Ties',
			'  is a cousin of Tom Reed',
			'    says Tom Reed · ¶ 5 · relation:tie',
			'',
			'Evidence in An invented report',
			'  ¶ 1, characters 0 to 4',
			'  ¶ 2, characters 4 to 8',
			'',
			'Citation',
			'  Vera Moss — An invented report,',
			'  Dunmore, 2 May 2020, ¶ 1, 2',
		]);
	});

	test('has the cited words where the article is at hand, by code points', () => {
		const lines = linesOf(HARBOUR, 0, 60, ['Vera', '🦭🦭🦭 and rope']);
		const from = lines.indexOf('Evidence in An invented report') + 1;
		expect(lines.slice(from, from + 4)).toEqual([
			'  ¶ 1, characters 0 to 4',
			'    Vera',
			'  ¶ 2, characters 4 to 8',
			'    and',
		]);
	});

	test('of what cites nothing says so', () => {
		expect(
			linesOf(aDossier([anActor({evidence: [], sides: [onSide('none', {evidence: []})]})]), 0, 60),
		).toContain('  none cited');
	});

	test('goes over no edge but with ids and what is shorter than sixteen cells', () => {
		fc.assert(
			fc.property(anyDossier, fc.nat(), fc.integer({min: 34, max: 90}), (dossier, any, columns) => {
				const {records} = catalogOf(dossier);
				fc.pre(records.length > 0);
				for (const line of linesOf(dossier, any % records.length, columns)) {
					expect(textWidth(line)).toBeLessThanOrEqual(columns);
				}
			}),
		);
	});
});
