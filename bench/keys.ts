import type {Peer} from './peers.ts';
import {type Answer, type Command, type Place, Program} from './program.ts';
import type {Progress} from './progress.ts';
import {GROUPS, type Group, MOVES, READY, SCENES} from './script.ts';
import {type Summary, summarise} from './statistics.ts';

export type KeyFindings = {
	readonly presses: number;
	/** Presses that nothing answered; they have no times. */
	readonly silent: number;
	/** From the key to the last byte of its answer, in ms. */
	readonly lastByte: Summary | undefined;
	readonly bytes: Summary | undefined;
};

export type KeysFindings = {
	/** How often the script was read, each time in a program of its own. */
	readonly rounds: number;
	/** All keys but Esc: it waits for the rest of an arrow key, which no other key does. */
	readonly reading: KeyFindings;
	readonly groups: Readonly<Record<Group, KeyFindings>>;
	/** Processor time of all threads, in ms; without it, there is no /proc. */
	readonly cpuPerKey: number | undefined;
	/** A row down or up in each. */
	readonly peers: readonly ({
		readonly name: string;
		readonly residentMib: number | undefined;
	} & KeyFindings)[];
};

export const summariseAnswers = (answers: readonly Answer[]): KeyFindings => ({
	presses: answers.length,
	silent: answers.filter(({bytes}) => bytes === 0).length,
	lastByte: summarise(answers.flatMap(({lastByte}) => lastByte ?? [])),
	bytes: summarise(answers.map(({bytes}) => bytes)),
});

type Reading = {
	readonly answers: readonly (Answer & {readonly group: Group})[];
	readonly cpuPerKey: number | undefined;
};

/** One start, and then all the keys of the script. @throws {Error} A scene did not lead back. */
const read = async (command: Command, place: Place): Promise<Reading> => {
	await using program = new Program(command, place);
	await program.start(READY);
	const before = program.usage();
	const answers: (Answer & {readonly group: Group})[] = [];
	for (const {name, steps} of SCENES) {
		for (const {group, key} of steps) {
			answers.push({...(await program.press(key)), group});
		}

		if (!program.screen.text().includes(READY)) {
			throw new Error(`lost the way in the scene “${name}”\n${program.screen.describe()}`);
		}
	}

	const after = program.usage();
	return {answers, cpuPerKey: before && after && (after.cpu - before.cpu) / answers.length};
};

type Moves = {readonly answers: readonly Answer[]; readonly residentMib: number | undefined};

const move = async ({command, ready, before}: Peer, place: Place): Promise<Moves> => {
	await using program = new Program(command, place);
	await program.start(ready);
	for (const key of before) {
		await program.press(key);
	}

	const answers: Answer[] = [];
	for (const key of MOVES) {
		answers.push(await program.press(key));
	}

	return {answers, residentMib: program.usage()?.residentMib};
};

/** The script, and then a row down and up in each of the others, as often as there are rounds. */
export const measureKeys = async (
	command: Command,
	peers: readonly Peer[],
	place: Place,
	rounds: number,
	progress: Progress,
): Promise<KeysFindings> => {
	const readings: Reading[] = [];
	const others = peers.map(peer => ({peer, moves: [] as Moves[]}));
	for (let round = 1; round <= rounds; round += 1) {
		progress(`keys, round ${round} of ${rounds}`);
		readings.push(await read(command, place));
		for (const {peer, moves} of others) {
			moves.push(await move(peer, place));
		}
	}

	const answers = readings.flatMap(reading => reading.answers);
	const inGroup = (group: Group): KeyFindings =>
		summariseAnswers(answers.filter(answer => answer.group === group));
	return {
		rounds,
		reading: summariseAnswers(answers.filter(({group}) => group !== 'esc')),
		groups: Object.fromEntries(
			Object.keys(GROUPS).map(group => [group, inGroup(group as Group)]),
		) as Record<Group, KeyFindings>,
		cpuPerKey: summarise(readings.flatMap(({cpuPerKey}) => cpuPerKey ?? []))?.median,
		peers: others.map(({peer, moves}) => ({
			name: peer.name,
			residentMib: summarise(moves.flatMap(({residentMib}) => residentMib ?? []))?.median,
			...summariseAnswers(moves.flatMap(one => one.answers)),
		})),
	};
};
