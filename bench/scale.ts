import {stat} from 'node:fs/promises';
import path from 'node:path';
import {LARGE, largeDossier, writeDossier} from '../test/support/large-dossier.ts';
import {type KeyFindings, summariseAnswers} from './keys.ts';
import {type Peer, preparePeers} from './peers.ts';
import {type Answer, type Command, type Place, Program} from './program.ts';
import type {Progress} from './progress.ts';
import {rowsOfDossier} from './records.ts';
import {MOVES, READY} from './script.ts';
import {type Summary, summarise} from './statistics.ts';

/** What a dossier of 100,000 records comes to. Times in ms, memory in MiB. */
export type ScaleFindings = {
	readonly records: number;
	readonly fileMib: number;
	readonly rounds: number;
	/** To the whole dashboard. */
	readonly start: Summary | undefined;
	/** Moving, scrolling, paging, other panes, opening, days. */
	readonly keys: KeyFindings;
	/** Letters of filters, in each list. */
	readonly filter: KeyFindings;
	/** Letters of names that are gone to. */
	readonly goTo: KeyFindings;
	/** After all of these keys. */
	readonly residentMib: number | undefined;
	readonly peakMib: number | undefined;
	/** The same records as CSV, in a row down and up. */
	readonly peers: readonly ({
		readonly name: string;
		readonly whole: Summary | undefined;
		readonly residentMib: number | undefined;
	} & KeyFindings)[];
};

/** Milliseconds that a reader looks at the first screen. */
const FIRST_LOOK = 3000;

const times = (count: number, ...keys: readonly string[]): readonly string[] =>
	Array.from({length: count}, () => keys).flat();

const READING: readonly string[] = [
	...times(15, 'down'),
	...['2', '3', '4'].flatMap(pane => [
		pane,
		...times(12, 'down'),
		...times(6, 'pagedown'),
		...times(3, 'up'),
		'G',
		'g',
	]),
	...times(6, '[', ']'),
	...times(5, 'enter', 'backspace'),
];

/** A pane, and what is typed to filter it. */
const FILTERS: readonly (readonly [pane: string, text: string])[] = [
	['1', 'vesna'],
	['3', 'bridge again'],
	['4', 'convoy'],
];

const NAMES: readonly string[] = ['wanda', 'market'];

/** @throws {Error} The program ended. */
const press = async (program: Program, keys: Iterable<string>): Promise<readonly Answer[]> => {
	const answers: Answer[] = [];
	for (const key of keys) {
		answers.push(await program.press(key));
	}

	return answers;
};

type Round = {
	readonly start: number;
	readonly reading: readonly Answer[];
	readonly filtering: readonly Answer[];
	readonly going: readonly Answer[];
	readonly residentMib: number | undefined;
	readonly peakMib: number | undefined;
};

const readLarge = async (command: Command, place: Place): Promise<Round> => {
	await using program = new Program(command, place);
	const {ready} = await program.start(READY);
	await program.leaveAlone(FIRST_LOOK);
	const reading = await press(program, READING);
	const filtering: Answer[] = [];
	for (const [pane, text] of FILTERS) {
		await press(program, [pane, '/']);
		filtering.push(
			...(await press(
				program,
				Array.from(text, letter => (letter === ' ' ? 'space' : letter)),
			)),
		);
		await press(program, ['esc']);
	}

	const going: Answer[] = [];
	for (const name of NAMES) {
		await press(program, [':']);
		going.push(...(await press(program, name)));
		await press(program, ['esc']);
	}

	const usage = program.usage();
	return {
		start: ready,
		reading,
		filtering,
		going,
		residentMib: usage?.residentMib,
		peakMib: usage?.peakMib,
	};
};

type PeerRound = {
	readonly whole: number;
	readonly answers: readonly Answer[];
	readonly residentMib: number | undefined;
};

const readPeer = async ({command, ready, before}: Peer, place: Place): Promise<PeerRound> => {
	await using program = new Program(command, place);
	const {ready: whole} = await program.start(ready);
	await press(program, before);
	const answers = await press(program, MOVES);
	return {whole, answers, residentMib: program.usage()?.residentMib};
};

const largest = (values: readonly (number | undefined)[]): number | undefined =>
	summarise(values.flatMap(value => value ?? []))?.max;

/**
Opens a dossier of 100,000 records, in turn with visidata where it is installed.

@param command - Without the path of the dossier, which is put at its end.
@param folder - It stays until this has ended.
*/
export const measureScale = async (
	command: Command,
	place: Place,
	folder: string,
	rounds: number,
	progress: Progress,
): Promise<ScaleFindings> => {
	progress('writing 100,000 records');
	const file = path.join(folder, 'large.json');
	const dossier = largeDossier(LARGE);
	await writeDossier(dossier, file);
	const rows = rowsOfDossier(dossier);
	const {peers} = await preparePeers(rows, folder, place.env, ['visidata']);
	const own: Round[] = [];
	const others = peers.map(peer => ({peer, found: [] as PeerRound[]}));
	// Once before, so that all that is compiled is at hand.
	for (let round = 0; round <= rounds; round += 1) {
		progress(`100,000 records, round ${round} of ${rounds}`);
		const found = await readLarge([...command, file], place);
		own.push(...(round === 0 ? [] : [found]));
		for (const {peer, found: before} of round === 0 ? [] : others) {
			before.push(await readPeer(peer, place));
		}
	}

	return {
		records: rows.length,
		fileMib: (await stat(file)).size / 1024 / 1024,
		rounds,
		start: summarise(own.map(({start}) => start)),
		keys: summariseAnswers(own.flatMap(({reading}) => reading)),
		filter: summariseAnswers(own.flatMap(({filtering}) => filtering)),
		goTo: summariseAnswers(own.flatMap(({going}) => going)),
		residentMib: largest(own.map(({residentMib}) => residentMib)),
		peakMib: largest(own.map(({peakMib}) => peakMib)),
		peers: others.map(({peer, found}) => ({
			name: peer.name,
			whole: summarise(found.map(({whole}) => whole)),
			residentMib: largest(found.map(({residentMib}) => residentMib)),
			...summariseAnswers(found.flatMap(({answers}) => answers)),
		})),
	};
};
