import {type Catalog, catalogOf} from '../dossier/catalog.ts';
import {isDay} from '../dossier/days.ts';
import type {Dossier, IsoDay, RecordId} from '../dossier/schema.ts';
import {withTexts} from '../dossier/with-texts.ts';
import {PANES, type Pane} from '../state/panes.ts';
import {type Capabilities, capabilitiesOf} from '../terminal/capabilities.ts';
import {mayHoldObeyed, visibleText} from '../terminal/visible-text.ts';
import type {ArticleText} from '../ui/display.ts';
import {Failure} from './failure.ts';
import type {Host} from './host.ts';
import {loadDossier, type Waiting} from './load-dossier.ts';
import {suggestion} from './suggestion.ts';

export interface OpenOptions {
	/** Path of a dossier; absent: the built-in one. */
	readonly dossier: string | undefined;
	/** Path of the article it was drawn from. */
	readonly article: string | undefined;
	readonly pane: string | undefined;
	readonly select: string | undefined;
	/** A day, `YYYY-MM-DD`. */
	readonly asOf: string | undefined;
	readonly isAscii: boolean;
	readonly isColourless: boolean;
	readonly isForScreenReader: boolean;
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
};

const isPane = (name: string): name is Pane => (PANES as readonly string[]).includes(name);

const paneNamed = (name: string | undefined): Pane | undefined => {
	if (name === undefined || isPane(name)) {
		return name;
	}

	throw new Failure(
		`There is no pane ${name}${suggestion(name, PANES)}. Panes: ${PANES.join(', ')}.`,
		2,
	);
};

const recordNamed = (dossier: Dossier, id: string | undefined): RecordId | undefined => {
	if (id === undefined) {
		return undefined;
	}

	const {records} = catalogOf(dossier);
	const ids = records.map(record => record.id);
	const found = ids.find(known => known === id);
	if (found !== undefined) {
		return found;
	}

	// A name, or a word of one, is likelier meant than an id that happens to be spelt alike.
	const wanted = id.slice(id.indexOf(':') + 1).toLowerCase();
	const named = [...dossier.actors, ...dossier.places].find(({name, aliases}) =>
		[name, ...aliases].some(known =>
			[known, ...known.split(/[^\p{L}\p{N}]+/u)].some(word => word.toLowerCase() === wanted),
		),
	);
	const advice = named === undefined ? suggestion(id, ids) : ` (did you mean ${named.id}?)`;
	throw new Failure(`There is no record ${id} in this dossier${advice}.`, 2);
};

const dayNamed = ({span}: Dossier, day: string | undefined): IsoDay | undefined => {
	if (day === undefined) {
		return undefined;
	}

	if (!isDay(day)) {
		throw new Failure(`${day} is not a day; write it as ${span.last}.`, 2);
	}

	if (day < span.first || day > span.last) {
		throw new Failure(
			`${day} is outside of this dossier, which tells of ${span.first} to ${span.last}.`,
			2,
		);
	}

	return day;
};

/** How to write a text on a terminal of this charset; the tables for ASCII are large and load only for it. */
const presenterFor = async (
	charset: Capabilities['charset'],
): Promise<(text: string) => string> => {
	if (charset === 'unicode') {
		return text => text;
	}

	const [{default: anyAscii}, {asciiTextWith}] = await Promise.all([
		import('any-ascii'),
		import('../terminal/ascii-text.ts'),
	]);
	return asciiTextWith(anyAscii);
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
@throws {Failure} A file is not what it should be, or there is no such pane, record or day.
*/
export const openDossier = async (
	host: Host,
	options: OpenOptions,
	waiting?: Waiting,
): Promise<Opened> => {
	const pane = paneNamed(options.pane);
	// What a document brings is not to be obeyed by a terminal; the built-in one is known to be clean. With
	// the article at hand it is first held against that as it is.
	const texts =
		options.article === undefined ? {change: visibleText, mayChange: mayHoldObeyed} : undefined;
	const {dossier: loaded, boundsOf} = await loadDossier(options.dossier, {texts, waiting});
	const record = recordNamed(loaded, options.select);
	const asOf = dayNamed(loaded, options.asOf);
	const dossier =
		options.dossier === undefined || texts !== undefined ? loaded : withTexts(loaded, visibleText);
	const article =
		options.article === undefined
			? undefined
			: await (await import('./load-article.ts')).loadArticle(loaded, options.article);
	const capabilities = capabilitiesOf(host.env, options);
	return {
		catalog: catalogOf(dossier, boundsOf),
		article,
		pane,
		record,
		asOf,
		capabilities,
		present: await presenterFor(capabilities.charset),
	};
};
