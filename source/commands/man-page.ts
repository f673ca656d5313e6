import packageJson from '../../package.json' with {type: 'json'};
import {keyGroups} from '../state/key-hints.ts';
import {withKeys} from '../state/key-names.ts';
import {KEYMAP} from '../state/keymap.ts';
import {chordLabel, glyphsOf} from '../terminal/glyphs.ts';
import {
	aboutWith,
	type CommandSpec,
	type OptionSpec,
	optionsOf,
	typedName,
	type WordSpec,
} from './command-spec.ts';
import {COMMAND_SPECS} from './command-specs.ts';
import {DASHBOARD} from './dashboard-spec.ts';
import {DESCRIPTION, ENVIRONMENT, EXIT_CODES, FILES} from './manual.ts';
import {bold, italic, roffLines, roffText} from './roff.ts';

/** The day on which what the page says was last changed. */
const CHANGED = '2026-11-23';

const section = (title: string, lines: readonly string[]): readonly string[] => [
	`.SH ${title}`,
	...lines,
];

const tagged = (tag: string, about: string): readonly string[] => ['.TP', tag, ...roffLines(about)];

const sentence = (phrase: string): string =>
	`${phrase.charAt(0).toUpperCase()}${phrase.slice(1)}${/[.!?]$/.test(phrase) ? '' : '.'}`;

const paragraphs = (texts: readonly string[]): readonly string[] =>
	texts.flatMap((text, at) => [...(at === 0 ? [] : ['.PP']), ...roffLines(text)]);

const wordTag = ({name, isOptional}: WordSpec): string =>
	isOptional === true ? `[${italic(name)}]` : italic(name);

const optionTag = ({name, short, value}: OptionSpec): string =>
	[
		...(short === undefined ? [] : [`${bold(`-${short}`)},`]),
		bold(`--${name}`),
		...(value === undefined ? [] : [italic(value.name)]),
	].join(' ');

const usage = (spec: CommandSpec): string =>
	[bold(typedName(spec)), ...spec.words.map(wordTag), `[${italic('options')}]`].join(' ');

const wordLines = ({words}: CommandSpec): readonly string[] =>
	words.flatMap(({name, of, about}) => tagged(italic(name), sentence(aboutWith(about, of))));

const optionLines = (spec: CommandSpec): readonly string[] =>
	optionsOf(spec).flatMap(option =>
		tagged(optionTag(option), sentence(aboutWith(option.about, option.value?.of))),
	);

const commandLines = (spec: CommandSpec): readonly string[] => [
	`.SS ${roffText(typedName(spec))}`,
	usage(spec),
	'.PP',
	...roffLines(sentence(spec.about)),
	...spec.notes.flatMap(note => ['.PP', ...roffLines(note)]),
	...wordLines(spec),
	...optionLines(spec),
];

const keyLines = (): readonly string[] => {
	const glyphs = glyphsOf('ascii');
	return keyGroups(KEYMAP, () => true).flatMap(({group, bindings}) => [
		`.SS ${roffText(group)}`,
		...bindings.flatMap(({chords, label}) =>
			tagged(
				chords.map(chord => bold(chordLabel(glyphs, chord))).join(', '),
				sentence(withKeys(label, KEYMAP)),
			),
		),
	]);
};

const exampleLines = (specs: readonly CommandSpec[]): readonly string[] => [
	'.EX',
	...specs.flatMap(({examples}) => examples.map(roffText)),
	'.EE',
];

const entries = (list: readonly (readonly [string, string])[]): readonly string[] =>
	list.flatMap(([name, about]) => tagged(bold(name), about));

/** The manual page, in man(7) and ASCII. */
export const manPage = (): string => {
	const commands: readonly CommandSpec[] = COMMAND_SPECS;
	const {name, version} = packageJson;
	return [
		`.TH ${roffText(name.toUpperCase())} 1 ${CHANGED} "${roffText(`${name} ${version}`)}" "User Commands"`,
		...section('NAME', [`${roffText(name)} \\-`, ...roffLines(DASHBOARD.about)]),
		...section(
			'SYNOPSIS',
			[DASHBOARD, ...commands].flatMap((spec, at) => [...(at === 0 ? [] : ['.br']), usage(spec)]),
		),
		...section('DESCRIPTION', paragraphs(DESCRIPTION)),
		...wordLines(DASHBOARD),
		...section('OPTIONS', optionLines(DASHBOARD)),
		...section('COMMANDS', commands.flatMap(commandLines)),
		...section('KEYS', keyLines()),
		...section('EXIT STATUS', entries(EXIT_CODES)),
		...section('ENVIRONMENT', entries(ENVIRONMENT)),
		...section('FILES', entries(FILES)),
		...section('EXAMPLES', exampleLines([DASHBOARD, ...commands])),
		'',
	].join('\n');
};
