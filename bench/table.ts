import type {Findings, Machine} from './findings.ts';
import type {KeyFindings} from './keys.ts';
import type {ScaleFindings} from './scale.ts';
import {GROUPS, type Group, MOVES} from './script.ts';
import type {Summary} from './statistics.ts';
import {type Target, type Targets, timesOf} from './targets.ts';

/** A line of the report. Cells that have nothing to say are empty. */
type Row = {
	readonly name: string;
	readonly median: string;
	/** The 95th percentile or the smallest, as the heads of the part say. */
	readonly spread: string;
	/** How many times another figure it is. */
	readonly ratio: string;
	readonly target?: Target;
};

export type Part = {
	readonly name: string;
	/** What stands over the two columns of figures. */
	readonly heads: readonly [median: string, spread: string];
	readonly rows: readonly Row[];
};

type Figures = Omit<Row, 'name' | 'target'>;

/** Groups whose bytes have a target, by the target. */
const TARGET_OF = {
	plainMove: 'plainMove',
	listScroll: 'listScroll',
	textScroll: 'textScroll',
	pane: 'pane',
	open: 'open',
	back: 'back',
} as const satisfies Partial<Record<Group, keyof Targets>>;

const hasTarget = (group: Group): group is keyof typeof TARGET_OF => group in TARGET_OF;

/** To one place; a dash for what was not measured. */
export const tenths = (value: number | undefined): string => value?.toFixed(1) ?? '–';
/** To no place; a dash for what was not measured. */
export const whole = (value: number | undefined): string => value?.toFixed(0) ?? '–';

const times = (value: number | undefined, base: string): string =>
	value === undefined ? '' : `${value.toFixed(2)} × ${base}`;

const NO_FIGURES: Figures = {median: '', spread: '', ratio: ''};

export const row = (name: string, figures: Partial<Figures>, target?: Target): Row => ({
	name,
	...NO_FIGURES,
	...figures,
	...(target && {target}),
});

/** A second target of the row above. */
const more = (target: Target): Row => row('', {}, target);

/** The same, of how many times another program's figure it is. */
const against = (peer: string, target: Target): Row =>
	row('', {ratio: times(target.value, peer)}, target);

const startsPart = ({starts}: Findings, targets: Targets): Part => {
	const {bareNode, whole: dashboard} = starts;
	const figures = (summary: Summary | undefined): Figures => ({
		median: tenths(summary?.median),
		spread: tenths(summary?.min),
		ratio: times(timesOf(summary, bareNode), 'node'),
	});
	return {
		name: 'Start, ms',
		heads: ['median', 'min'],
		rows: [
			row('node -e 0, to its end', {...figures(bareNode), ratio: ''}),
			row('the whole dashboard', figures(dashboard), targets.startAgainstNode),
			against('visidata', targets.startAgainstVisidata),
			row('its first byte', figures(starts.firstByte)),
			row('the same, no first frame kept', figures(starts.drawn)),
			row('a key pressed at once, answered', figures(starts.answered)),
			row('its last byte', figures(starts.lastByte)),
			row('the first time, nothing cached', {
				median: tenths(starts.firstEver),
				ratio: times(bareNode && starts.firstEver / bareNode.median, 'node'),
			}),
			...starts.commands.map(({name, end}, at) => row(name, figures(end), targets.commands[at])),
			...starts.peers.map(peer => row(peer.name, figures(peer.whole))),
		],
	};
};

const groupNames = Object.entries(GROUPS) as [Group, string][];

const timesPart = ({keys}: Findings, targets: Targets): Part => {
	const ours = keys.groups.listMove.lastByte;
	const figures = ({lastByte}: KeyFindings): Figures => ({
		median: tenths(lastByte?.median),
		spread: tenths(lastByte?.p95),
		ratio: '',
	});
	return {
		name: 'From a key to the last byte, ms',
		heads: ['median', 'p95'],
		rows: [
			row(`all ${keys.reading.presses} keys but Esc`, figures(keys.reading), targets.keyMedian),
			more(targets.keyP95),
			...groupNames.map(([group, name]) => row(name, figures(keys.groups[group]))),
			row('processor time a key', {median: tenths(keys.cpuPerKey)}),
			...keys.peers.map(peer =>
				row(`a row in ${peer.name}`, {
					...figures(peer),
					ratio: times(timesOf(peer.lastByte, ours), 'ours'),
				}),
			),
		],
	};
};

const bytesPart = ({keys}: Findings, targets: Targets): Part => {
	const ours = keys.groups.listMove.bytes;
	const figures = ({bytes}: KeyFindings): Figures => ({
		median: whole(bytes?.median),
		spread: whole(bytes?.p95),
		ratio: '',
	});
	return {
		name: 'The answer to a key, bytes',
		heads: ['median', 'p95'],
		rows: [
			...groupNames.flatMap(([group, name]) => {
				const found = figures(keys.groups[group]);
				return group === 'listMove'
					? [
							row(name, found, targets.listMove),
							against('tig', targets.listMoveAgainstTig),
							against('visidata', targets.listMoveAgainstVisidata),
						]
					: [row(name, found, hasTarget(group) ? targets[TARGET_OF[group]] : undefined)];
			}),
			...keys.peers.map(peer =>
				row(`a row in ${peer.name}`, {
					...figures(peer),
					ratio: times(timesOf(peer.bytes, ours), 'ours'),
				}),
			),
		],
	};
};

const heldPart = ({held}: Findings, targets: Targets): Part => ({
	name: `A key held at ${held.hertz} Hz`,
	heads: ['median', 'p95'],
	rows: [
		row(
			'the screen behind the last key, ms',
			{median: tenths(held.lag?.median), spread: tenths(held.lag?.p95)},
			targets.lag,
		),
		row(`wrong screens after ${held.holds} holds`, {median: whole(held.wrong)}, targets.wrong),
		row('bytes a key', {
			median: whole(held.bytesPerKey?.median),
			spread: whole(held.bytesPerKey?.p95),
		}),
	],
});

const idlePart = ({idle}: Findings, targets: Targets): Part => ({
	name: `No key for ${idle.seconds} s`,
	heads: ['', ''],
	rows: [
		row('processor time, ms', {median: idle.cpu?.toFixed(3) ?? '–'}, targets.idleCpu),
		row('bytes', {median: whole(idle.bytes)}, targets.idleBytes),
		row('wakes of the main thread', {median: whole(idle.wakes)}, targets.idleWakes),
		row('wakes of all threads', {median: whole(idle.allWakes)}),
	],
});

const memoryPart = ({memory, keys}: Findings, targets: Targets): Part => {
	const {reading} = memory;
	const after = (
		what: string,
		found: Findings['memory']['keys'],
		target: Target,
	): readonly Row[] => {
		const [first] = found;
		return found.map(({count, residentMib}) => {
			const isFirst = count === first?.count;
			const ratio = isFirst
				? ''
				: times(first && residentMib / first.residentMib, `after ${first?.count}`);
			return row(
				`after ${count} ${what}`,
				{median: tenths(residentMib), ratio},
				!isFirst && count === found.at(-1)?.count ? target : undefined,
			);
		});
	};
	return {
		name: 'Resident memory, MiB',
		heads: ['', ''],
		rows: [
			row(
				`after ${reading.keys} keys in ${reading.seconds} s`,
				{median: tenths(reading.residentMib)},
				targets.resident,
			),
			row('at its peak', {median: tenths(reading.peakMib)}),
			...after('keys', memory.keys, targets.flatOverKeys),
			...after('resizes', memory.resizes, targets.flatOverResizes),
			...keys.peers.map(({name, residentMib}) =>
				row(`${name}, after ${MOVES.length} keys`, {median: tenths(residentMib)}),
			),
		],
	};
};

const scalePart = (scale: ScaleFindings, targets: Targets['scale']): Part => {
	const figures = (summary: Summary | undefined): Partial<Figures> => ({
		median: tenths(summary?.median),
		spread: tenths(summary?.p95),
	});
	const megabytes = (value: number | undefined): Partial<Figures> => ({median: tenths(value)});
	return {
		name: `${scale.records} records, ${scale.fileMib.toFixed(0)} MiB`,
		heads: ['median', 'p95'],
		rows: [
			row('start to the whole dashboard, ms', figures(scale.start), targets?.start),
			row(`${scale.keys.presses} keys, ms`, figures(scale.keys.lastByte), targets?.keyP95),
			row('filter, typing, ms', figures(scale.filter.lastByte), targets?.filterP95),
			row('go to, typing, ms', figures(scale.goTo.lastByte)),
			row('memory at its peak, MiB', megabytes(scale.peakMib), targets?.resident),
			row('memory after all keys, MiB', megabytes(scale.residentMib)),
			...scale.peers.flatMap(({name, whole: start, lastByte, residentMib}) => [
				row(`${name}, start, ms`, {
					...figures(start),
					ratio: times(timesOf(start, scale.start), 'ours'),
				}),
				row(`${name}, a row, ms`, {
					...figures(lastByte),
					ratio: times(timesOf(lastByte, scale.keys.lastByte), 'ours'),
				}),
				row(`${name}, memory, MiB`, megabytes(residentMib)),
			]),
		],
	};
};

/** What the target asks. */
export const asked = ({bound, limit, unit}: Target): string => `${bound} ${limit} ${unit}`;

/** Whether it is met, in one character; a dash where nobody knows. */
export const mark = ({met}: Target): string => (met === undefined ? '–' : met ? '✓' : '✗');

/** How many targets are met, and how many there are. */
export const tally = (all: readonly Target[]): string => {
	const known = all.filter(({met}) => met !== undefined);
	const unknown = all.length - known.length;
	return [
		`${known.filter(({met}) => met).length} of ${known.length} targets met`,
		...(unknown > 0 ? [`${unknown} not measured`] : []),
	].join(', ');
};

/** That the times are not to be trusted, where others were at work. */
export const busyNotes = ({load}: Machine): readonly string[] =>
	load > 0.5 ? [`The machine was busy (load ${load.toFixed(2)}): do not trust the times.`] : [];

/** What has to be known to read the table. */
export const notes = ({keys, held, idle, missing, machine}: Findings): readonly string[] => {
	const {groups, reading, peers} = keys;
	const silent = [reading, groups.esc, ...peers].reduce((sum, one) => sum + one.silent, 0);
	return [
		'The first frame is the one that the start before kept; keys are answered when the program is there.',
		'Esc alone may be the start of an arrow key: it waits 50 ms for the rest, and counts for itself.',
		'A row in lnav and less, which have no selection, is a scroll step.',
		...(missing.length > 0 ? [`Not installed, and not compared with: ${missing.join(', ')}.`] : []),
		...(silent > 0 ? [`${silent} keys were not answered, and have no time.`] : []),
		...(held.lag === undefined ? ['No last key of a hold was answered.'] : []),
		...(idle.wakes === undefined ? ['There is no /proc: no processor time, no memory.'] : []),
		...busyNotes(machine),
	];
};

/** The findings as a table in parts, the targets beside the figures they are for. */
export const tableOf = (findings: Findings, targets: Targets): readonly Part[] => [
	startsPart(findings, targets),
	timesPart(findings, targets),
	bytesPart(findings, targets),
	heldPart(findings, targets),
	idlePart(findings, targets),
	memoryPart(findings, targets),
	...(findings.scale === undefined ? [] : [scalePart(findings.scale, targets.scale)]),
];
