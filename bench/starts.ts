import type {Peer} from './peers.ts';
import {type Command, type Place, Program, type Start} from './program.ts';
import type {Progress} from './progress.ts';
import {ANSWERED, READY} from './script.ts';
import {type Summary, summarise} from './statistics.ts';

const BARE_NODE: Command = [process.execPath, '-e', '0'];

/** What a shell would be told to list. */
const LIST = ['list', 'towns', '--json'];

/** Options that ask for what there is without them: no frame is kept for those. */
const AS_IT_OPENS = ['--pane', 'actors'];

/** What ends by itself, and how many times a bare `node -e 0` it may take. */
const COMMANDS = [
	{args: ['--version'], limit: 1.4},
	{args: ['--help'], limit: 1.4},
	{args: LIST, limit: 1.8},
];

/** Times in ms, from the moment before a program is executed. */
export type StartFindings = {
	readonly rounds: number;
	/** `node -e 0` in the same terminal, to its end. */
	readonly bareNode: Summary | undefined;
	readonly firstByte: Summary | undefined;
	readonly whole: Summary | undefined;
	readonly lastByte: Summary | undefined;
	/** The whole dashboard where no first frame was kept, as with anything on the command line. */
	readonly drawn: Summary | undefined;
	/** To the answer to a key that is pressed as soon as anything is shown. */
	readonly answered: Summary | undefined;
	/** Up to the last byte. */
	readonly bytes: Summary | undefined;
	/** To the whole dashboard in an empty home directory, once. */
	readonly firstEver: number;
	/** To the end. Without one, the program does not know the command. */
	readonly commands: readonly {
		readonly name: string;
		readonly limit: number;
		readonly end: Summary | undefined;
	}[];
	readonly peers: readonly {readonly name: string; readonly whole: Summary | undefined}[];
};

const shuffled = <Item>(items: readonly Item[]): readonly Item[] =>
	items
		.map(item => ({item, order: Math.random()}))
		.toSorted((a, b) => a.order - b.order)
		.map(({item}) => item);

/** @returns `undefined` when it did not end well. */
const untilEnd = async (command: Command, place: Place): Promise<number | undefined> => {
	await using program = new Program(command, place);
	const {after, code} = await program.ended;
	return code === 0 ? after : undefined;
};

/** @param stay - Milliseconds that it is left to itself after that. */
const untilReady = async (
	command: Command,
	place: Place,
	ready: string,
	stay = 0,
): Promise<Start> => {
	await using program = new Program(command, place);
	const start = await program.start(ready);
	await program.leaveAlone(stay);
	return start;
};

/** Milliseconds for which a first start is left open, as by a reader: what it keeps for the next is kept then. */
const FIRST_STAY = 1500;

/**
Starts of all by turns, so that whatever else the machine does falls on all of them.

@param place - With an empty home directory. The first start of each, which fills it with caches and
settings, is not counted.
*/
export const measureStarts = async (
	command: Command,
	peers: readonly Peer[],
	place: Place,
	rounds: number,
	progress: Progress,
): Promise<StartFindings> => {
	const ends = [BARE_NODE, ...COMMANDS.map(({args}): Command => [...command, ...args])].map(
		ending => ({ending, times: [] as number[]}),
	);
	const others = peers.map(peer => ({peer, times: [] as number[]}));
	const starts: Start[] = [];
	const answered: number[] = [];
	const drawn: number[] = [];

	const turns: readonly ((stay: number) => Promise<void>)[] = [
		async stay => {
			starts.push(await untilReady(command, place, READY, stay));
		},
		async () => {
			drawn.push((await untilReady([...command, ...AS_IT_OPENS], place, READY)).ready);
		},
		async () => {
			await using program = new Program(command, place);
			answered.push((await program.start(ANSWERED, 'j')).ready);
		},
		...ends.map(({ending, times}) => async () => {
			times.push(...[await untilEnd(ending, place)].filter(time => time !== undefined));
		}),
		...others.map(({peer, times}) => async () => {
			times.push((await untilReady(peer.command, place, peer.ready)).ready);
		}),
	];

	/** One of each, in any order: whoever comes after a large program finds the caches of the machine cold. */
	const round = async (stay = 0): Promise<void> => {
		for (const turn of shuffled(turns)) {
			await turn(stay);
		}
	};

	progress('first starts');
	await round(FIRST_STAY);
	const [first] = starts.splice(0);
	answered.splice(0);
	drawn.splice(0);
	for (const {times} of [...ends, ...others]) {
		times.splice(0);
	}

	for (let number = 1; number <= rounds; number += 1) {
		progress(`starts, round ${number} of ${rounds}`);
		await round();
	}

	const [bare, ...commands] = ends;
	return {
		rounds,
		bareNode: summarise(bare?.times ?? []),
		firstByte: summarise(starts.map(({firstByte}) => firstByte)),
		whole: summarise(starts.map(({ready}) => ready)),
		lastByte: summarise(starts.map(({lastByte}) => lastByte)),
		drawn: summarise(drawn),
		answered: summarise(answered),
		bytes: summarise(starts.map(({bytes}) => bytes)),
		firstEver: first?.ready ?? Number.NaN,
		commands: COMMANDS.map(({args, limit}, at) => ({
			name: args.join(' '),
			limit,
			end: summarise(commands[at]?.times ?? []),
		})),
		peers: others.map(({peer, times}) => ({name: peer.name, whole: summarise(times)})),
	};
};
