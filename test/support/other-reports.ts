import type {Control, Dossier, Place} from '../../source/dossier/schema.ts';
import {
	aClaim,
	aDossier,
	anActor,
	anEvent,
	aPlace,
	aQuote,
	aRoad,
	aStep,
	aTension,
	aTown,
	held,
} from './dossier.ts';

/** So far apart, in an empty sea. */
const lying = (east: number, south: number): NonNullable<Place['coordinates']> => ({
	lat: -48 - south / 10,
	lon: -123 + east / 10,
	precision: 1,
	source: 'source:atlas',
});

const STATES = ['government', 'opposition', 'contested', 'abandoned', 'unknown'] as const;

const stateAt = (at: number): Control['state'] => STATES[at % STATES.length] ?? 'unknown';

/** Places on a spiral, the first half of them towns on one road. */
const manyPlaces = (count: number): Dossier => {
	const places = Array.from({length: count}, (_, at) => {
		const coordinates = lying(Math.cos(at) * at * 0.1, Math.sin(at) * at * 0.1);
		return at < count / 2
			? aTown({
					id: `place:n${at}`,
					name: `Place ${at}`,
					coordinates,
					control: [held('2020-05-01', stateAt(at))],
				})
			: aPlace({id: `place:n${at}`, name: `Place ${at}`, coordinates});
	});
	const towns = places.flatMap(({id, frontLine}, at) =>
		frontLine ? [{place: id, km: at * 7}] : [],
	);
	return aDossier([anActor(), ...places, aRoad({towns})]);
};

interface Words {
	readonly actor: string;
	readonly place: string;
	readonly said: string;
	readonly happened: string;
}

/** An actor, a town, a quote, an event, a claim and a step for each of these, all of them named in it. */
const written = (...all: readonly Words[]): Dossier =>
	aDossier(
		[
			...all.flatMap(({actor, place, said, happened}, at) => [
				anActor({
					id: `actor:n${at}`,
					name: actor,
					aliases: [actor],
					role: said,
					summary: `${said} ${happened} ${said}`,
				}),
				aTown({
					id: `place:n${at}`,
					name: place,
					summary: said,
					coordinates: lying(at * 3, at),
					control: [held('2020-05-01', stateAt(at), {note: said})],
				}),
				aQuote({
					id: `quote:n${at}`,
					speaker: `actor:n${at}`,
					text: said,
					verb: happened,
					place: `place:n${at}`,
				}),
				anEvent({
					id: `event:n${at}`,
					title: happened,
					phrase: said,
					places: [`place:n${at}`],
					participants: [`actor:n${at}`],
				}),
				aClaim({id: `claim:n${at}`, text: said, assertedBy: `actor:n${at}`}),
				aStep({id: `step:n${at}`, text: said, record: `event:n${at}`}),
			]),
			aRoad({
				name: all[0]?.place ?? '',
				towns: [...all.map((_, at) => ({place: `place:n${at}` as const, km: at * 12}))],
			}),
			aTension({
				title: all[0]?.happened ?? '',
				question: all[0]?.said ?? '',
				accounts: all.map(({said}, at) => ({
					text: said,
					records: [`claim:n${at}`, `quote:n${at}`] as const,
				})) as unknown as [],
			}),
		],
		{title: all.map(({place}) => place).join(' · ')},
	);

const ARABIC: Words = {
	actor: 'رئيسة مجلس الجزيرة',
	place: 'مدينة الميناء الشرقي',
	said: 'البحر لا يسأل أحدًا.',
	happened: 'سقوط الرافعة في الميناء',
};
const CHINESE: Words = {
	actor: '島嶼委員會主席',
	place: '東方港口城市',
	said: '潮水從不問人，也從不等人。',
	happened: '起重機在港口倒下',
};
const HEBREW: Words = {
	actor: 'יושבת ראש מועצת האי',
	place: 'עיר הנמל המזרחית',
	said: 'הגאות אינה שואלת איש.',
	happened: 'נפילת העגורן בנמל',
};
const EMOJI: Words = {
	actor: '👩🏽‍🚀 Vera 👨‍👩‍👧',
	place: '🏝️ Eastbay 🇦🇶',
	said: '🌊 The tide 1️⃣ does ❤️ not ask.',
	happened: '💥 The crane 🏗️ falls',
};
const COMBINING: Words = {
	actor: 'Ve\u0301r\u0302a\u0308\u0323 Mo\u0308s\u0301',
	place: 'E\u0301a\u0300stbay\u0332',
	said: 'T\u0337\u0322\u031Bi\u0338\u0327\u035Dd\u0335\u0328\u031Be\u0337\u0321 does not ask.',
	happened: 'क्षि ไทยน้ำ falls',
};

/** Reports as unlike the built-in one as the format allows. */
export const OTHER_REPORTS: Readonly<Record<string, Dossier>> = {
	'without towns': aDossier([
		anActor(),
		aQuote({speaker: 'actor:vera-moss'}),
		anEvent(),
		aPlace({coordinates: lying(0, 0)}),
		aPlace({id: 'place:faraway', kind: 'country', coordinates: lying(20, 5)}),
	]),
	'without quotes': aDossier([
		anActor(),
		anEvent(),
		aTown({coordinates: lying(0, 0)}),
		aTown({id: 'place:westbay', coordinates: lying(-4, 0)}),
		aRoad({
			towns: [
				{place: 'place:westbay', km: 0},
				{place: 'place:eastbay', km: 30},
			],
		}),
	]),
	'of one actor': aDossier([anActor()]),
	'of five hundred places': manyPlaces(500),
	'in Arabic': written(ARABIC, {...ARABIC, place: 'الميناء الغربي'}),
	'in Chinese': written(CHINESE, {...CHINESE, place: '西港'}),
	'in Hebrew': written(HEBREW, {...HEBREW, place: 'נמל המערב'}),
	'in emoji': written(EMOJI, {...EMOJI, place: '🏔️ 🏔️'}),
	'in combining characters': written(COMBINING, {...COMBINING, place: 'O\u0308\u0301st'}),
	'in all of them': written(ARABIC, CHINESE, HEBREW, EMOJI, COMBINING),
};
