import {clipboardOf} from '../terminal/clipboard.ts';
import {glyphsOf} from '../terminal/glyphs.ts';
import {THEME} from '../terminal/theme.ts';
import type {Display} from '../ui/display.ts';
import {createLazyAtlas} from '../ui/map/lazy-atlas.ts';
import type {ExitCode, Host} from './host.ts';
import {marksPath, openMarksFile} from './marks-file.ts';
import {type Opened, type OpenOptions, openDossier} from './open-dossier.ts';
import {runOnTerminal} from './run-on-terminal.ts';

/** Opens a dossier, and says how far that is when it takes long. @returns Nothing when the reader left. */
const openWhileTelling = async (host: Host, options: OpenOptions): Promise<Opened | undefined> => {
	if (options.dossier === undefined) {
		return openDossier(host, options);
	}

	const {loadingLine} = await import('./loading-line.ts');
	using line = loadingLine(host, options);
	try {
		const opened = await openDossier(host, options, line);
		return line.signal.aborted ? undefined : opened;
	} catch (error) {
		if (line.signal.aborted) {
			return undefined;
		}

		throw error;
	}
};

/**
Shows the dashboard on a terminal.

@param whenReady - Called once, after the first frame.
*/
export const showDashboard = async (
	host: Host,
	options: OpenOptions,
	whenReady: () => void,
): Promise<ExitCode> => {
	const opened = await openWhileTelling(host, options);
	if (opened === undefined) {
		return 130;
	}

	const {catalog, article, pane, record, asOf, capabilities, present} = opened;
	const style = options.isForScreenReader || !capabilities.isAddressable ? 'spoken' : 'screen';
	const display: Display = {
		catalog,
		// What is spoken has names for keys, not signs.
		glyphs: glyphsOf(style === 'spoken' ? 'ascii' : capabilities.charset),
		theme: THEME,
		present,
		article,
		canvas: capabilities.canvas,
		atlas: createLazyAtlas(),
	};
	const {id} = catalog.dossier;
	const path = marksPath(host.env, id);
	const marks = await openMarksFile(path, id);
	return runOnTerminal(host, {
		display,
		capabilities,
		style,
		clipboard: style === 'spoken' ? 'none' : clipboardOf(host.env),
		marks,
		beginning: {
			pane,
			record,
			asOf,
			marks: marks.marks,
			// Whoever has no home is told so when they mark something.
			status: path === undefined ? undefined : marks.warning,
		},
		whenReady,
	});
};
