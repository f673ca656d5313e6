import {Failure} from './failure.ts';
import {listMarks} from './list-marks.ts';
import {listRecords} from './list-records.ts';
import {LIST} from './list-spec.ts';
import type {Perform} from './perform.ts';
import {seeHelp} from './see-help.ts';

export const list: Perform<typeof LIST> = async (host, given) => {
	const {list: name, dossier, filter, asOf, json} = given;
	if (json && given.format !== undefined && given.format !== 'json') {
		throw new Failure(
			`--json and --format ${given.format} are two formats. ${seeHelp(host, LIST)}`,
			2,
		);
	}

	const format = json ? 'json' : (given.format ?? 'table');
	if (name !== 'marks') {
		return listRecords(host, {name, dossier, filter, asOf, format});
	}

	if (host.served !== undefined) {
		throw new Failure('There are no marks to list: over SSH none are kept.', 2);
	}

	const meaningless = [
		...(filter === undefined ? [] : ['--filter']),
		...(asOf === undefined ? [] : ['--as-of']),
	];
	if (meaningless.length > 0) {
		throw new Failure(
			`Marks are listed whole: ${meaningless.join(' and ')} cannot be had. ${seeHelp(host, LIST)}`,
			2,
		);
	}

	return listMarks(host, {dossier, format});
};
