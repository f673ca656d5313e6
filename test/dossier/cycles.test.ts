import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {cyclesAmong, type Lead} from '../../source/dossier/cycles.ts';
import {parseDossier} from '../../source/dossier/parse.ts';
import type {Source} from '../../source/dossier/schema.ts';
import {
	aClaim,
	aDossier,
	anActor,
	anArticle,
	aPlace,
	aQuote,
	aRelation,
	aStep,
	aTension,
	LAST_DAY,
} from '../support/dossier.ts';

const messagesOf = (document: unknown): readonly string[] => {
	const parsed = parseDossier(JSON.stringify(document));
	return parsed.ok ? [] : parsed.faults.map(({pointer, message}) => `${pointer} ${message}`);
};

const leadsOf = (arrows: readonly (readonly [string, string])[]): Map<string, Lead<string>[]> => {
	const leads = new Map<string, Lead<string>[]>();
	for (const [from, to] of arrows) {
		leads.set(from, [...(leads.get(from) ?? []), {to, path: `${from}>${to}`}]);
	}

	return leads;
};

const ARROWS = fc.array(fc.tuple(fc.constantFrom(...'abcdef'), fc.constantFrom(...'abcdef')), {
	maxLength: 14,
});

describe('cycles', () => {
	test('each leads back to where it begins, along what is there', () => {
		fc.assert(
			fc.property(ARROWS, arrows => {
				const known = new Set(arrows.map(([from, to]) => `${from}>${to}`));
				for (const {ids, path} of cyclesAmong(leadsOf(arrows))) {
					expect(ids[0]).toBe(ids.at(-1));
					const steps = ids.slice(1).map((to, at) => `${ids[at]}>${to}`);
					expect(steps.every(step => known.has(step))).toBe(true);
					expect(steps.at(-1)).toBe(path);
				}
			}),
		);
	});

	test('there is none left when what closes each is taken out, and else one is found', () => {
		fc.assert(
			fc.property(ARROWS, arrows => {
				const closing = new Set(cyclesAmong(leadsOf(arrows)).map(({path}) => path));
				const left = arrows.filter(([from, to]) => !closing.has(`${from}>${to}`));
				expect(cyclesAmong(leadsOf(left))).toEqual([]);
				/** Ever taking out whatever leads nowhere leaves what is on a way to a cycle. */
				let rest = arrows;
				for (let size = -1; size !== rest.length; ) {
					size = rest.length;
					const starts = new Set(rest.map(([from]) => from));
					rest = rest.filter(([, to]) => starts.has(to));
				}

				expect(closing.size > 0).toBe(rest.length > 0);
			}),
		);
	});

	test('are found along any number of records', () => {
		const ids = Array.from({length: 200_000}, (_, at) => `n${at}`);
		const row = ids.map((id, at): readonly [string, string] => [id, ids[at + 1] ?? 'n0']);
		expect(cyclesAmong(new Map(row.map(([from, to]) => [from, [{to, path: from}]])))).toMatchObject(
			[{path: 'n199999'}],
		);
	});

	test('are as many as lead back, however long the way', () => {
		const ids = Array.from({length: 50_000}, (_, at) => `n${at}`);
		const leads = new Map(
			ids.map((id, at) => [id, ['n0', ids[at + 1] ?? 'n0'].map(to => ({to, path: id}))]),
		);
		expect(cyclesAmong(leads)).toHaveLength(50_001);
	});
});

describe('a dossier in which something leads back to itself', () => {
	const VERA = 'actor:vera-moss';
	const TOM = 'actor:tom-reed';

	test('a claim that is about itself', () => {
		expect(messagesOf(aDossier([aClaim({about: ['claim:ropes']})]))).toEqual([
			'/claims/0/about/0 claim:ropes is about itself: claim:ropes → claim:ropes',
		]);
	});

	test('a claim about a quote about a tension that the claim is an account of', () => {
		expect(
			messagesOf(
				aDossier([
					anActor(),
					aQuote({speaker: VERA, about: ['tension:ropes']}),
					aClaim({about: ['quote:tide']}),
					aTension({
						accounts: [
							{text: 'A', records: [VERA]},
							{text: 'B', records: [VERA, 'claim:ropes']},
						],
					}),
				]),
			),
		).toEqual([
			'/claims/0/about/0 quote:tide is about itself: quote:tide → tension:ropes → claim:ropes → quote:tide',
		]);
	});

	test('a step at itself', () => {
		expect(messagesOf(aDossier([aStep({record: 'step:first'})]))).toHaveLength(1);
	});

	test('claims about what leads on, and not back, are sound', () => {
		expect(
			messagesOf(
				aDossier([
					aClaim({id: 'claim:a', about: ['claim:b', 'claim:c']}),
					aClaim({id: 'claim:b', about: ['claim:c', 'claim:c']}),
					aClaim({id: 'claim:c'}),
				]),
			),
		).toEqual([]);
	});

	test('a long way round is told by its two ends', () => {
		const claims = Array.from({length: 20}, (_, at) =>
			aClaim({id: `claim:n${at}`, about: [`claim:n${(at + 1) % 20}`]}),
		);
		expect(messagesOf(aDossier(claims))).toEqual([
			'/claims/19/about/0 claim:n0 is about itself: claim:n0 → claim:n1 → claim:n2 → claim:n3 → … → claim:n17 → claim:n18 → claim:n19 → claim:n0',
		]);
	});

	test('articles that have their year from each other', () => {
		const article = (id: Source['id'], yearFrom: Source['id']) =>
			anArticle({id, dateline: {place: 'place:dunmore', day: LAST_DAY, yearFrom}});
		expect(
			messagesOf(
				aDossier([
					article('source:a', 'source:b'),
					article('source:b', 'source:a'),
					aPlace({evidence: []}),
				]),
			),
		).toEqual([
			'/sources/1/dateline/yearFrom source:a has its year from itself: source:a → source:b → source:a',
		]);
	});

	test('somebody who relays what they say themselves', () => {
		expect(
			messagesOf(
				aDossier([
					anActor(),
					anActor({id: TOM}),
					aQuote({speaker: VERA, via: VERA}),
					aClaim({assertedBy: TOM, via: TOM}),
				]),
			),
		).toEqual([
			`/quotes/0/via ${VERA} says this, and so does not relay it`,
			`/claims/0/via ${TOM} asserts this, and so does not relay it`,
		]);
	});

	test('an actor that is related to itself', () => {
		expect(messagesOf(aDossier([anActor(), aRelation({from: VERA, to: VERA})]))).toEqual([
			`/relations/0/to ${VERA} is related to itself`,
		]);
	});
});
