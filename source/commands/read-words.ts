import type {AnyFlags} from 'meow';
import {
	type CommandSpec,
	type Given,
	optionsOf,
	typedName,
	type Values,
	type WordSpec,
} from './command-spec.ts';
import {Failure} from './failure.ts';
import {readFlags} from './read-flags.ts';
import {suggestion} from './suggestion.ts';

const camelCase = (name: string): string =>
	name.replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());

const isOff = (name: string): boolean => name.startsWith('no-');

/** The name by which meow knows an option; `--no-color` turns off `color`. */
const flagOf = (name: string): string => camelCase(isOff(name) ? name.slice('no-'.length) : name);

const flagsOf = (spec: CommandSpec): AnyFlags =>
	Object.fromEntries(
		optionsOf(spec).map(({name, short, value}) => [
			flagOf(name),
			{
				...(short === undefined ? {} : {shortFlag: short}),
				...(value === undefined ? {type: 'boolean', default: isOff(name)} : {type: 'string'}),
			},
		]),
	);

/** @throws {Failure} With exit code 2: a list names what it can be, and this is nothing of that. */
const refuseUnlisted = (what: string, of: Values, value: string): void => {
	if (typeof of === 'string' || of.includes(value)) {
		return;
	}

	const noun = what.toLowerCase();
	throw new Failure(
		`There is no ${noun} ${value}${suggestion(value, of)}. ${noun[0]?.toUpperCase()}${noun.slice(1)}s: ${of.join(', ')}.`,
		2,
	);
};

const oneTooMany = (
	words: readonly WordSpec[],
	given: readonly string[],
	help: string,
): Failure => {
	const [last, tooMany] = given.slice(words.length - 1);
	return new Failure(
		words.at(-1)?.name === 'DOSSIER'
			? `One dossier at a time: ${last} and ${tooMany} were both given.`
			: `${given[words.length]} is one word too many. ${help} shows how.`,
		2,
	);
};

/**
Reads what follows the name of a command.

@returns Nothing where its help is asked for.
@throws {Failure} With exit code 2: an option that does not exist, is given twice, has no value or needs
none; a word too many or too few; something else than a list names.
*/
export const readWords = <const Spec extends CommandSpec>(
	spec: Spec,
	argv: readonly string[],
): Given<Spec> | undefined => {
	const {name: command, words}: CommandSpec = spec;
	const help = `${typedName(spec)} --help`;
	const {flags, input} = readFlags(argv, {flags: flagsOf(spec), help});
	if (flags.help === true) {
		return undefined;
	}

	const given: Record<string, unknown> = {};
	for (const [at, {name, of, isOptional, about}] of words.entries()) {
		const word = input[at];
		if (word === '') {
			throw new Failure(`${name} is empty. ${help} shows how.`, 2);
		}

		if (word !== undefined) {
			refuseUnlisted(name, of, word);
		} else if (isOptional !== true) {
			const known = typeof of === 'string' ? '' : `: ${of.join(', ')}`;
			throw new Failure(`${command} needs ${name}, ${about}${known}. ${help} shows how.`, 2);
		}

		given[name.toLowerCase()] = word;
	}

	if (input.length > words.length) {
		throw oneTooMany(words, input, help);
	}

	for (const {name, value} of spec.options) {
		const found = flags[flagOf(name)];
		if (value === undefined) {
			given[camelCase(name)] = found !== isOff(name);
			continue;
		}

		if (found === '') {
			throw new Failure(`--${name} needs a value. ${help} shows how.`, 2);
		}

		if (found !== undefined) {
			refuseUnlisted(value.name, value.of, String(found));
		}

		given[camelCase(name)] = found;
	}

	return given as Given<Spec>;
};
