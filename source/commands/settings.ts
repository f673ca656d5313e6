import type {Keymap} from '../state/binding.ts';
import {changedKeymap} from '../state/changed-keymap.ts';
import {KEYMAP} from '../state/keymap.ts';
import {THEME_NAMES, type ThemeName} from '../terminal/theme-names.ts';
import {type FoundConfig, findConfig} from './config.ts';
import type {Host} from './host.ts';

/** What is set besides the command line: in the environment, or else in the config. */
export interface Settings {
	readonly theme: ThemeName;
	readonly isAscii: boolean;
	readonly isForScreenReader: boolean;
	/** What is opened where no dossier is named; absent: the built-in one. */
	readonly dossier: string | undefined;
	/** The config that names that dossier; absent: the environment does. */
	readonly dossierFrom: FoundConfig | undefined;
	readonly keymap: Keymap;
	/** What is wrong with all that and was left out, a line each; absent: nothing. */
	readonly faults: (() => Promise<readonly string[]>) | undefined;
}

const isThemeName = (name: string): name is ThemeName =>
	(THEME_NAMES as readonly string[]).includes(name);

/** A variable that turns something on, or off what the config turns on; unset it does neither. */
const flagIn = (value: string | undefined): boolean | undefined =>
	value === undefined ? undefined : !/^(?:|0|no|false|off)$/i.test(value);

/** What is set besides the command line, which goes over it; the environment goes over the config. */
export const settingsOf = (env: Host['env']): Settings => {
	const found = findConfig(env);
	const config = found?.config ?? {};
	const {LIBYA_TUI_THEME: named = '', LIBYA_TUI_DOSSIER: dossier} = env;
	const isKnown = isThemeName(named);
	const {keymap, faults: keyFaults} =
		config.keys === undefined ? {keymap: KEYMAP, faults: []} : changedKeymap(KEYMAP, config.keys);
	const ofTheme =
		named === '' || isKnown
			? []
			: [`LIBYA_TUI_THEME: there is no theme ${named}. Themes: ${THEME_NAMES.join(', ')}.`];
	const isFaulty = found !== undefined && (!found.isSound || keyFaults.length > 0);
	return {
		theme: isKnown ? named : (config.theme ?? THEME_NAMES[0]),
		isAscii: flagIn(env.LIBYA_TUI_ASCII) ?? config.ascii ?? false,
		isForScreenReader: flagIn(env.LIBYA_TUI_SCREEN_READER) ?? config.screenReader ?? false,
		// Set but empty it asks for the built-in one, whatever the config says.
		dossier: dossier === undefined ? config.dossier : dossier || undefined,
		dossierFrom: dossier === undefined && config.dossier !== undefined ? found : undefined,
		keymap,
		faults:
			isFaulty || ofTheme.length > 0
				? async () => [
						...ofTheme,
						...(isFaulty
							? (await import('./config-faults.ts')).configFaults(found, keyFaults)
							: []),
					]
				: undefined,
	};
};
