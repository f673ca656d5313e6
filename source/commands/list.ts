import {listMarks} from './list-marks.ts';
import type {LIST} from './list-spec.ts';
import type {Perform} from './perform.ts';

export const list: Perform<typeof LIST> = (host, {dossier, json}) =>
	listMarks(host, {dossier, isJson: json});
