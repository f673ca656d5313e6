import {expect, test} from 'vitest';
import {type Findings, rounded} from './findings.ts';
import {all, SAMPLE, withBytes} from './sample-findings.ts';
import {listed, targetsOf} from './targets.ts';

const {starts, keys, idle} = SAMPLE;

test('a figure that is at its limit meets the target, and one beyond misses it', () => {
	expect(targetsOf(withBytes('listMove', 120)).listMove).toEqual({
		name: 'a row in a list over the screen',
		value: 120,
		bound: '≤',
		limit: 120,
		unit: 'bytes',
		met: true,
	});
	expect(targetsOf(withBytes('listMove', 121)).listMove.met).toBe(false);
});

test('as many bytes as another program are not fewer', () => {
	expect(targetsOf(withBytes('listMove', 279)).listMoveAgainstTig.met).toBe(true);
	expect(targetsOf(withBytes('listMove', 280)).listMoveAgainstTig.met).toBe(false);
	expect(targetsOf(withBytes('listMove', 280)).listMoveAgainstVisidata.met).toBe(true);
});

test('a start is held against node and visidata of the same run', () => {
	const slow = targetsOf({...SAMPLE, starts: {...starts, whole: all(120)}});
	expect(slow.startAgainstNode).toMatchObject({value: 3, limit: 2.6, met: false});
	expect(slow.startAgainstVisidata).toMatchObject({value: 0.3, limit: 0.28, met: false});
});

test('each command has its own limit', () => {
	const commands = starts.commands.map(command => ({...command, end: all(64)}));
	const targets = targetsOf({...SAMPLE, starts: {...starts, commands}});
	expect(targets.commands.map(({name, met}) => [name, met])).toEqual([
		['--version', false],
		['list towns --json', true],
	]);
});

test('a target that nothing was measured for is neither met nor missed', () => {
	const alone: Findings = {
		...SAMPLE,
		starts: {...starts, peers: []},
		keys: {...keys, peers: []},
		idle: {seconds: idle.seconds, bytes: 0, cpu: undefined, wakes: undefined, allWakes: undefined},
	};
	const unknown = listed(targetsOf(alone)).filter(({met}) => met === undefined);
	expect(unknown.map(({name}) => name)).toEqual([
		'start to the whole dashboard, against visidata',
		'a row, fewer bytes than tig',
		'a row, fewer bytes than visidata',
		'idle, processor time',
		'idle, wakes of the main thread',
	]);
	expect(unknown.every(({value}) => value === undefined)).toBe(true);
});

test('memory is flat as long as it stays within a tenth of what it was', () => {
	const grown = (residentMib: number): Findings => ({
		...SAMPLE,
		memory: {
			...SAMPLE.memory,
			keys: [
				{count: 1000, residentMib: 80},
				{count: 10_000, residentMib},
			],
		},
	});
	expect(targetsOf(grown(88)).flatOverKeys.met).toBe(true);
	expect(targetsOf(grown(89)).flatOverKeys.met).toBe(false);
});

test('what is kept of a run says as much about its targets as the run itself', () => {
	const exact: Findings = {...SAMPLE, starts: {...starts, whole: all(104.000_4)}};
	expect(listed(targetsOf(rounded(exact)))).toEqual(listed(targetsOf(exact)));
});

test('many records are held against what is asked of them, not of few', () => {
	const {scale} = SAMPLE;
	const slow = scale && {...scale, start: all(1501), peakMib: 351};
	const targets = targetsOf({...SAMPLE, ...(slow && {scale: slow})}).scale;
	expect(targets?.start).toMatchObject({value: 1501, limit: 1500, met: false});
	expect(targets?.resident.met).toBe(false);
	expect(targets?.keyP95.met).toBe(true);
});
