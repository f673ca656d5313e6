import {StringDecoder} from 'node:string_decoder';

/** Characters of a line that is handed on before its end has come: no line of ours is as long. */
const LONGEST = 64 * 1024;

/**
Puts pieces of a text together so that nothing else comes between those of a line.

@param handOn - Is given lines, each with its end.
@returns What to call with each piece, and without one when there is no more.
*/
export const inWholeLines = (handOn: (lines: string) => void): ((piece?: Uint8Array) => void) => {
	const decoder = new StringDecoder('utf8');
	let rest = '';
	return piece => {
		const text = rest + (piece === undefined ? decoder.end() : decoder.write(Buffer.from(piece)));
		const isLast = piece === undefined || text.length > LONGEST;
		const end = isLast ? text.length : text.lastIndexOf('\n') + 1;
		rest = text.slice(end);
		const whole = text.slice(0, end);
		if (whole !== '') {
			handOn(whole.endsWith('\n') ? whole : `${whole}\n`);
		}
	};
};
