import type {ExportName} from '../formats/export-names.ts';
import {EXPORT_NAMES} from '../formats/export-names.ts';
import type {Given} from './command-spec.ts';
import {dayNamed} from './day-named.ts';
import {EXPORT_FORMATS} from './export-formats.ts';
import {EXPORT} from './export-spec.ts';
import {Failure} from './failure.ts';
import type {Host} from './host.ts';
import {loadCatalog} from './load-catalog.ts';
import type {Perform} from './perform.ts';
import {seeHelp} from './see-help.ts';
import {refuseSource, writeToFile, writeToFolder, writeToStdout} from './write-export.ts';

type Words = Given<typeof EXPORT>;

/** @throws {Failure} With exit code 2: an option that says nothing for the format. */
const refuseMeaningless = (host: Host, format: ExportName, {asOf, kind, article}: Words): void => {
	const given = {'as-of': asOf, kind, article} as const;
	for (const option of ['as-of', 'kind', 'article'] as const) {
		if (given[option] !== undefined && !EXPORT_FORMATS[format].options.includes(option)) {
			const others = EXPORT_NAMES.filter(name => EXPORT_FORMATS[name].options.includes(option));
			throw new Failure(
				`--${option} changes nothing in ${format}; it is for ${others.join(', ')}. ${seeHelp(host, EXPORT)}`,
				2,
			);
		}
	}
};

const formatNamed = (host: Host, {format}: Words): ExportName => {
	if (format === undefined) {
		throw new Failure(
			`export needs --format: ${EXPORT_NAMES.join(', ')}. ${seeHelp(host, EXPORT)}`,
			2,
		);
	}

	return format;
};

/** By these names stdout is meant, which cannot always be opened by them. */
const STDOUT: readonly (string | undefined)[] = ['-', '/dev/stdout', '/dev/fd/1'];

/** Where the files of a folder go, or the one file of any other format. */
const outputOf = (host: Host, format: ExportName, {output, kind}: Words) => {
	const isFolder = EXPORT_FORMATS[format].isFolder === true && kind === undefined;
	const path = STDOUT.includes(output) ? undefined : output;
	if (isFolder && path === undefined) {
		const remedy =
			host.served === undefined
				? 'name a folder for them with -o, or one of them with --kind'
				: 'name one of them with --kind';
		throw new Failure(
			`${format} is a file for each kind of record: ${remedy}. ${seeHelp(host, EXPORT)}`,
			2,
		);
	}

	return {isFolder, path};
};

export const exportDossier: Perform<typeof EXPORT> = async (host, given) => {
	const format = formatNamed(host, given);
	refuseMeaningless(host, format, given);
	const {isFolder, path} = outputOf(host, format, given);
	if (path !== undefined && !isFolder) {
		// A dossier may be put in order where it lies.
		const sources = [format === 'json' ? undefined : given.dossier, given.article];
		await refuseSource(
			path,
			sources.filter(source => source !== undefined),
		);
	}

	const catalog = await loadCatalog(host, given.dossier, 'raw');
	const {dossier} = catalog;
	const day = given.asOf === undefined ? dossier.span.last : dayNamed(dossier, given.asOf);
	const article =
		given.article === undefined
			? host.served?.article
			: await (await import('./load-article.ts')).loadArticle(dossier, given.article);
	const files = await EXPORT_FORMATS[format].files({catalog, day, article, kind: given.kind});
	if (isFolder && path !== undefined) {
		return writeToFolder(path, files);
	}

	const pieces = files[0]?.pieces ?? [];
	return path === undefined ? writeToStdout(host, pieces) : writeToFile(path, pieces);
};
