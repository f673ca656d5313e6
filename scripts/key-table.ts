import {keyGroups} from '../source/state/key-hints.ts';
import {withKeys} from '../source/state/key-names.ts';
import {KEYMAP} from '../source/state/keymap.ts';
import {chordLabel, glyphsOf} from '../source/terminal/glyphs.ts';
import {withPart} from './generated-part.ts';

/** A chord in Markdown; a backtick or a bar would end the code or the cell. */
const code = (chord: string): string => `\`${chord.replaceAll('|', '\\|')}\``;

const table = (): string => {
	const glyphs = glyphsOf('unicode');
	const rows = keyGroups(KEYMAP, () => true).flatMap(({group, bindings}) =>
		bindings.map(({chords, label}, at) => {
			const keys = chords.map(chord => code(chordLabel(glyphs, chord))).join(' ');
			return `| ${at === 0 ? `**${group}**` : ''} | ${keys} | ${withKeys(label, KEYMAP)} |`;
		}),
	);
	return ['| | Keys | What |', '| --- | --- | --- |', ...rows].join('\n');
};

/** The README with its table of keys made anew from the keymap. */
export const withKeyTable = (readme: string): string => withPart(readme, 'keys', table());
