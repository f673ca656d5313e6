import {describe, expect, test} from 'vitest';
import {LineLog} from '../../source/terminal/line-log.ts';
import {type AppOptions, openApp} from '../support/app.tsx';
import {aDossier, anActor, anEvent, aQuote} from '../support/dossier.ts';

const VERA = 'actor:vera-moss';

const dossier = aDossier([
	anActor({id: VERA, role: 'Harbour master'}),
	anActor({id: 'actor:tom-reed'}),
	aQuote({speaker: VERA}),
	anEvent({participants: [VERA]}),
]);

/** A reader who hears the lines of each new frame that the last did not have. */
const listen = async (options: AppOptions = {}, given = dossier) => {
	const app = await openApp(given, {columns: 80, rows: 24, style: 'spoken', ...options});
	let said = '';
	let painted = '';
	const log = new LineLog(bytes => {
		said = bytes;
	}, 'unicode');
	const hear = (): readonly string[] => {
		if (app.painted() !== painted) {
			said = '';
			painted = app.painted();
			log.paint(painted);
		}

		return said.split('\r\n').filter(line => line !== '');
	};

	hear();
	return {...app, hear, [Symbol.dispose]: app[Symbol.dispose]};
};

describe('spoken, a reader hears', () => {
	test('first what this is, how to get on, where they are and what is selected', async () => {
		using reader = await listen();
		expect(reader.hear()).toEqual([
			'The harbour of Dunmore, as of Sat 2 May 2020. Press ? for the keys, q to quit.',
			'Actors, 2 in all.',
			'1 of 2: Vera Moss. Person · on 2 May: civilian',
		]);
	});

	test('then only what is new', async () => {
		using reader = await listen();
		reader.press('j');
		await expect.poll(reader.hear).toEqual(['2 of 2: Tom Reed. Person · on 2 May: civilian']);
		reader.press('3');
		await expect
			.poll(reader.hear)
			.toEqual(['Quotes, 1 in all.', '1 of 1: “The tide does not ask.”. Quote · Vera Moss']);
	});

	test('the facts of a record one by one, and which of them lead on', async () => {
		using reader = await listen();
		reader.press('enter');
		await expect.poll(() => reader.hear().at(-1)).toMatch(/^1 of \d: Vera Moss\. Person/);
		reader.press('j', 'j');
		await expect.poll(() => reader.hear().at(-1)).toMatch(/^3 of \d: role[.:] Harbour master$/);
		reader.press('j', 'j');
		await expect
			.poll(() => reader.hear().at(-1))
			.toMatch(/^5 of \d: Says\. “The tide does not ask\.”.*Enter opens it$/);
	});

	test('where something stands and who says so', async () => {
		using reader = await listen({beginning: {pane: 'quotes'}});
		reader.press('e');
		await expect.poll(() => reader.hear().join('\n')).toMatch(/¶ 3 of 9[\s\S]*Says +Vera Moss/);
		expect(reader.hear().at(-1)).toBe('Esc closes.');
	});

	test('what is found while typing a name', async () => {
		using reader = await listen();
		reader.press(':');
		await expect.poll(() => reader.hear()[0]).toBe('Go to: type a name.');
		reader.type('tom');
		await expect
			.poll(() => reader.hear().join('\n'))
			.toMatch(/^Go to: tom\.\n1 of \d+: Tom Reed, actor$/);
	});

	test('that typing filters, what is left, and that nothing is', async () => {
		using reader = await listen();
		reader.press('/');
		reader.type('tom');
		await expect
			.poll(() => reader.hear().join('\n'))
			.toMatch(/Actors, 1 in all, filtered by tom\./);
		reader.type('zzz');
		await expect.poll(() => reader.hear().join('\n')).toContain('Nothing here.');
	});

	test('why a key cannot act', async () => {
		using reader = await listen();
		reader.press('n');
		await expect.poll(reader.hear).toEqual(['Nothing is being looked for; / filters.']);
	});

	test('whole sentences, however narrow the terminal is', async () => {
		const long = (id: `actor:${string}`, first: string) =>
			anActor({id, name: `${first} of the long and winding road behind the harbour`});
		using reader = await listen(
			{columns: 40},
			aDossier([long('actor:a', 'Ada'), long('actor:b', 'Bob')]),
		);
		reader.press('j');
		await expect
			.poll(() => reader.hear().join(' ').replaceAll(/\s+/g, ' '))
			.toBe(
				'2 of 2: Bob of the long and winding road behind the harbour. Person · on 2 May: civilian',
			);
	});
});

test('spoken frames have neither boxes nor signs for position', async () => {
	using reader = await listen();
	for (const keys of [['j'], ['5'], ['e'], ['esc'], ['?'], ['esc'], ['i']]) {
		reader.press(...keys);
		await expect.poll(() => reader.hear().length).toBeGreaterThan(0);
		expect(reader.frame()).not.toMatch(/[─│┃━╭╮╰╯┏┓┗┛›•»]/);
	}
});
