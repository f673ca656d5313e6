import {type Catalog, catalogOf} from '../dossier/catalog.ts';
import type {IsoDay, RecordId} from '../dossier/schema.ts';
import {withTexts} from '../dossier/with-texts.ts';
import type {Pane} from '../state/panes.ts';
import {type Capabilities, capabilitiesOf} from '../terminal/capabilities.ts';
import type {ThemeName} from '../terminal/theme-names.ts';
import {mayBeObeyed, visibleText} from '../terminal/visible-text.ts';
import type {ArticleText} from '../ui/display.ts';
import {dayNamed} from './day-named.ts';
import type {Host} from './host.ts';
import {loadDossier, type Waiting} from './load-dossier.ts';
import {presenterFor} from './presenter.ts';
import {recordNamed} from './record-named.ts';

export interface OpenOptions {
	/** Path of a dossier; absent: the built-in one. */
	readonly dossier: string | undefined;
	/** Path of the article it was drawn from. */
	readonly article: string | undefined;
	readonly pane: Pane | undefined;
	readonly select: string | undefined;
	/** A day, `YYYY-MM-DD`. */
	readonly asOf: string | undefined;
	readonly isAscii: boolean;
	readonly isColourless: boolean;
	readonly isForScreenReader: boolean;
	/** Absent: as it is set, or comes. */
	readonly theme: ThemeName | undefined;
}

/** What an empty command line asks for. */
export const BY_DEFAULT: OpenOptions = {
	dossier: undefined,
	article: undefined,
	pane: undefined,
	select: undefined,
	asOf: undefined,
	isAscii: false,
	isColourless: false,
	isForScreenReader: false,
	theme: undefined,
};

/** A dossier as the command line asked for it. */
export interface Opened {
	/** Safe to show on a terminal. */
	readonly catalog: Catalog;
	readonly article: ArticleText | undefined;
	readonly pane: Pane | undefined;
	readonly record: RecordId | undefined;
	readonly asOf: IsoDay | undefined;
	readonly capabilities: Capabilities;
	/** A text as the terminal can show it. */
	readonly present: (text: string) => string;
}

/**
Reads the dossier and whatever belongs to it.

@param waiting - Told how far a dossier has been read, which may take a while.
@throws {Failure} A file is not what it should be, or there is no such record or day.
*/
export const openDossier = async (
	host: Host,
	options: OpenOptions,
	waiting?: Waiting,
): Promise<Opened> => {
	// What a document brings is not to be obeyed by a terminal; the built-in one is known to be clean. With
	// the article at hand it is first held against that as it is.
	const texts =
		options.article === undefined ? {change: visibleText, mayChangeAt: mayBeObeyed} : undefined;
	const {
		dossier: loaded,
		boundsOf,
		places,
	} = await loadDossier(options.dossier, {
		texts,
		waiting,
		whenReading: host.whenReading,
	});
	const record = options.select === undefined ? undefined : recordNamed(loaded, options.select);
	const asOf = options.asOf === undefined ? undefined : dayNamed(loaded, options.asOf);
	const dossier =
		options.dossier === undefined || texts !== undefined ? loaded : withTexts(loaded, visibleText);
	const article =
		options.article === undefined
			? undefined
			: await (await import('./load-article.ts')).loadArticle(loaded, options.article);
	const capabilities = capabilitiesOf(host.env, options);
	return {
		catalog: catalogOf(dossier, boundsOf, places),
		article,
		pane: options.pane,
		record,
		asOf,
		capabilities,
		present: await presenterFor(capabilities.charset),
	};
};
