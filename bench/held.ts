import {type Answer, type Command, type Place, Program} from './program.ts';
import type {Progress} from './progress.ts';
import {READY} from './script.ts';
import {type Summary, summarise} from './statistics.ts';

const HERTZ = 30;

/** Fewer than the rows of the list that the dashboard opens in, so that the last key still moves. */
const KEYS = 40;

const DIRECTIONS = ['down', 'up'] as const;

export type HeldFindings = {
	readonly hertz: number;
	/** How often the key was pressed in one hold. */
	readonly keys: number;
	readonly holds: number;
	/** The last byte behind the last key, in ms, a hold each. */
	readonly lag: Summary | undefined;
	/** A key's share of the bytes, a hold each. */
	readonly bytesPerKey: Summary | undefined;
	/** Holds after which the screen was another than after as many keys pressed slowly. */
	readonly wrong: number;
};

const picture = ({screen}: Program): string => screen.picture().join('\n');

/** What the screen shows when every one of the keys was waited for. */
const pressSlowly = async (command: Command, place: Place): Promise<readonly string[]> => {
	await using program = new Program(command, place);
	await program.start(READY);
	const pictures: string[] = [];
	for (const key of DIRECTIONS) {
		for (let pressed = 0; pressed < KEYS; pressed += 1) {
			await program.press(key);
		}

		pictures.push(picture(program));
	}

	return pictures;
};

/** @param rounds - A round is a hold down the list and one back up. */
export const measureHeld = async (
	command: Command,
	place: Place,
	rounds: number,
	progress: Progress,
): Promise<HeldFindings> => {
	progress('as many keys as will be held, slowly');
	const wanted = await pressSlowly(command, place);
	await using program = new Program(command, place);
	await program.start(READY);
	const holds: Answer[] = [];
	let wrong = 0;
	for (let round = 1; round <= rounds; round += 1) {
		progress(`a key held, round ${round} of ${rounds}`);
		for (const [at, key] of DIRECTIONS.entries()) {
			holds.push(await program.hold(key, KEYS, HERTZ));
			wrong += picture(program) === wanted[at] ? 0 : 1;
		}
	}

	return {
		hertz: HERTZ,
		keys: KEYS,
		holds: holds.length,
		// A last key without an answer left the screen as it was before: that is no lag but a wrong screen.
		lag: summarise(holds.flatMap(({lastByte}) => lastByte ?? [])),
		bytesPerKey: summarise(holds.map(({bytes}) => bytes / KEYS)),
		wrong,
	};
};
