/** What a dossier can be written out as. */
export const EXPORT_NAMES = [
	'json',
	'csv',
	'markdown',
	'html',
	'geojson',
	'annotations',
	'ftm',
] as const;

export type ExportName = (typeof EXPORT_NAMES)[number];
