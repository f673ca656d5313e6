import type {Request} from './arguments.ts';
import type {ExitCode, Host} from './host.ts';
import {listMarks} from './list-marks.ts';
import {writeOut} from './write-out.ts';

/** Does what a command line asks for, other than to open a dossier. */
export const perform = async (
	host: Host,
	request: Exclude<Request, {readonly type: 'open'}>,
): Promise<ExitCode> => {
	switch (request.type) {
		case 'print':
			return writeOut(host, request.text);
		case 'list-marks':
			return listMarks(host, request.options);
	}
};
