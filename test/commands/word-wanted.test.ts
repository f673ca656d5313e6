import {describe, expect, test} from 'vitest';
import {COMMAND_SPECS} from '../../source/commands/command-specs.ts';
import {wordWanted} from '../../source/commands/word-wanted.ts';
import {LIST_NAMES} from '../../source/formats/list-names.ts';

/** What is wanted where `‸` stands. */
const wanted = (line: string) => {
	const words = line.split(' ');
	const index = words.findIndex(word => word.includes('‸'));
	return wordWanted(
		words.map(word => word.replace('‸', '')),
		index,
	);
};

const words = (line: string) => wanted(line).candidates.map(({word}) => word);

describe('at the Tab key is offered', () => {
	test('as the first word every command, or the name of a file', () => {
		expect(words('‸')).toEqual(COMMAND_SPECS.map(({name}) => name));
		expect(wanted('‸').of).toBe('file');
	});

	test('each option that is not given yet', () => {
		expect(words('list actors --json -‸')).toEqual(['--filter', '--as-of', '--format', '--help']);
		expect(words('--ascii --‸')).toContain('--no-color');
		expect(words('--ascii --‸')).not.toContain('--ascii');
		expect(words('list actors -h -‸')).not.toContain('--help');
	});

	test('what an option can be, in either of its forms', () => {
		expect(wanted('list --format ‸').of).toEqual(['table', 'json', 'csv', 'markdown']);
		expect(wanted('list --format=c‸')).toMatchObject({
			of: ['table', 'json', 'csv', 'markdown'],
			before: '--format=',
			typed: 'c',
		});
		expect(wanted('--article ‸').of).toBe('file');
		expect(wanted('--no-such ‸').of).toBe('file');
		expect(wanted('--no-such=‸').of).toBeUndefined();
	});

	test('what each word can be, options aside', () => {
		expect(wanted('list ‸').of).toEqual([...LIST_NAMES, 'marks']);
		expect(wanted('list --json ‸').of).toEqual([...LIST_NAMES, 'marks']);
		expect(wanted('list --filter actors ‸').of).toEqual([...LIST_NAMES, 'marks']);
		expect(wanted('list actors ‸').of).toBe('file');
		expect(wanted('show ‸').of).toBe('record');
		expect(wanted('search ‸').of).toBe('text');
	});

	test('an option where there is no room for a word', () => {
		expect(words('list actors a.json ‸')).toContain('--json');
		expect(wanted('list actors a.json x‸')).toMatchObject({candidates: []});
	});

	test('behind -- words alone', () => {
		expect(words('list -- actors -‸')).toEqual([]);
		expect(wanted('list -- actors -‸').of).toBe('file');
	});

	test('of the dossier that stands on the line, before the cursor or behind it', () => {
		expect(wanted('other.json --select ‸').dossier).toBe('other.json');
		expect(wanted('--select ‸ other.json').dossier).toBe('other.json');
		expect(wanted('--select=‸ --ascii other.json').dossier).toBe('other.json');
		expect(wanted('show act‸ other.json').dossier).toBe('other.json');
		expect(wanted('list towns other.json --as-of ‸').dossier).toBe('other.json');
		expect(wanted('list towns --as-of ‸').dossier).toBeUndefined();
	});
});
