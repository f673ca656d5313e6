import {readFileSync, symlinkSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {paragraphsOf} from '../../source/dossier/article.ts';
import {articlesOf} from '../../source/dossier/article-sources.ts';
import {parseDossier} from '../../source/dossier/parse.ts';
import type {Dossier} from '../../source/dossier/schema.ts';
import {faultsAgainstArticle} from '../../source/dossier/verify.ts';
import {EXAMPLE} from '../support/example.ts';
import {runPiped} from '../support/piped.ts';
import {builtCommandLine} from '../support/shell.ts';
import {promisedBy, stepsOf, walkThroughOf} from '../support/walk-through.ts';
import {boxes} from './support/boxes.ts';
import {openDashboard} from './support/dashboard.ts';
import {temporaryFolder} from './support/temporary-folder.ts';

const ROOT = path.join(import.meta.dirname, '../..');
const blocks = walkThroughOf(readFileSync(path.join(ROOT, 'README.md'), 'utf8'));
const steps = stepsOf(blocks);

/** A step as the program reads it. */
const opened = (step: unknown): Dossier => {
	const parsed = parseDossier(JSON.stringify(step));
	if (!parsed.ok) {
		throw new Error(JSON.stringify(parsed.faults));
	}

	return parsed.dossier;
};

describe('the README’s walk-through', () => {
	test('is a valid dossier after every step, from a place alone to towns, a road and a quote', () => {
		const dossiers = steps.map(opened);
		expect(dossiers.map(({actors, places}) => [actors.length, places.length])[0]).toEqual([0, 1]);
		const {actors, places, roads, quotes, events} = opened(steps.at(-1));
		expect(places.filter(({frontLine}) => frontLine)).toHaveLength(2);
		expect(quotes.flatMap(({evidence}) => evidence)).toHaveLength(2);
		for (const records of [actors, roads, events]) {
			expect(records.length).toBeGreaterThan(0);
		}
	});

	test('agrees with the article in every range and every quote', () => {
		const dossier = opened(steps.at(-1));
		const [article] = articlesOf(dossier);
		const paragraphs = paragraphsOf(readFileSync(EXAMPLE.article, 'utf8'));
		const faults = article && faultsAgainstArticle(dossier, article, paragraphs);
		expect(faults).toEqual([]);
	});

	test('its commands do what they are said to do, one after the other', async () => {
		await using folder = await temporaryFolder();
		symlinkSync(path.join(ROOT, 'data'), path.join(folder.path, 'data'));
		let step = -1;
		let defined = `libya-tui() { ${builtCommandLine()} "$@"; }\n`;
		for (const block of blocks) {
			if (block.language === 'json') {
				step++;
				await folder.write('mine.json', JSON.stringify(steps[step]));
				continue;
			}

			const {code, stdout, stderr} = await runPiped({
				command: 'bash',
				args: ['-euc', `${defined}${block.text}`],
				cwd: folder.path,
			});
			const output = stdout + stderr;
			expect({code, output, block: block.text}).toMatchObject({code: 0});
			for (const line of promisedBy(block)) {
				expect(output).toContain(line);
			}

			// What a reader's shell remembers from one block to the next.
			defined += block.text.match(/^\w+\(\) \{\n.*?^\}\n/gms)?.join('') ?? '';
		}

		expect(step).toBe(2);
	});

	test('ends in a dossier that the dashboard shows in all panes', async () => {
		await using folder = await temporaryFolder();
		const file = await folder.write('mine.json', JSON.stringify(steps.at(-1)));
		await using terminal = await openDashboard({args: [file], columns: 160, rows: 48});
		expect(boxes(terminal)).toHaveLength(5);
		expect(terminal.text()).toMatch(/■G┄+□o/);
		expect(terminal.text()).toMatch(/“We laid that road stone by stone,” … “We will not pay/);
	});
});
