import meow, {type AnyFlags, type Result} from 'meow';
import packageJson from '../../package.json' with {type: 'json'};
import {Failure} from './failure.ts';
import {suggestion} from './suggestion.ts';

interface CommandLine<Flags extends AnyFlags> {
	readonly flags: Flags;
	/** What a reader types to see all options: `libya-tui --help`. */
	readonly help: string;
}

interface Words<Flags extends AnyFlags> {
	readonly flags: Result<Flags>['flags'];
	/** The words that are no options, in order. */
	readonly input: readonly string[];
}

/** `asOf` as it is typed: `--as-of`. */
const optionOf = (flag: string): string =>
	`--${flag.replaceAll(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)}`;

/** How a flag may be typed; one that is on by default is turned off with `--no-`. */
const optionsOf = (flags: AnyFlags): readonly string[] =>
	Object.entries(flags).flatMap(([name, {shortFlag, default: byDefault}]) => [
		...(byDefault === true ? [optionOf(`no-${name}`)] : []),
		optionOf(name),
		...(shortFlag === undefined ? [] : [`-${shortFlag}`]),
	]);

/** The options that have a value, as they may be typed. */
const valuedOptions = (flags: AnyFlags): readonly string[] =>
	optionsOf(Object.fromEntries(Object.entries(flags).filter(([, {type}]) => type === 'string')));

const refuseUnknown = (argv: readonly string[], flags: AnyFlags, help: string): void => {
	const known = optionsOf(flags);
	const valued = valuedOptions(flags);
	const seen = new Set<string>();
	for (const [at, word] of argv.entries()) {
		if (word === '--') {
			return;
		}

		const flag = word.replace(/=.*$/su, '');
		if (known.includes(flag) && word !== flag && !valued.includes(flag)) {
			throw new Failure(`${flag} takes no value. ${help} shows how.`, 2);
		}

		if (!flag.startsWith('-') || flag === '-') {
			continue;
		}

		if (seen.has(flag)) {
			throw new Failure(`${flag} can only be set once. ${help} shows how.`, 2);
		}

		seen.add(flag);
		const before = argv[at - 1] ?? '';
		if (!known.includes(flag) && valued.includes(before)) {
			throw new Failure(
				`${before} needs a value. One that begins with - is written ${before}=${word}. ${help} shows how.`,
				2,
			);
		}

		if (!known.includes(flag)) {
			throw new Failure(
				`There is no option ${flag}${suggestion(flag, known)}. ${help} lists them.`,
				2,
			);
		}
	}
};

/** `--output -` as `--output=-`: meow would take the dash for a word by itself. */
const withLoneDashes = (argv: readonly string[], flags: AnyFlags): readonly string[] => {
	const end = argv.includes('--') ? argv.indexOf('--') : argv.length;
	const valued = valuedOptions(flags);
	return argv.flatMap((word, at) => {
		if (at < end && argv[at + 1] === '-' && valued.includes(word)) {
			return [`${word}=-`];
		}

		return word === '-' && at < end && valued.includes(argv[at - 1] ?? '') ? [] : [word];
	});
};

/**
Tells the options of a command line from its other words.

@throws {Failure} With exit code 2: an option that does not exist, has or lacks a value, or is given twice.
*/
export const readFlags = <Flags extends AnyFlags>(
	argv: readonly string[],
	{flags, help}: CommandLine<Flags>,
): Words<Flags> => {
	refuseUnknown(argv, flags, help);
	try {
		const read = meow({
			importMeta: import.meta,
			pkg: packageJson,
			argv: withLoneDashes(argv, flags),
			flags,
			autoHelp: false,
			autoVersion: false,
		});
		return {flags: read.flags, input: read.input.map(String)};
	} catch (error) {
		throw new Failure(`${(error as Error).message} ${help} shows how.`, 2);
	}
};
