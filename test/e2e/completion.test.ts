import {mkdir, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {describe, expect, test} from 'vitest';
import {COMMAND_SPECS} from '../../source/commands/command-specs.ts';
import {aDossier, anActor, anEvent} from '../support/dossier.ts';
import {runPiped} from '../support/piped.ts';
import {BUILT_BINARY, openTerminal, type Terminal} from '../support/terminal.ts';
import {builtIn} from './support/dashboard.ts';
import {isInstalled} from './support/installed.ts';
import {temporaryFolder} from './support/temporary-folder.ts';

const SHELLS = ['bash', 'zsh', 'fish'] as const;

type Shell = (typeof SHELLS)[number];

/** A prompt that no output of ours begins with. */
const PROMPT = '% ';

const START: Readonly<Record<Shell, (home: string) => {args: string[]; rc: [string, string]}>> = {
	bash: home => ({
		args: ['--noprofile', '--rcfile', path.join(home, 'bashrc'), '-i'],
		rc: [
			'bashrc',
			`PS1='${PROMPT}'\nbind 'set bell-style none' 'set completion-query-items 1000' 'set page-completions off' 'set enable-bracketed-paste off'\nsource <(libya-tui completion bash)\n`,
		],
	}),
	zsh: () => ({
		args: ['-d', '-i'],
		rc: [
			'.zshrc',
			`PS1='%${PROMPT}'\nunsetopt prompt_sp beep\nLISTMAX=1000\nautoload -Uz compinit && compinit -u -D\nsource <(libya-tui completion zsh)\n`,
		],
	}),
	fish: () => ({
		args: ['--private', '-i'],
		rc: [
			'.config/fish/config.fish',
			`function fish_prompt; echo -n '${PROMPT}'; end\nfunction fish_greeting; end\nset -g fish_autosuggestion_enabled 0\nlibya-tui completion fish | source\n`,
		],
	}),
};

interface Line extends AsyncDisposable {
	/** Types the beginning of a line and presses Tab; the line once it is what is wanted. */
	readonly completes: (typed: string, wanted: string | RegExp) => Promise<void>;
	/** The screen once Tab, pressed twice, shows what is wanted. */
	readonly offers: (typed: string, wanted: RegExp) => Promise<string>;
}

const openLine = async (shell: Shell): Promise<Line> => {
	const folder = await temporaryFolder();
	const bin = path.join(folder.path, 'bin');
	await mkdir(bin);
	await writeFile(
		path.join(bin, 'libya-tui'),
		`#!/bin/sh\nexec '${process.execPath}' '${BUILT_BINARY}' "$@"\n`,
		{mode: 0o755},
	);
	const {args, rc} = START[shell](folder.path);
	await mkdir(path.dirname(path.join(folder.path, rc[0])), {recursive: true});
	await writeFile(path.join(folder.path, rc[0]), rc[1]);
	await mkdir(path.join(folder.path, 'desk'));
	await writeFile(
		path.join(folder.path, 'desk/harbour.json'),
		JSON.stringify(aDossier([anActor({id: 'actor:only-one'}), anEvent({id: 'event:crane-falls'})])),
	);
	await writeFile(path.join(folder.path, 'mine.json'), '{}');
	await writeFile(path.join(folder.path, 'desk/my first.json'), '{}');
	await mkdir(path.join(folder.path, 'desk/old reports'));
	await writeFile(path.join(folder.path, 'desk/old reports/1911.json'), '{}');
	const terminal: Terminal = await openTerminal({
		command: shell,
		args,
		cwd: path.join(folder.path, 'desk'),
		columns: 120,
		rows: 40,
		env: {
			PATH: `${bin}:/usr/bin:/bin`,
			HOME: folder.path,
			ZDOTDIR: folder.path,
			XDG_CONFIG_HOME: path.join(folder.path, '.config'),
			XDG_DATA_HOME: path.join(folder.path, '.local/share'),
			TERM: 'xterm',
			LANG: 'C.UTF-8',
		},
	});
	await terminal.waitFor(PROMPT.trim(), {timeout: 20_000});
	const clear = async (): Promise<void> => {
		terminal.press('ctrl-u');
		terminal.press('ctrl-l');
		await terminal.waitFor(() => terminal.text().trimEnd() === PROMPT.trim());
	};

	const type = async (typed: string): Promise<void> => {
		await clear();
		terminal.type(`libya-tui ${typed}`);
		await terminal.waitFor(`${PROMPT}libya-tui ${typed}`.trimEnd());
		terminal.type('\t');
	};

	return {
		async completes(typed, wanted) {
			await type(typed);
			await terminal.waitFor(typeof wanted === 'string' ? `${PROMPT}libya-tui ${wanted}` : wanted, {
				timeout: 20_000,
			});
		},
		async offers(typed, wanted) {
			await type(typed);
			if (shell === 'bash') {
				terminal.type('\t');
			}

			await terminal.waitFor(wanted, {timeout: 20_000});
			return terminal.text();
		},
		async [Symbol.asyncDispose]() {
			await terminal[Symbol.asyncDispose]();
			await folder[Symbol.asyncDispose]();
		},
	};
};

describe.each(SHELLS)('in %s the Tab key', shell => {
	test.skipIf(!isInstalled(shell))(
		`completes commands, options, what they can be, ids and files${isInstalled(shell) ? '' : ' (not installed)'}`,
		{timeout: 120_000},
		async () => {
			await using line = await openLine(shell);
			await line.completes('sea', 'search ');
			await line.completes('list act', 'list actors ');
			await line.completes('list actors --fi', 'list actors --filter ');
			await line.completes('list actors --format mark', 'list actors --format markdown ');
			await line.completes('list actors --format=mark', 'list actors --format=markdown ');
			await line.completes('--pane quo', '--pane quotes ');
			await line.completes('list towns --as-of 2011-03-31', 'list towns --as-of 2011-03-31 ');
			await line.completes('show actor:moussa-k', 'show actor:moussa-koussa ');
			await line.completes('--select=actor:moussa-k', '--select=actor:moussa-koussa ');
			await line.completes('list towns har', 'list towns harbour.json ');
			await line.completes('--article=har', '--article=harbour.json');
			await line.completes('harbour.json --select act', 'harbour.json --select actor:only-one ');
			await line.completes('har', 'harbour.json ');
			await line.completes("show 'actor:moussa-k", /show '?actor:moussa-koussa/);
			await line.completes('~/mi', '~/mine.json ');
			await line.completes('$HOME/mi', '$HOME/mine.json ');
			await line.completes('my\\ fi', 'my\\ first.json ');
			await line.completes("'my fi", "'my first.json' ");
			await line.completes('"my fi', '"my first.json" ');
			await line.completes('--article=my\\ f', '--article=my\\ first.json');
			await line.completes('old\\ reports/1', 'old\\ reports/1911.json ');
			await line.completes('export -o ~/de', 'export -o ~/desk/');
			const commands = await line.offers('', /verify|search/);
			for (const {name} of COMMAND_SPECS) {
				expect(commands).toContain(name);
			}

			const ids = await line.offers('show place:b', /brega/);
			for (const {id} of builtIn.places.filter(place => place.id.startsWith('place:b'))) {
				expect(ids).toContain(id.slice('place:'.length));
			}

			expect(ids).not.toContain('tripoli');
		},
	);
});

describe('libya-tui completion', () => {
	test.each(SHELLS)('%s is a script that its shell takes', async shell => {
		const {code, stdout, stderr} = await runPiped({args: ['completion', shell]});
		expect({code, stderr}).toEqual({code: 0, stderr: ''});
		if (isInstalled(shell)) {
			await using folder = await temporaryFolder();
			const script = await folder.write('script', stdout);
			expect(await runPiped({command: shell, args: ['-n', script]})).toMatchObject({
				code: 0,
				stderr: '',
			});
		}
	});

	test.each<[string[], RegExp]>([
		[[], /completion needs SHELL, what the script is for: bash, zsh, fish/],
		[['fishy'], /There is no shell fishy \(did you mean fish\?\)\. Shells: bash, zsh, fish\./],
		[['bash', 'zsh'], /zsh is one word too many/],
	])('%j is a usage error', async (args, message) => {
		const {code, stdout, stderr} = await runPiped({args: ['completion', ...args]});
		expect(stderr).toMatch(message);
		expect({code, stdout}).toEqual({code: 2, stdout: ''});
	});
});

describe('what the scripts ask', () => {
	const complete = (...args: readonly string[]) => runPiped({args: ['__complete', ...args]});

	test('is answered with a line each, and what it is', async () => {
		expect((await complete('1', 'show', 'actor:moussa')).stdout).toBe(
			'actor:moussa-koussa\tMoussa Koussa\n',
		);
	});

	test('of a dossier that is damaged, missing or hostile is answered with nothing to obey', async () => {
		await using folder = await temporaryFolder();
		const damaged = await folder.write('damaged.json', '{"actors": [{"id"');
		const hostile = await folder.write(
			'hostile.json',
			JSON.stringify({
				actors: [
					{id: 'actor:$(reboot)', name: 'x'},
					{id: 'actor:a', name: 'Vera\t\u001B[31m\n:files'},
					null,
					7,
				],
				places: 'none',
			}),
		);
		for (const file of [damaged, '/nowhere/x.json', folder.path]) {
			expect(await complete('1', 'show', '', file)).toMatchObject({stdout: '', stderr: ''});
		}

		expect((await complete('1', 'show', '', hostile)).stdout).toBe('actor:a\tVera␉␛[31m\n');
	});

	test('of very many records is answered with their kinds, then with how they go on, then with those of one beginning', async () => {
		await using folder = await temporaryFolder();
		const many = await folder.dossier(
			aDossier(Array.from({length: 900}, (_, at) => anEvent({id: `event:n${at}`}))),
		);
		expect((await complete('1', 'show', '', many)).stdout).toBe('place:\nevent:\n:open\n');
		expect((await complete('1', 'show', 'event:', many)).stdout).toBe(
			`${Array.from({length: 10}, (_, digit) => `event:n${digit}\n`).join('')}:open\n`,
		);
		expect((await complete('1', 'show', 'event:n89', many)).stdout.split('\n')).toHaveLength(12);
	});
});
