import {z} from 'zod';
import {keyName, withKeys} from '../state/key-names.ts';
import {KEYMAP} from '../state/keymap.ts';
import {THEME_NAMES} from '../terminal/theme-names.ts';

/*
The one definition of the config's format: what is wrong with a config is said by this, and
`data/config.schema.json` comes from here. The descriptions become the hints that editors show.
*/

const key = z
	.string()
	.min(1)
	.describe('A character, or a name such as ctrl-d, up, return, space, f1.');

const keys = z
	.union([key, z.array(key).min(1)], {
		error: 'should be a key such as "W" or "ctrl-d", or a list of keys',
	})
	.meta({id: 'keys'});

const actions = KEYMAP.filter(({id}) => id !== 'interrupt').map(
	({id, label, chords}) =>
		[
			id,
			keys
				.optional()
				.describe(`${withKeys(label, KEYMAP)}. As it comes: ${chords.map(keyName).join(' ')}`),
		] as const,
);

export const configSchema = z.strictObject({
	$schema: z.string().optional(),
	theme: z
		.enum(THEME_NAMES)
		.optional()
		.describe(
			'terminal: the colours of the terminal; high-contrast: nothing faint, what colour there is bold; plain: no colour.',
		),
	dossier: z
		.string()
		.min(1)
		.optional()
		.describe(
			'The dossier that is opened when none is named; from the folder of this file, or with ~/ from home.',
		),
	ascii: z.boolean().optional().describe('Draw in plain ASCII.'),
	screenReader: z.boolean().optional().describe('Lines of text in place of a screen.'),
	keys: z
		.strictObject(Object.fromEntries(actions))
		.optional()
		.describe(
			'Other keys, by what they do; they take the place of all that it had. No key may mean two things where both work.',
		),
});
