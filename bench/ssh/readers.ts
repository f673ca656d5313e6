import {setTimeout as wait} from 'node:timers/promises';
import {encodeKey} from '../../test/support/keys.ts';
import type {Progress} from '../progress.ts';
import type {Step} from '../script.ts';
import {type Spread, spreadOf} from '../statistics.ts';
import type {Amounts} from './amounts.ts';
import {type Busyness, watchBusyness} from './busyness.ts';
import {type Reader, readAt, type Size} from './caller.ts';
import {createChances} from './chances.ts';
import {inParallel} from './in-parallel.ts';
import {type Place, placesOf} from './places.ts';
import type {ServedProgram} from './served-program.ts';

const LANES = 8;

/** ms without a key before reading begins. */
const SETTLING = 3000;

/** ms after which a key is taken to have no answer. */
const PATIENCE = 5000;

/** What many readers of one server wait for, who press keys at the same time. */
export type ReadersFindings = {
	readonly columns: number;
	readonly rows: number;
	readonly readers: number;
	/** Keys a second of each, on average. */
	readonly pace: number;
	readonly seconds: number;
	/** Of these, how many had no answer. */
	readonly keys: number;
	readonly silent: number;
	/** From each key to the last byte of its answer, in ms. */
	readonly lastByte: Spread | undefined;
	readonly bytes: Spread | undefined;
	readonly busy: Busyness;
};

/** A key, when it was pressed or had to wait to be, and what came of it. */
type Press = {
	readonly at: number;
	/** Esc may be the start of another key, for which it waits. */
	readonly isEsc: boolean;
	readonly took: number | undefined;
	readonly bytes: number;
};

/** Brings a reader to a place as fast as keys are answered. */
const goTo = async (reader: Reader, {before}: Place): Promise<void> => {
	for (const {key} of before) {
		reader.press(encodeKey(key));
		await reader.answered(PATIENCE);
	}
};

/** All keys of one reader until `end`, at no even pace. A late answer holds up the next key, and that counts. */
const read = async (
	reader: Reader,
	steps: readonly Step[],
	{gap, end, chance}: {readonly gap: number; readonly end: number; readonly chance: () => number},
): Promise<readonly Press[]> => {
	const presses: Press[] = [];
	let due = performance.now() + chance() * gap;
	let isHeldUp = false;
	for (let at = 0; due < end; at += 1) {
		await wait(Math.max(0, due - performance.now()));
		const {key = ''} = steps[at % steps.length] ?? {};
		const pressed = reader.press(encodeKey(key));
		const began = isHeldUp ? due : pressed;
		due += gap * (0.5 + chance());
		await wait(Math.max(0, due - performance.now()));
		isHeldUp = reader.lastByte === undefined;
		await reader.answered(PATIENCE);
		const {lastByte, bytes} = reader;
		presses.push({at: began, isEsc: key === 'esc', took: lastByte && lastByte - began, bytes});
	}

	return presses;
};

export const measureReaders = async (
	server: ServedProgram,
	{columns, rows}: Size,
	pace: number,
	{readers: count, warmUpSeconds, readingSeconds}: Amounts,
	progress: Progress,
): Promise<ReadersFindings> => {
	const what = `${count} readers at ${columns}×${rows}, ${pace} keys a second`;
	progress(`${what}: opening`);
	const places = placesOf(count);
	const readers = await inParallel(count, LANES, () =>
		readAt(server.port, server.nextAddress(), {columns, rows}),
	);
	progress(`${what}: to their places`);
	await inParallel(count, LANES, async at => {
		const [reader, place] = [readers[at], places[at]];
		if (reader !== undefined && place !== undefined) {
			await goTo(reader, place);
		}
	});
	await wait(SETTLING);
	progress(what);
	const chance = createChances();
	const counted = performance.now() + warmUpSeconds * 1000;
	const end = counted + readingSeconds * 1000;
	const reading = Promise.all(
		readers.map((reader, at) =>
			read(reader, places[at]?.from ?? [], {gap: 1000 / pace, end, chance}),
		),
	);
	await wait(counted - performance.now());
	const busyness = watchBusyness(server);
	await wait(end - performance.now());
	const busy = busyness();
	const presses = (await reading).flat().filter(({at}) => at >= counted);
	for (const {client} of readers) {
		client.destroy();
	}

	return {
		columns,
		rows,
		readers: count,
		pace,
		seconds: readingSeconds,
		keys: presses.length,
		silent: presses.filter(({took}) => took === undefined).length,
		lastByte: spreadOf(presses.flatMap(({isEsc, took = []}) => (isEsc ? [] : took))),
		bytes: spreadOf(presses.map(({bytes}) => bytes)),
		busy,
	};
};
