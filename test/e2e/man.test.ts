import {beforeAll, describe, expect, test} from 'vitest';
import {runPiped} from '../support/piped.ts';
import {isInstalled} from './support/installed.ts';
import {temporaryFolder} from './support/temporary-folder.ts';

/** Says in the name of a test why it is passed over. */
const withProgram = (program: string): string =>
	isInstalled(program) ? program : `${program} (not installed)`;

describe('libya-tui man', () => {
	let page = '';

	beforeAll(async () => {
		const {code, stdout, stderr} = await runPiped({args: ['man']});
		expect({code, stderr}).toEqual({code: 0, stderr: ''});
		page = stdout;
	});

	/** What a program says of the page in a file. */
	const read = async (command: string, ...args: readonly string[]) => {
		await using folder = await temporaryFolder();
		const file = await folder.write('libya-tui.1', page);
		return await runPiped({command, args: [...args, file], env: {MANWIDTH: '80', LANG: 'C.UTF-8'}});
	};

	test.skipIf(!isInstalled('mandoc'))(`${withProgram('mandoc')} -Tlint finds nothing`, async () => {
		expect(await read('mandoc', '-Tlint')).toMatchObject({code: 0, stdout: '', stderr: ''});
	});

	test.skipIf(!isInstalled('groff'))(`${withProgram('groff')} warns of nothing`, async () => {
		expect(await read('groff', '-man', '-ww', '-z', '-Tutf8')).toMatchObject({code: 0, stderr: ''});
	});

	test.skipIf(!isInstalled('man'))(`${withProgram('man')} -l shows it`, async () => {
		const {code, stdout: text, stderr} = await read('man', '-l');
		expect({code, stderr}).toEqual({code: 0, stderr: ''});
		expect(text).toMatch(/^LIBYA-TUI\(1\)/);
		expect(text).toContain('--as-of DAY');
		expect(text).toContain('~/.local/state/libya-tui/marks/');
		expect(Math.max(...text.split('\n').map(({length}) => length))).toBeLessThanOrEqual(80);
	});

	test('takes no word', async () => {
		const {code, stderr} = await runPiped({args: ['man', 'list']});
		expect({code, stderr}).toMatchObject({
			code: 2,
			stderr: expect.stringContaining('list is one word too many'),
		});
	});
});
