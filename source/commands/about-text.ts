import packageJson from '../../package.json' with {type: 'json'};
import {COMMAND_SPECS} from './command-specs.ts';
import {DASHBOARD} from './dashboard-spec.ts';
import {helpText} from './help-text.ts';

export const mainHelp = (): string => helpText(DASHBOARD, COMMAND_SPECS);

export const VERSION = `${packageJson.version}\n`;

/** What a single word asks to be told; nothing for any other word. */
export const aboutText = (word: string | undefined): string | undefined => {
	switch (word) {
		case '-h':
		case '--help':
			return mainHelp();
		case '-v':
		case '--version':
			return VERSION;
		default:
			return undefined;
	}
};
