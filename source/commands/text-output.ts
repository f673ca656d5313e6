import {capabilitiesOf} from '../terminal/capabilities.ts';
import {glyphsOf} from '../terminal/glyphs.ts';
import type {Host} from './host.ts';
import {presenterFor} from './presenter.ts';

/** How text is written to stdout. */
export interface TextOutput {
	/** Of the terminal; absent where there is none. */
	readonly columns: number | undefined;
	/** A text as its reader can show it. */
	readonly present: (text: string) => string;
	/** One to three cells. */
	readonly ellipsis: string;
}

export const textOutputOf = async ({env, stdout}: Host): Promise<TextOutput> => {
	const {charset} = capabilitiesOf(env, {isAscii: false, isColourless: true});
	return {
		// A terminal that says 0 has not been told its size yet.
		columns: stdout.isTTY === true ? stdout.columns || 80 : undefined,
		present: await presenterFor(charset),
		ellipsis: glyphsOf(charset).ellipsis,
	};
};
