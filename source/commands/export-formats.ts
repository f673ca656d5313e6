import type {Catalog} from '../dossier/catalog.ts';
import type {IsoDay} from '../dossier/schema.ts';
import type {WholeArticle} from '../formats/annotations.ts';
import type {ExportName} from '../formats/export-names.ts';
import {LIST_NAMES, type ListName} from '../formats/list-names.ts';
import type {CoastLookup} from '../formats/page/svg-map.ts';

/** What is written out. */
interface ExportSubject {
	readonly catalog: Catalog;
	/** In the span. */
	readonly day: IsoDay;
	readonly article: WholeArticle | undefined;
	/** One kind of record, where the format has a file for each. */
	readonly kind: ListName | undefined;
}

export interface ExportFile {
	/** In the folder, where there are several. */
	readonly name: string;
	/** Its text, put together as it is asked for. */
	readonly pieces: Iterable<string>;
}

interface ExportFormat {
	/** The options that change something in it. */
	readonly options: readonly ('as-of' | 'kind' | 'article')[];
	/** Whether its files are a folder when no kind is named. */
	readonly isFolder?: true;
	readonly files: (subject: ExportSubject) => Promise<readonly ExportFile[]>;
}

/** The text of the one file of a format, which has the name that is given to it. */
const only = (pieces: Iterable<string>): readonly ExportFile[] => [{name: '', pieces}];

/** The coast, as detailed as the map of a page can show it. */
const coastFor = async ({catalog, day}: ExportSubject): Promise<CoastLookup | undefined> => {
	const [{mapDetail}, {createCoast}] = await Promise.all([
		import('../formats/page/svg-map.ts'),
		import('../ui/map/coast.ts'),
	]);
	const detail = mapDetail(catalog.dossier, day);
	if (detail === undefined) {
		return undefined;
	}

	const coast = createCoast();
	await coast.load(detail);
	return coast;
};

/** What writes a format is loaded when it is asked for. */
export const EXPORT_FORMATS: Readonly<Record<ExportName, ExportFormat>> = {
	json: {
		options: [],
		async files({catalog}) {
			const {dossierJson} = await import('../formats/json.ts');
			return only(dossierJson(catalog.dossier));
		},
	},
	csv: {
		options: ['as-of', 'kind'],
		isFolder: true,
		async files({catalog, day, kind}) {
			const {csvOfKind} = await import('../formats/csv-files.ts');
			const kinds = kind === undefined ? LIST_NAMES : [kind];
			return kinds.map(each => ({
				name: `${each}.csv`,
				pieces: csvOfKind({catalog, day}, each),
			}));
		},
	},
	markdown: {
		options: ['as-of'],
		async files({catalog, day}) {
			const {markdownOf} = await import('../formats/markdown.ts');
			return only(markdownOf(catalog, day));
		},
	},
	html: {
		options: ['as-of'],
		async files(subject) {
			const {htmlOf} = await import('../formats/html.ts');
			return only(htmlOf(subject.catalog, subject.day, await coastFor(subject)));
		},
	},
	geojson: {
		options: ['as-of'],
		async files({catalog, day}) {
			const {geojson} = await import('../formats/geojson.ts');
			return only(geojson(catalog, day));
		},
	},
	annotations: {
		options: ['article'],
		async files({catalog, article}) {
			const {annotations} = await import('../formats/annotations.ts');
			return only(annotations(catalog, article));
		},
	},
	ftm: {
		options: [],
		async files({catalog}) {
			const {ftm} = await import('../formats/ftm.ts');
			return only(ftm(catalog));
		},
	},
};
