import {describe, expect, test} from 'vitest';
import {LineLog} from '../../source/terminal/line-log.ts';
import {type AppOptions, openApp} from '../support/app.tsx';
import {aDossier, anActor, anEvent, aQuote, aTown, at} from '../support/dossier.ts';
import {feud} from '../support/feud.ts';

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
			'The harbour of Dunmore, as of Sat 2 May 2020.',
			'Press ? for the keys, q to quit.',
			'Actors, 2 in all.',
			'1 of 2: Vera Moss. Person, on 2 May: civilian',
		]);
	});

	test('then only what is new', async () => {
		using reader = await listen();
		reader.press('j');
		await expect.poll(reader.hear).toEqual(['2 of 2: Tom Reed. Person, on 2 May: civilian']);
		reader.press('3');
		await expect
			.poll(reader.hear)
			.toEqual(['Quotes, 1 in all.', '1 of 1: “The tide does not ask.”. Quote, Vera Moss']);
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
		await expect
			.poll(() => reader.hear().join('\n'))
			.toMatch(/paragraph 3 of 9[\s\S]*Says +Vera Moss/);
		expect(reader.hear().at(-1)).toBe('Enter for who else cites this paragraph. Esc closes.');
	});

	test('each further passage of the evidence, and of what the cited words are where the article is at hand', async () => {
		const paragraphs = Array.from({length: 9}, (_, at) => `Paragraph of number ${at + 1}.`);
		using reader = await listen(
			{article: {source: 'source:report', paragraphs}},
			aDossier([anActor({evidence: [at(1, 0, 9), at(4, 10, 19)]})]),
		);
		reader.press('e');
		await expect
			.poll(() => reader.hear().join('\n'))
			.toMatch(/paragraph 1 of 9[\s\S]*Paragraph 1: Paragraph of number 1\.\nCited: Paragraph\n/);
		expect(reader.hear().at(-1)).toBe(
			'n for the next passage, Enter for who else cites this paragraph. Esc closes.',
		);
		reader.press('n');
		await expect
			.poll(() => reader.hear().join('\n'))
			.toMatch(/paragraph 4 of 9[\s\S]*Paragraph 4: Paragraph of number 4\.\nCited: of number\b/);
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
		await expect.poll(() => reader.hear().join('\n')).toMatch(/Actors, 1 of 2, filtered by tom\./);
		reader.type('zzz');
		await expect.poll(() => reader.hear().join('\n')).toContain('Nothing here.');
	});

	test('that a filter is kept, and how to be rid of it', async () => {
		using reader = await listen();
		reader.press('/');
		reader.type('tom');
		await expect.poll(() => reader.hear().join('\n')).toContain('filtered by tom.');
		reader.press('enter');
		await expect.poll(reader.hear).toEqual(['Actors, 1 of 2, filtered by tom; Esc clears it.']);
	});

	test('of another day what is new on it, and not again how to get on', async () => {
		using reader = await listen({beginning: {pane: 'front'}}, feud);
		reader.press('[');
		await expect.poll(() => reader.hear()[0]).toBe('The harbour of Dunmore, as of Fri 1 May 2020.');
		expect(reader.hear().join('\n')).not.toContain('Press ?');
	});

	test('why a key cannot act', async () => {
		using reader = await listen();
		reader.press('n');
		await expect.poll(reader.hear).toEqual(['Nothing is being looked for; / filters.']);
	});

	test('what moved on a day that is only roughly known, as the strip shows it', async () => {
		using reader = await listen(
			{},
			aDossier([
				anActor(),
				aTown(),
				aTown({id: 'place:westbay'}),
				anEvent({when: '2020-05-01~', movement: {from: 'place:westbay', to: 'place:eastbay'}}),
			]),
		);
		reader.press('[');
		await expect
			.poll(reader.hear)
			.toContain('Moved on 1 May: Crane Falls, from Westbay to Eastbay.');
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
				'2 of 2: Bob of the long and winding road behind the harbour. Person, on 2 May: civilian',
			);
	});
});

describe('of what lies over the panes a reader hears', () => {
	test('the next step of the story at every key, however low the terminal is', async () => {
		using reader = await listen({columns: 40, rows: 5}, feud);
		reader.press('s', 'enter');
		await expect.poll(() => reader.hear().join('\n')).toMatch(/^Story, step 2 of 3/m);
		reader.press('enter');
		await expect.poll(() => reader.hear().join('\n')).toMatch(/^Story, step 3 of 3/m);
	});

	test('each step of the story with its record and its day', async () => {
		using reader = await listen({}, feud);
		reader.press('s');
		await expect
			.poll(reader.hear)
			.toEqual([
				expect.stringContaining('as of Fri 1 May 2020'),
				'Moved on 1 May: March, from Westbay to Eastbay.',
				expect.stringMatching(/^Detail, \d+ in all\.$/),
				expect.stringMatching(/^1 of \d+: Eastbay\. Town/),
				'Story, step 1 of 3: It begins at the harbour.',
				'Enter for the next step, Backspace for the one before; Esc leaves the story, s comes back to it.',
			]);
		reader.press('enter');
		await expect
			.poll(() => reader.hear().join('\n'))
			.toMatch(/^Story, step 2 of 3: Then the crane/m);
		expect(reader.hear().join('\n')).toMatch(/^1 of \d+: Crane Falls\. Event/m);
	});

	test('the step again when what was opened over it is closed', async () => {
		using reader = await listen({}, feud);
		reader.press('s', 'e');
		await expect.poll(() => reader.hear().join('\n')).toMatch(/^Evidence/m);
		expect(reader.hear().join('\n')).not.toContain('Story');
		reader.press('esc');
		await expect
			.poll(() => reader.hear().join('\n'))
			.toMatch(/^Story, step 1 of 3: It begins at the harbour\./m);
	});

	test('the accounts one by one, whose each is, and then which record is chosen', async () => {
		using reader = await listen({}, feud);
		reader.press('x');
		await expect
			.poll(reader.hear)
			.toEqual([
				'Tension 1 of 2: Cut or worn through.',
				'What became of the ropes?',
				'Account 1, Vera Moss: Somebody cut them.',
				expect.stringMatching(/^The ropes were cut\. Claim, Vera Moss/),
				expect.stringMatching(/^“The tide does not ask\.” Quote, Vera Moss/),
				'Account 2, Tom Reed: Nobody did.',
				expect.stringMatching(/^Denied: The ropes were old/),
				expect.stringMatching(/^“Nobody cut a rope here.*relayed by A Clerk/),
				'Enter opens a record, e its evidence, n goes to the next tension. Esc closes.',
				expect.stringMatching(/^1 of 4: The ropes were cut\./),
			]);
		reader.press('j');
		await expect.poll(reader.hear).toEqual([expect.stringMatching(/^2 of 4: “The tide/)]);
	});

	test('of the coverage one paragraph at a time, and what stands nowhere at its end', async () => {
		using reader = await listen({}, feud);
		reader.press('c');
		await expect
			.poll(reader.hear)
			.toEqual([
				'Coverage. Enter shows the records of a paragraph. Esc closes.',
				expect.stringMatching(/^9 paragraphs, .*1 record without evidence\.$/),
				'1 of 10: Paragraph 1: 5 records cite it, 10 characters long as far as known',
			]);
		reader.press('G');
		await expect.poll(reader.hear).toEqual(['10 of 10: Without evidence: event, Crane Falls']);
	});

	test('the records of a paragraph one at a time', async () => {
		using reader = await listen({}, feud);
		reader.press('c', 'j', 'enter');
		await expect
			.poll(reader.hear)
			.toEqual([
				'Paragraph 2, cited by 6. Enter opens a record, e its evidence. Esc closes.',
				'1 of 6: place, Westbay, characters 1–10',
			]);
		reader.press('j');
		await expect.poll(reader.hear).toEqual(['2 of 6: place, Eastbay, characters 1–10']);
	});

	test('of the facets the value that is chosen, how many it leaves, and whether it is wanted', async () => {
		using reader = await listen({}, feud);
		reader.press('f');
		await expect
			.poll(reader.hear)
			.toEqual([
				'Facets. Enter wants a value, ! leaves it out. Esc closes.',
				'1 of 28: side government, 5 records',
			]);
		reader.press('enter');
		await expect
			.poll(reader.hear)
			.toEqual([
				'Only what passes side: government; in a list Esc takes the last away.',
				'1 of 28: side government, 5 records, wanted',
			]);
		reader.press('!');
		await expect.poll(() => reader.hear().at(-1)).toMatch(/, left out$/);
		reader.press('f');
		await expect.poll(reader.hear).toContain('Actors, 4 of 5.');
	});

	test('that a note is asked for, the note, and that the mark is made', async () => {
		using reader = await listen({}, feud);
		reader.press('m');
		await expect
			.poll(reader.hear)
			.toEqual(['Note: none yet', 'Type a note; Enter marks the record, Esc does not.']);
		reader.type('ask her');
		await expect.poll(() => reader.hear().at(-1)).toBe('Note: ask her');
		reader.press('enter');
		await expect
			.poll(reader.hear)
			.toEqual([
				'1 of 5: Vera Moss. Person, on 2 May: civilian. Marked: ask her',
				'Marked: Vera Moss',
			]);
	});

	test('the marks with their notes', async () => {
		using reader = await listen(
			{beginning: {marks: [{record: 'actor:tom-reed', note: 'flies the mail'}]}},
			feud,
		);
		reader.press("'");
		await expect
			.poll(reader.hear)
			.toEqual([
				'Your marks. Enter opens one, M takes it away. Esc closes.',
				'1 of 1: Tom Reed. flies the mail',
			]);
	});

	test('of a mark whose record is gone that it is', async () => {
		using reader = await listen({beginning: {marks: [{record: 'actor:gone', note: 'who'}]}}, feud);
		reader.press("'");
		await expect
			.poll(() => reader.hear().at(-1))
			.toBe('1 of 1: actor:gone (no longer in this dossier). who');
	});

	test('of the map each place with what is next to it, in words', async () => {
		using reader = await listen({}, feud);
		reader.press('w');
		await expect
			.poll(reader.hear)
			.toEqual([
				'The places, each with what is next to it.',
				'Westbay: government, last told for 1 May; 52 km east by road: Eastbay, contested',
				'Eastbay: contested; 52 km west by road: Westbay, government; 44 km east by road: Cape, opposition',
				'Cape: opposition, last told for 1 May; 44 km west by road: Eastbay, contested',
				expect.stringMatching(/^Dunmore: \d+ km south: Cape, opposition$/),
				'Shire: a region',
				'Tab for the next place. Esc closes.',
			]);
		reader.press('n');
		await expect.poll(() => reader.hear().at(-1)).toMatch(/^Selected: Westbay: government/);
	});

	test('that the map has the same places wherever it is moved, and how it is fitted again', async () => {
		using reader = await listen({}, feud);
		reader.press('w');
		await expect.poll(() => reader.hear()[0]).toMatch(/^The places/);
		reader.press('+');
		await expect
			.poll(reader.hear)
			.toEqual(['Moved or zoomed, the map has the same places; 0 fits it again.']);
		reader.press('0');
		await expect.poll(reader.hear).toEqual(['The map is fitted to its places.']);
	});

	test('a text that the terminal could not take', async () => {
		using reader = await listen({beginning: {record: 'quote:tide'}, copy: () => false}, feud);
		reader.press('y');
		await expect
			.poll(reader.hear)
			.toEqual([
				'Text, to copy by hand:',
				'“The tide does not ask.”',
				'Y for the next form. Esc closes.',
			]);
		reader.press('Y');
		await expect.poll(() => reader.hear()[0]).toBe('Citation, to copy by hand:');
	});

	test('in the help first the keys of what it was asked in', async () => {
		using reader = await listen({}, feud);
		reader.press('w', '?');
		await expect.poll(() => reader.hear().slice(0, 2)).toEqual(['Keys:', 'On the map']);
	});

	test('in the help no sign, since none is ever spoken', async () => {
		using reader = await listen();
		reader.press('?');
		await expect.poll(() => reader.hear().join('\n')).toContain('your marks and notes');
		expect(reader.hear().join('\n')).not.toMatch(/Signs|held: government/);
	});
});

test('spoken frames have neither boxes nor signs for position', async () => {
	using reader = await listen();
	for (const keys of [['j'], ['5'], ['e'], ['esc'], ['?'], ['esc'], ['i']]) {
		reader.press(...keys);
		await expect.poll(() => reader.hear().length).toBeGreaterThan(0);
		expect(reader.frame()).not.toMatch(/[─││━╭╮╰╯┍┑╰╯›•»·¶]/);
	}
});
