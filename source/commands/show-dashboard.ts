import {clipboardOf} from '../terminal/clipboard.ts';
import type {PaintedFrame} from '../terminal/first-paint.ts';
import {glyphsOf} from '../terminal/glyphs.ts';
import {THEMES} from '../terminal/theme.ts';
import type {Display} from '../ui/display.ts';
import {createLazyAtlas} from '../ui/map/lazy-atlas.ts';
import {Failure} from './failure.ts';
import type {ExitCode, Host} from './host.ts';
import {openMarksFile} from './marks-file.ts';
import {marksPath} from './marks-path.ts';
import type {OpenOptions} from './open-dossier.ts';
import {type OpenedSet, openSet} from './open-set.ts';
import {type EarlyFrame, runOnTerminal} from './run-on-terminal.ts';
import {type Settings, settingsOf} from './settings.ts';
import {STANDARD_INPUT} from './standard-input.ts';
import {faultsInShort, tellFaults} from './tell-faults.ts';

/** How the dashboard is started, and what it tells about that. */
export interface DashboardStart {
	/** What stands on the terminal already. */
	readonly early: EarlyFrame | undefined;
	/**
	Called once, when the first frame is on the screen.

	@param first - Gives that frame, where the next start on such a terminal draws it again.
	*/
	readonly whenReady: (first?: () => PaintedFrame) => void;
	/** Called before a dossier out of a file is read, with how many bytes it has. */
	readonly whenReading: (bytes: number) => void;
}

/** Opens a dossier, and says how far that is when it takes long. @returns Nothing when the reader left. */
const openWhileTelling = async (
	host: Host,
	options: OpenOptions,
	settings: Settings,
	whenReading: DashboardStart['whenReading'],
): Promise<OpenedSet | undefined> => {
	const dossier = options.dossier ?? settings.dossier;
	if (dossier === undefined) {
		return openSet(host, options, settings);
	}

	const isForScreenReader = options.isForScreenReader || settings.isForScreenReader;
	const {loadingLine} = await import('./loading-line.ts');
	using line = loadingLine(host, {...options, dossier, isForScreenReader}, whenReading);
	try {
		const set = await openSet(host, options, settings, line);
		return line.signal.aborted ? undefined : set;
	} catch (error) {
		if (line.signal.aborted) {
			return undefined;
		}

		throw error;
	}
};

/**
Shows the dashboard on a terminal.

@param start - What stands on the terminal already, and whom to tell of the first frame.
@throws {Failure} What should be read is not what it should be, or would be read where the keys come from.
*/
export const showDashboard = async (
	host: Host,
	options: OpenOptions,
	{early, whenReady, whenReading}: DashboardStart,
): Promise<ExitCode> => {
	if ([options.dossier, options.article].includes(STANDARD_INPUT)) {
		throw new Failure('- is standard input, where the dashboard reads its keys: name a file.', 2);
	}

	const settings = settingsOf(host.env);
	const set = await openWhileTelling(
		host,
		{...options, isAscii: options.isAscii || settings.isAscii},
		settings,
		whenReading,
	);
	if (set === undefined) {
		return 130;
	}

	const {opened, fault} = set;
	const {catalog, article, pane, record, asOf, capabilities, present} = opened;
	const isForScreenReader = options.isForScreenReader || settings.isForScreenReader;
	const style = isForScreenReader || !capabilities.isAddressable ? 'spoken' : 'screen';
	const display: Display = {
		catalog,
		keymap: settings.keymap,
		// What is spoken has names for keys, not signs.
		glyphs: glyphsOf(style === 'spoken' ? 'ascii' : capabilities.charset),
		theme: THEMES[options.theme ?? settings.theme],
		present,
		article,
		canvas: capabilities.canvas,
		atlas: createLazyAtlas(),
	};
	const {id} = catalog.dossier;
	const path = marksPath(host.env, id);
	const marks = await openMarksFile(path, id);
	const faults = async (): Promise<readonly string[]> => [
		...(fault === undefined ? [] : [fault]),
		...((await settings.faults?.()) ?? []),
	];
	const code = await runOnTerminal(host, {
		display,
		capabilities,
		style,
		clipboard: clipboardOf(host.env),
		marks,
		beginning: {
			pane,
			record,
			asOf,
			marks: marks.marks,
			// Whoever has no home is told so when they mark something.
			status: path === undefined ? undefined : marks.warning,
		},
		early,
		// What another start with as little on the command line would show too.
		whenReady: first =>
			style === 'screen' && marks.warning === undefined && settings.dossier === undefined
				? whenReady(first)
				: whenReady(),
		// What it takes to say it is too much to load before the first frame.
		afterwards:
			fault === undefined && settings.faults === undefined
				? undefined
				: async () => faultsInShort(await faults()),
	});
	tellFaults(host, await faults());
	return code;
};
