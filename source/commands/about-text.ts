import packageJson from '../../package.json' with {type: 'json'};
import {PANES} from '../state/panes.ts';

export const HELP = `libya-tui: a war report as a dashboard of actors, front-line towns and quotes

Usage: libya-tui [DOSSIER] [options]
       libya-tui list marks [DOSSIER] [--json]     what you marked, as text
  Without DOSSIER it opens the report of 31 March 2011 that comes with it.
  Where stdout is not a terminal it prints a digest and ends.

Options
  --article FILE    the article it was drawn from, to read the evidence in it
  --pane NAME       begin in a pane: ${PANES.join(', ')}
  --select ID       begin at a record, such as actor:moussa-koussa
  --as-of DAY       show how things stood at the end of a day (2011-03-30)
  --ascii           draw in plain ASCII
  --screen-reader   lines of text for a screen reader, no boxes
  --no-color        no colour (NO_COLOR does the same)
  -h, --help        this page;  -v, --version  the version

Examples
  libya-tui --select place:brega --article report.txt
  libya-tui other-report.json --pane quotes
  libya-tui | less          ssh -t host libya-tui

Inside, ? shows every key and q quits.
`;

export const VERSION = `${packageJson.version}\n`;

/** What a single word asks to be told; nothing for any other word. */
export const aboutText = (word: string | undefined): string | undefined => {
	switch (word) {
		case '-h':
		case '--help':
			return HELP;
		case '-v':
		case '--version':
			return VERSION;
		default:
			return undefined;
	}
};
